import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { HolidayCalendar } from '../contract/calendar.ts'

const yearFile = z.object({
  year: z.number().int(),
  days: z.array(z.object({ date: z.iso.date(), isOffDay: z.boolean() })),
})
export const calendarFolder = resolve(import.meta.dirname, '../../assets/calendar')

/** The years in assets/calendar as one calendar. */
export function readCalendar(folder: string): HolidayCalendar {
  const years = readdirSync(folder)
    .filter((name) => /^holiday-cn-\d{4}\.json$/.test(name))
    .map((name) => yearFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  const days = years.flatMap((one) => one.days)
  return {
    years: years.map(({ year }) => String(year)),
    off: days.filter(({ isOffDay }) => isOffDay).map(({ date }) => date),
    work: days.filter(({ isOffDay }) => !isOffDay).map(({ date }) => date),
  }
}
