const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** 2026-03-18 and so many days. */
export const addDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  formats.set(timeZone, known)
  return known
}

/** Minutes since midnight in the hall, with seconds as a fraction. */
export function minuteAt(at: number, timeZone: string): number {
  const [hour = 0, minute = 0, second = 0] = formatOf(timeZone).format(at).slice(11).split(':').map(Number)
  return hour * 60 + minute + second / 60
}

/** Epoch ms of a clock on a day in the hall; the clock of a zone that skips an hour is taken as after it. */
export function epochOf(day: string, clock: string, timeZone: string): number {
  const format = formatOf(timeZone)
  const wanted = Date.parse(`${day}T${clock}:00Z`)
  const shownAt = (at: number): number => Date.parse(`${format.format(at).replace(' ', 'T')}Z`)
  const first = wanted - (shownAt(wanted) - wanted)
  return first - (shownAt(first) - wanted)
}
