import { z } from 'zod'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写成 09:00 这样')
const minutes = z.number().int().min(0).max(600)

/** How a hall takes appointments: `booking:` in hall.yaml. Without it nothing can be booked and no code is redeemed. */
export const booking = z.strictObject({
  /** The phone page /book; off unless the hall switches it on. Imports work either way. */
  online: z.boolean().default(false),
  /** How many days ahead, today included. */
  daysAhead: z.number().int().min(1).max(60).default(7),
  /** The hours that can be booked, in order. */
  slots: z.array(clock).min(1).max(96),
  /** Places in each slot, by queue; a queue that is not named cannot be booked. */
  places: z.record(z.string(), z.number().int().positive().max(999)),
  arrival: z
    .strictObject({
      /** So long before the hour a code is taken. Until the hour the visitor waits as everybody does. */
      earlyMinutes: minutes.default(30),
      /** So long after the hour the appointment still counts. */
      lateMinutes: minutes.default(15),
      /** Before that window: come back at …, or wait as everybody does. */
      tooEarly: z.enum(['come-back', 'wait']).default('come-back'),
      /** After that window: an ordinary number, or none. */
      tooLate: z.enum(['ordinary', 'refuse']).default('ordinary'),
    })
    .prefault({}),
  cancelBeforeMinutes: minutes.default(120),
  /** Online, so many places in one day for one phone, and for all phones behind one address. */
  perPhone: z.number().int().positive().max(50).default(4),
  perAddress: z.number().int().positive().max(5_000).default(60),
  /** `most` appointments without coming within `withinDays` days → no booking for `blockDays` days. null = no such rule. */
  noShow: z
    .strictObject({
      most: z.number().int().positive().max(20),
      withinDays: z.number().int().positive().max(366),
      blockDays: z.number().int().positive().max(366),
    })
    .nullable()
    .default(null),
  /** A place booked by phone is held so long and given back unless its holder confirms it with the code. null = it is firm at once. */
  confirm: z
    .strictObject({ withinMinutes: z.number().int().min(1).max(1_440) })
    .nullable()
    .default(null),
})
export type Booking = z.infer<typeof booking>
