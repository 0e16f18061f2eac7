import { addDays } from '../../contract/hall-time.ts'
import type { HolidayCalendar } from '../../contract/calendar.ts'
import { workingDaysBetween } from '../../contract/working-days.ts'

/** A special procedure that stops the clock (行政许可法 45); both days belong to it, `until` null = it still goes on. */
export interface Pause {
  readonly name: string
  readonly from: string
  readonly until: string | null
}

/** Working days from the day after `from` to `to`, less those under a special procedure, each day once. Days as 2026-03-18. */
export function countedDays(from: string, to: string, pauses: readonly Pause[], calendar: HolidayCalendar): number {
  if (to <= from) return 0
  const stopped = pauses
    .map((pause) => ({ from: pause.from, until: pause.until !== null && pause.until < to ? pause.until : to }))
    .filter((pause) => pause.from <= pause.until)
    .sort((one, other) => one.from.localeCompare(other.from))
  let paused = 0
  let seenTo = from
  for (const pause of stopped) {
    const before = addDays(pause.from, -1)
    const begin = before > seenTo ? before : seenTo
    if (pause.until <= begin) continue
    paused += workingDaysBetween(begin, pause.until, calendar)
    seenTo = pause.until
  }
  return workingDaysBetween(from, to, calendar) - paused
}

/** The special procedure under which a day lies, of several the one that began first; null = the clock runs. */
export const pauseOn = (day: string, pauses: readonly Pause[]): Pause | null =>
  pauses
    .filter(({ from, until }) => from <= day && (until === null || until >= day))
    .reduce<Pause | null>((first, one) => (first === null || rank(one) < rank(first) ? one : first), null)
const rank = ({ from, name }: Pause): string => `${from} ${name}`
