import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { HolidayCalendar } from '../contract/calendar.ts'

const yearFile = z.object({
  year: z.number().int(),
  days: z.array(z.object({ date: z.iso.date(), isOffDay: z.boolean() })),
})
const yearsIn = (folder: string): z.infer<typeof yearFile>[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^holiday-cn-\d{4}\.json$/.test(name))
        .sort()
        .map((name) => yearFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    : []
export const calendarFolder = resolve(import.meta.dirname, '../../assets/calendar')

/** The years in assets/calendar as one calendar; a year that the hall folder has in `calendar/` goes before ours. */
export function readCalendar(folder: string, hallDir: string | null = null): HolidayCalendar {
  const own = hallDir === null ? [] : yearsIn(join(hallDir, 'calendar'))
  const years = [...own, ...yearsIn(folder).filter(({ year }) => !own.some((one) => one.year === year))]
  const days = years.flatMap((one) => one.days)
  return {
    years: years.map(({ year }) => String(year)),
    off: days.filter(({ isOffDay }) => isOffDay).map(({ date }) => date),
    work: days.filter(({ isOffDay }) => !isOffDay).map(({ date }) => date),
  }
}
