import type { Command } from '../contract/commands.ts'
import type { ClientMessage, ErrorBody } from '../contract/messages.ts'
import { ORDER_LIFETIME_MS } from '../contract/order-lifetime.ts'
import { sendingError } from '../contract/refusals/sending-refusals.ts'
import { after, newId, stopwatch, ticks } from './page-clock.ts'

export type Answer = { ok: true; result: unknown } | { ok: false; error: ErrorBody }
export interface OpenOrders {
  /** `dropped`: whoever gave it has gone; it is not sent again, and its answer is no longer theirs. */
  order(command: Command, dropped: AbortSignal | null): Promise<Answer>
  settle(commandId: string, answer: Answer): void
  /** A new link stands: what is still alive leaves again, under the same id. */
  resend(): void
}
interface OpenOrder {
  command: Command
  madeAt: number
  /** Milliseconds since it was given. */
  age: () => number
  /** Whether it was ever handed to a link. */
  left: boolean
  /** Takes back its timers. */
  end: () => void
  answer: (answer: Answer) => void
}

/** An answer to an order that the gateway took at its last moment is still on its way. */
const ANSWER_WITHIN_MS = 2_000

/**
 * The orders of a page that wait for their answer, each for its lifetime: then it is said that it was not sent, or that nobody knows, and it never
 * leaves again. `send` is false where there is no link; `gatewayTicks` translates a moment of this page, null = not known.
 */
export function openOrders(
  send: (message: ClientMessage) => boolean,
  gatewayTicks: (tick: number) => number | null,
): OpenOrders {
  const open = new Map<string, OpenOrder>()
  function leave(commandId: string, one: OpenOrder): void {
    const madeAt = gatewayTicks(one.madeAt)
    // Without an age it could act at any time: it leaves with the next link.
    if (madeAt === null || one.age() >= ORDER_LIFETIME_MS) return
    if (send({ type: 'command', commandId, command: one.command, madeAt })) one.left = true
  }
  function settle(commandId: string, answer: Answer): void {
    const one = open.get(commandId)
    open.delete(commandId)
    one?.end()
    one?.answer(answer)
  }
  function giveUp(commandId: string): void {
    const one = open.get(commandId)
    if (!one) return
    settle(commandId, { ok: false, error: sendingError(one.left ? 'not-answered' : 'not-sent') })
  }
  return {
    settle,
    order(command, dropped) {
      const commandId = newId()
      return new Promise((answer) => {
        const drop = (): void => giveUp(commandId)
        const stops = [
          after(ORDER_LIFETIME_MS, () => {
            if (!one.left) drop()
          }),
          after(ORDER_LIFETIME_MS + ANSWER_WITHIN_MS, drop),
        ]
        const end = (): void => {
          for (const stop of stops) stop()
          dropped?.removeEventListener('abort', drop)
        }
        const one: OpenOrder = { command, madeAt: ticks(), age: stopwatch(), left: false, end, answer }
        open.set(commandId, one)
        dropped?.addEventListener('abort', drop)
        leave(commandId, one)
      })
    },
    resend() {
      for (const [commandId, one] of open) leave(commandId, one)
    },
  }
}
