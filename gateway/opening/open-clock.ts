import { type Doubt, type HallClock, dayIn, openHallClock, thisComputer } from '../clock.ts'
import { DOUBTED_MS, LONGEST_REST_MS, judgeClock } from '../domain/clock/judge-clock.ts'
import type { ClockDoubt } from '../domain/clock/state.ts'
import type { OfficeState } from '../domain/office-state.ts'
import type { Office } from '../office/office.ts'

/** The hall's time: the computer's clock unless the log says that it cannot be right. `correctsDay`: the open day came from a wrong clock. */
export function openClock(
  state: OfficeState,
  alwaysOpen: boolean,
  source = thisComputer,
): { clock: HallClock; correctsDay: boolean } {
  const verdict = judgeClock(state.clock, source.wall(), state.line.tickets.size > 0, alwaysOpen)
  return {
    clock: openHallClock(source, verdict === 'doubted' ? state.clock.newestAt : null),
    correctsDay: verdict === 'day-came-from-a-wrong-clock',
  }
}

/** Tells the office what becomes of the clock, and the clock what the office decided. Returns the look, to be taken every few seconds. */
export function watchClock(
  office: Office,
  clock: HallClock,
  timeZone: string,
  correctsDay: boolean,
): () => Promise<void> {
  office.onFacts((events) => {
    if (events.some(({ type }) => type === 'clock-trusted')) clock.trust()
  })
  const report = (found: 'doubted' | 'came-back' | 'day-was-wrong' | 'midnight-passed', hallSays: number): unknown => {
    const clockSays = clock.wall()
    const day = dayIn(timeZone, clockSays)
    return office.handle({ type: 'report-clock', found, hallSays, clockSays, day }, 'hall', null)
  }
  let wrongDay = correctsDay
  /** How far the doubted clock lay from the hall's time at the last look of this start. */
  let apart: number | null = null
  return async () => {
    const now = clock.doubt()
    const known = office.state.clock.doubt
    const before = apart
    apart = now === null ? null : now.clockSays - now.hallSays
    if (wrongDay) {
      wrongDay = false
      await report('day-was-wrong', clock.now())
    } else if (now === null) {
      if (known !== null) await report('came-back', clock.now())
    } else if (known === null || hasJumpedAgain(now, before, known)) await report('doubted', now.hallSays)
    else if (dayIn(timeZone, now.clockSays) > known.day) await report('midnight-passed', now.hallSays)
  }
}

/** A doubted clock that jumps is doubted anew, or its other date would look like a night that has passed. */
function hasJumpedAgain(now: Doubt, before: number | null, known: ClockDoubt): boolean {
  const apart = now.clockSays - now.hallSays
  if (before !== null) return Math.abs(apart - before) > DOUBTED_MS
  // Since the doubt the gateway was off, nobody knows for how long.
  return now.clockSays < known.clockSays - DOUBTED_MS || now.clockSays > known.clockSays + LONGEST_REST_MS
}
