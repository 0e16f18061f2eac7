/** A clock time as people type it: 9, 930, 9:30, 9点半, 09：30 → 09:30; null = not understood. */
export function readClock(typed: string): string | null {
  const said = typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/点半$/, ':30')
    .replace(/[点时.]/, ':')
    .replace(/分?$/, '')
  const [, hour = '', minute = ''] = /^(\d{1,2}):?(\d{2})?$/.exec(said.replace(/:$/, '')) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute || 0) > 59) return null
  return `${hour.padStart(2, '0')}:${(minute || '0').padStart(2, '0')}`
}

/**
 * A day with a clock time, in the order in which Chinese is written: 2026-11-27 09:00, 11-27 9点, 11月27日, 27日 18:00 → YYYY-MM-DDTHH:MM. Without a
 * year or a month it is the coming one, counted from `today` (YYYY-MM-DD); without a time it is `clock`. null = not understood, or there is no
 * such day.
 */
export function readMoment(typed: string, today: string, clock = '00:00'): string | null {
  const said = typed.normalize('NFKC').trim()
  const [, year, month, day = '', rest = ''] =
    /^(?:(?:(\d{4})[-/.年]\s*)?(\d{1,2})[-/.月]\s*)?(\d{1,2})[日号]?(?:[\sT]+(.*)|)$/.exec(said) ?? []
  if (day === '') return null
  const time = rest === '' ? clock : readClock(rest)
  const date = datesOf(year, month, day, today).find((one) => isDay(one) && (year !== undefined || one >= today))
  return time === null || date === undefined ? null : `${date}T${time}`
}

/** The days that may be meant, the next first. */
function datesOf(year: string | undefined, month: string | undefined, day: string, today: string): string[] {
  const [thisYear = 0, thisMonth = 0] = today.split('-').map(Number)
  const written = (y: number, m: number): string => `${y}-${String(m).padStart(2, '0')}-${day.padStart(2, '0')}`
  if (month !== undefined && year !== undefined) return [written(Number(year), Number(month))]
  // A 29 February may be eight years away.
  if (month !== undefined) return Array.from({ length: 9 }, (_, ahead) => written(thisYear + ahead, Number(month)))
  return Array.from({ length: 3 }, (_, ahead) =>
    written(thisYear + Math.floor((thisMonth - 1 + ahead) / 12), ((thisMonth - 1 + ahead) % 12) + 1),
  )
}

function isDay(date: string): boolean {
  const real = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(real.getTime()) && real.toISOString().slice(0, 10) === date
}
