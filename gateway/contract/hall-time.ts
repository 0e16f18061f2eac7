/** Days and clocks of the hall, for the gateway and the pages. An epoch time is in ms, a day is 2026-03-18, a clock is 09:30. */
const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()
/** Made once for each zone: making one takes longer than all that is done with it. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  formats.set(timeZone, format)
  return format
}

/** Zones change their offset on a quarter of an hour at the earliest, so one answer serves for that long. */
const QUARTER_MS = 15 * 60_000
const offsets = new Map<string, { quarter: number; ms: number }>()

/** Milliseconds by which a zone's clock is ahead of UTC at an epoch time. */
function offsetAt(at: number, timeZone: string): number {
  const quarter = Math.floor(at / QUARTER_MS)
  const known = offsets.get(timeZone)
  if (known?.quarter === quarter) return known.ms
  const start = quarter * QUARTER_MS
  const ms = Date.parse(`${formatIn(timeZone).format(start).replace(' ', 'T')}Z`) - start
  offsets.set(timeZone, { quarter, ms })
  return ms
}

/** Milliseconds since midnight in the hall. */
function sinceMidnight(at: number, timeZone: string): number {
  const local = at + offsetAt(at, timeZone)
  return local - Math.floor(local / DAY_MS) * DAY_MS
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** 2026-03-18 09:30:05 of an epoch time in the hall. */
export function timeAt(at: number, timeZone: string): string {
  const seconds = Math.floor(sinceMidnight(at, timeZone) / 1_000)
  const clock = [seconds / 3_600, (seconds / 60) % 60, seconds % 60].map((part) => pad(Math.floor(part)))
  return `${dayAt(at, timeZone)} ${clock.join(':')}`
}
export const dayAt = (at: number, timeZone: string): string =>
  new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 10)
export const clockAt = (at: number, timeZone: string): string => timeAt(at, timeZone).slice(11, 16)
/** Minutes since midnight of a clock, 24:00 is 1440. */
export const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
/** Day, minute of the day and weekday (1 = Monday) of an epoch time in the hall. */
export function hourAt(at: number, timeZone: string): { day: string; minute: number; weekday: number } {
  const day = dayAt(at, timeZone)
  return { day, minute: Math.floor(sinceMidnight(at, timeZone) / 60_000), weekday: weekdayOf(day) }
}

/** 2026-03-18 and so many days. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** Minutes since midnight in the hall, with seconds as a fraction. */
export const minuteAt = (at: number, timeZone: string): number => Math.floor(sinceMidnight(at, timeZone) / 1_000) / 60

/** Epoch ms of a clock on a day in the hall; the clock of a zone that skips an hour is taken as after it. */
export function epochOf(day: string, clock: string, timeZone: string): number {
  const format = formatIn(timeZone)
  const wanted = Date.parse(`${day}T${clock}:00Z`)
  const shownAt = (at: number): number => Date.parse(`${format.format(at).replace(' ', 'T')}Z`)
  const first = wanted - (shownAt(wanted) - wanted)
  return first - (shownAt(first) - wanted)
}
