import type { ServerMessage } from '../contract/messages.ts'
import { keepDoing } from '../work/keep-doing.ts'
import type { Office } from '../office.ts'
import { type LiveSources, viewOfTopic } from './topics.ts'

export interface Listener {
  send(text: string): void
}
export interface Hub {
  /** Replaces what a listener hears, and tells it the current views at once. */
  listen(listener: Listener, topics: readonly string[]): void
  leave(listener: Listener): void
  /** Something that views show has changed. */
  invalidate(): void
  /** Listeners of a topic, to know which screens are there. */
  audience(topic: string): number
  close(): void
}

/** A burst of facts is one round of views; the first of a burst goes out at once. */
const ROUND_MS = 40
/** Waits and minutes grow without any fact. */
const REFRESH_MS = 10_000

/** Whole views by topic: computed once, serialised once, sent only when they changed. */
export function openHub(office: Office, live: LiveSources, onBroken: (error: unknown) => void): Hub {
  const rooms = new Map<string, Set<Listener>>()
  const lastSent = new Map<string, string>()
  let round: NodeJS.Timeout | null = null
  let lastRound = 0

  const messageOf = (topic: string, view: string): string => {
    const head: Extract<ServerMessage, { type: 'view' }> = { type: 'view', topic, seq: office.state.seq, view: null }
    return `{"type":"view","topic":${JSON.stringify(topic)},"seq":${head.seq},"view":${view}}`
  }
  const serialise = (topic: string): string => JSON.stringify(viewOfTopic(office, live, topic))

  function goRound(): void {
    round = null
    lastRound = Date.now()
    for (const [topic, listeners] of rooms) {
      const view = serialise(topic)
      if (lastSent.get(topic) === view) continue
      lastSent.set(topic, view)
      const text = messageOf(topic, view)
      for (const listener of listeners) listener.send(text)
    }
  }
  function invalidate(): void {
    round ??= setTimeout(goRound, Math.max(0, lastRound + ROUND_MS - Date.now()))
  }
  function leave(listener: Listener): void {
    for (const [topic, listeners] of rooms) {
      if (!listeners.delete(listener) || listeners.size > 0) continue
      rooms.delete(topic)
      lastSent.delete(topic)
    }
  }
  const stop = office.onFacts(invalidate)
  const refresh = keepDoing(REFRESH_MS, invalidate, onBroken)

  return {
    listen(listener, topics) {
      leave(listener)
      for (const topic of topics) {
        const room = rooms.get(topic) ?? new Set()
        rooms.set(topic, room.add(listener))
        const view = serialise(topic)
        // Somebody else in the room may still wait for this very view: only an empty room starts from here.
        if (room.size === 1) lastSent.set(topic, view)
        listener.send(messageOf(topic, view))
      }
    },
    leave,
    invalidate,
    audience: (topic) => rooms.get(topic)?.size ?? 0,
    close() {
      stop()
      refresh.stop()
      if (round) clearTimeout(round)
    },
  }
}
