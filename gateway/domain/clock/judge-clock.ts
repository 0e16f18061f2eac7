import type { ClockState } from './state.ts'

/** Clocks are set by minutes, and by an hour where somebody took the wrong zone; more than this asks a person. */
export const DOUBTED_MS = 2 * 3_600_000
/** No hall stands still longer than over the longest holiday. */
export const LONGEST_REST_MS = 16 * 24 * 3_600_000

export type ClockVerdict =
  | 'trusted'
  /** The open day came from a clock that was ahead and nothing happened in it. */
  | 'day-came-from-a-wrong-clock'
  | 'doubted'

/**
 * The computer's clock at a start, `clockSays` in epoch ms, against what the log knows. `dayHasTickets`: of the day that is open.
 * A hall whose doors never close (`alwaysOpen`, the demo) may have stood still for any time.
 */
export function judgeClock(
  { newestAt, dayOpenedAfter }: ClockState,
  clockSays: number,
  dayHasTickets: boolean,
  alwaysOpen: boolean,
): ClockVerdict {
  if (newestAt === null) return 'trusted'
  if (clockSays > newestAt + LONGEST_REST_MS) return alwaysOpen ? 'trusted' : 'doubted'
  if (clockSays >= newestAt - DOUBTED_MS) return 'trusted'
  // Before the open day the log's time went on to here: it is the open day that was wrong.
  const fitsTheDaysBefore = dayOpenedAfter === null || clockSays >= dayOpenedAfter - DOUBTED_MS
  return fitsTheDaysBefore && !dayHasTickets ? 'day-came-from-a-wrong-clock' : 'doubted'
}
