import { randomBytes } from 'node:crypto'
import type { Moment } from './domain/decision.ts'

/** Reads the wall clock for the domain, in the hall's time zone. */
export function momentIn(timeZone: string): () => Moment {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
  })
  const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
  // Formatting costs more than deciding; within one minute the answer is the same.
  let known = { minute: -1, day: '', of: 0, weekday: 1 }
  return () => {
    const now = Date.now()
    const minute = Math.floor(now / 60_000)
    if (minute !== known.minute) {
      const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]))
      const day = `${parts.year}-${parts.month}-${parts.day}`
      known = {
        minute,
        day,
        of: Number(parts.hour) * 60 + Number(parts.minute),
        weekday: weekdays.indexOf(parts.weekday ?? 'Mon') + 1,
      }
    }
    return {
      now,
      day: known.day,
      minute: known.of,
      weekday: known.weekday,
      newId: () => randomBytes(16).toString('base64url'),
    }
  }
}
