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
 * A day with a clock time, in the order in which Chinese is written: 2026-11-27 09:00, 11-27 9点, 11月27日, 27日 18:00 → YYYY-MM-DDTHH:MM; without a
 * time midnight. `today` (YYYY-MM-DD) fills in the year or the month. null = not understood, or there is no such day.
 */
export function readMoment(typed: string, today: string): string | null {
  const said = typed.normalize('NFKC').trim()
  const [, year = today.slice(0, 4), month = today.slice(5, 7), day = '', rest = ''] =
    /^(?:(?:(\d{4})[-/.年]\s*)?(\d{1,2})[-/.月]\s*)?(\d{1,2})[日号]?(?:[\sT]+(.*)|)$/.exec(said) ?? []
  if (day === '') return null
  const clock = rest === '' ? '00:00' : readClock(rest)
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const real = new Date(`${date}T00:00:00Z`)
  if (clock === null || Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== date) return null
  return `${date}T${clock}`
}
