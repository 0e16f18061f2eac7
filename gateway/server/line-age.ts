import { ORDER_LIFETIME_MS } from '../contract/order-lifetime.ts'

export interface LineAge {
  /** What to send as a ping's content now. */
  ping(): string
  /** The content of a pong, as it stands in the line between the other messages. */
  pong(content: string): void
  /** Whether what is heard now may have been said longer ago than an order lives. */
  isLate(): boolean
}

/**
 * How old what comes over a line can be at most, by the gateway's clock alone. A pong stands in its row among the messages, so what comes
 * behind it was said after its ping was sent: whatever has waited in a cut, or while this computer stood still, stands before the next pong.
 * The bound is true whatever the other end's clock says, and too high by at most a ping's pause and the way there.
 */
export function lineAge(ticks: () => number): LineAge {
  let saidAfter = ticks()
  let lastPing = saidAfter
  return {
    ping() {
      lastPing = ticks()
      return String(lastPing)
    },
    pong(content) {
      const at = Number(content)
      // Also who is not asked may send a pong, and with anything in it.
      if (at > saidAfter && at <= lastPing) saidAfter = at
    },
    isLate: () => ticks() - saidAfter > ORDER_LIFETIME_MS,
  }
}
