import type { Counter } from '../../contract/hall.ts'
import { linesOf } from '../counters/serving.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { isAbsent } from './arrival.ts'
import { callDown } from './call-down.ts'
import { lineOf } from './state.ts'
import type { Ticket } from './ticket.ts'

/** Whose turn at this counter comes before that of who is called, and who is not in the hall. `now` in epoch ms. */
export function passedOver(hallModel: HallModel, state: OfficeState, counter: Counter, now: number): Ticket[] {
  if (state.line.absent.size === 0) return []
  const lines = callDown(hallModel, state, now, { whom: 'all' })
  const passed: Ticket[] = []
  for (;;) {
    const turn = lines.next(counter, now)?.ticket
    if (!turn || !isAbsent(turn)) return passed
    passed.push(turn)
    lines.call(turn)
  }
}

/** Whether somebody who waits in these lines can be called: numbers whose holders have not come cannot. */
export const isSomebodyHere = (state: OfficeState, keys: readonly string[]): boolean =>
  keys.some((key) => lineOf(state, key).some((id) => !state.line.absent.has(id)))

/** Numbers that a counter would call if their holders were here. */
export const absentAt = (hallModel: HallModel, state: OfficeState, counterId: string): number =>
  linesOf(hallModel, state, counterId).reduce(
    (sum, key) => sum + lineOf(state, key).filter((id) => state.line.absent.has(id)).length,
    0,
  )
