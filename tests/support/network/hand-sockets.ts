import { vi } from 'vitest'
import type { ClientMessage, ServerMessage } from '../../../gateway/contract/messages.ts'

/** One socket of a page in the hands of the test: it stands, speaks and ends when the test says so. */
export interface HandSocket {
  readonly url: string
  readonly sent: ClientMessage[]
  /** Whether the page has asked it to close. */
  readonly left: boolean
  stand(): void
  say(message: ServerMessage): void
  /** The event that says that it is over; a browser may send it long after the page has asked. */
  over(code?: number): void
}

/** Replaces the page's WebSocket; gives all that it has opened, oldest first. Timers and clocks are the test's too. */
export function handSockets(): HandSocket[] {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] })
  const sockets: HandSocket[] = []
  class FakeSocket {
    static readonly OPEN = 1
    readyState = 0
    onopen: (() => void) | null = null
    onmessage: ((event: { data: string }) => void) | null = null
    onclose: ((event: { code: number }) => void) | null = null
    // Kept as they were set: what a browser has already queued reaches the page whatever it does afterwards.
    readonly sent: ClientMessage[] = []
    left = false
    constructor(url: string) {
      const { sent } = this
      const own = this
      sockets.push({
        url,
        sent,
        get left() {
          return own.left
        },
        stand() {
          own.readyState = 1
          own.onopen?.()
        },
        say: (message) => own.onmessage?.({ data: JSON.stringify(message) }),
        over(code = 1006) {
          own.readyState = 3
          own.onclose?.({ code })
        },
      })
    }
    send(text: string): void {
      this.sent.push(JSON.parse(text) as ClientMessage)
    }
    close(): void {
      this.left = true
    }
  }
  Object.defineProperty(globalThis, 'WebSocket', { value: FakeSocket, configurable: true, writable: true })
  return sockets
}
