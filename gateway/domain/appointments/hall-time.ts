const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** 2026-03-18 and so many days. */
export const addDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** Epoch ms of a clock on a day in the hall; the clock of a zone that skips an hour is taken as after it. */
export function epochOf(day: string, clock: string, timeZone: string): number {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    formats.set(timeZone, format)
  }
  const wanted = Date.parse(`${day}T${clock}:00Z`)
  const shownAt = (at: number): number => Date.parse(`${(format as Intl.DateTimeFormat).format(at).replace(' ', 'T')}Z`)
  const first = wanted - (shownAt(wanted) - wanted)
  return first - (shownAt(first) - wanted)
}
