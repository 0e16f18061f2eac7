import type { Command } from '../contract/commands.ts'
import type { Pad, PadButton } from '../contract/input-devices.ts'
import { padModels } from '../devices/pad/pad-models.ts'

export interface Situation {
  counterId: string
  state: 'closed' | 'open' | 'paused'
  /** Of the ticket here, epoch ms; null = no ticket here. */
  calledAt: number | null
  pauseReasons: readonly string[]
}
export type Press = { type: 'orders'; orders: Command[] } | { type: 'rate'; stars: number } | { type: 'nothing' }

/** Whoever was called cannot be at the counter yet: a second press of 下一位 is impatience, and would end that visit. */
const JUST_CALLED_MS = 4_000

/** What was learnt in the hall goes before the model's own table; null = a button that means nothing here. */
export const buttonOf = ({ model, buttons }: Pad, report: string): PadButton | null =>
  buttons[report] ?? padModels[model].usual[report] ?? null

/** The orders of one press, in their row. 下一位 ends the visit that is here; 暂停 pressed again opens. */
export function readPress(
  button: PadButton | null,
  { counterId, state, calledAt, pauseReasons }: Situation,
  now: number,
): Press {
  const orders = (...list: Command[]): Press => ({ type: 'orders', orders: list })
  switch (button) {
    case null:
      return { type: 'nothing' }
    case 'next': {
      const next: Command = { type: 'call-next', counterId }
      if (calledAt === null) return orders(next)
      // A clock that was set back meanwhile says nothing of the pause between two presses.
      if (now >= calledAt && now - calledAt < JUST_CALLED_MS) return { type: 'nothing' }
      return state === 'open' ? orders({ type: 'finish-ticket', counterId }, next) : orders(next)
    }
    case 'recall':
      return orders({ type: 'recall-ticket', counterId })
    case 'missed':
      return orders({ type: 'miss-ticket', counterId })
    case 'finish':
      return orders({ type: 'finish-ticket', counterId })
    case 'pause': {
      if (state === 'paused') return orders({ type: 'open-counter', counterId })
      const reason = pauseReasons.find((one) => one === '临时离开') ?? pauseReasons[0] ?? '临时离开'
      return orders({ type: 'pause-counter', counterId, reason })
    }
    case 'open':
      return orders({ type: 'open-counter', counterId })
    case 'rate-5':
    case 'rate-4':
    case 'rate-3':
    case 'rate-2':
    case 'rate-1':
      return { type: 'rate', stars: Number(button.slice(-1)) }
  }
}
