import type { ClientMessage, ServerMessage } from '../contract/messages.ts'
import { COMES_FORWARD } from '../contract/gateways.ts'
import { after, every, ticks } from './page-clock.ts'

/** Why a link ended: it never stood, nothing came any more, the gateway closed it, or did because it takes the hall, the page did. */
export type LinkEnd = 'unreachable' | 'silent' | 'closed' | 'soon' | 'left'
export interface Link {
  /** False = it was not handed over, and never will be. */
  send(message: ClientMessage): boolean
  close(): void
}
export interface LinkDeps {
  url: string
  /** So long a question may stay unanswered, milliseconds, as things are now. */
  patienceMs(): number
  onOpen: (link: Link) => void
  onMessage: (message: ServerMessage) => void
  /** Once, and the last that is heard of it. */
  onEnd: (why: LinkEnd) => void
}

/** A handshake that takes longer will not come: packets were lost, and each try of the network waits longer than the one before. */
export const CONNECT_WITHIN_MS = 5_000
const ASK_EVERY_MS = 2_000
const LOOK_EVERY_MS = 500

/**
 * One socket from its first knock to its end. It is given up when it does not stand in time, and when a question stays unanswered. Whatever the
 * socket says after its end, a late `close` or a message that was still on its way, counts for nothing.
 */
export function openLink({ url, patienceMs, onOpen, onMessage, onEnd }: LinkDeps): Link {
  const socket = new WebSocket(url)
  let state: 'connecting' | 'open' | 'ended' = 'connecting'
  let heardAt = Number.NEGATIVE_INFINITY
  let askedAt = 0
  let stopLooking = (): void => {}
  const stopWaiting = after(CONNECT_WITHIN_MS, () => end('unreachable'))

  function end(why: LinkEnd): void {
    if (state === 'ended') return
    state = 'ended'
    stopWaiting()
    stopLooking()
    socket.onopen = null
    socket.onmessage = null
    socket.onclose = null
    socket.close()
    onEnd(why)
  }
  /** Asks again only when the last question was answered by anything: what piles up behind a cut would come all at once after it. */
  function look(): void {
    const now = ticks()
    if (heardAt < askedAt) {
      if (now - askedAt > patienceMs()) end('silent')
    } else if (now - askedAt >= ASK_EVERY_MS) {
      askedAt = now
      link.send({ type: 'ping', askedAt })
    }
  }
  const link: Link = {
    send(message) {
      if (state !== 'open' || socket.readyState !== WebSocket.OPEN) return false
      socket.send(JSON.stringify(message))
      return true
    },
    close: () => end('left'),
  }
  socket.onopen = () => {
    state = 'open'
    stopWaiting()
    // The hello is the first question.
    askedAt = ticks()
    stopLooking = every(LOOK_EVERY_MS, look)
    onOpen(link)
  }
  socket.onmessage = (event: MessageEvent<string>) => {
    heardAt = ticks()
    onMessage(JSON.parse(event.data) as ServerMessage)
  }
  socket.onclose = ({ code }) =>
    end(state === 'connecting' ? 'unreachable' : code === COMES_FORWARD ? 'soon' : 'closed')
  // 'close' follows and is enough.
  socket.onerror = () => {}
  return link
}
