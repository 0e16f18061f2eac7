import { z } from 'zod'

const day = z.iso.date()

/** Statutory holidays and make-up working days (国务院办公厅 放假通知). `years`: those whose notice is in it. */
export const holidayCalendar = z.strictObject({
  years: z.array(z.string().regex(/^\d{4}$/)),
  off: z.array(day),
  work: z.array(day),
})
export type HolidayCalendar = z.infer<typeof holidayCalendar>

/** A calendar that knows of no holiday. */
export const noHolidays: HolidayCalendar = { years: [], off: [], work: [] }
