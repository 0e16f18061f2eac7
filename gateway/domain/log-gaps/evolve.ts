import type { OfficeState } from '../office-state.ts'
import type { LogGapEvent } from './events.ts'

/** Series that have numbers today jump over those that may be lost; the others begin behind them. */
export function evolveLogGaps(state: OfficeState, { day, numbersLeftOut, lastNumber }: LogGapEvent): OfficeState {
  state.logGaps.leftOut = { day, numbers: lastNumber ?? numbersLeftOut }
  if (state.day === day)
    for (const [series, number] of state.line.numbers)
      state.line.numbers.set(series, lastNumber === null ? number + numbersLeftOut : Math.max(number, lastNumber))
  return state
}
