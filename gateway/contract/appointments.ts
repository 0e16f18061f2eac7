import { z } from 'zod'
import { id } from './hall.ts'
import { mobileDigits } from './mobile-digits.ts'

/** What stands on the phone or came with an import: capitals, digits and hyphens, compared without spaces. */
export const appointmentCode = z
  .string()
  .transform((text) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9-]{4,32}$/, '预约码是 4 到 32 位的字母或数字'))
const day = z.iso.date()
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写成 09:00 这样')
/** A keyed hash that the gateway made; no page and no other system may send one. */
export const keyedHash = z.string().regex(/^[0-9a-f]{64}$/)

const wish = {
  matterId: z.string().max(200).nullable().default(null),
  queueId: id.nullable().default(null),
  day,
  clock,
}
export const appointmentCommands = [
  z.strictObject({
    type: z.literal('book-appointment'),
    ...wish,
    /** The number of the system it was made in: the same reference again changes nothing. null = made here. */
    reference: z.string().trim().min(1).max(64).nullable().default(null),
    /** The code that the visitor holds already; null = the hall makes one. */
    code: appointmentCode.nullable().default(null),
    /** The person under each living key, the present one first; set by the gateway only. Empty = not known. */
    person: z.array(keyedHash).max(12).default([]),
    /** The last four of the mobile in the same way, so that a guide finds it by them; set by the gateway only. */
    tail: z.array(keyedHash).max(12).default([]),
  }),
  z.strictObject({ type: z.literal('confirm-appointment'), code: appointmentCode }),
  z.strictObject({ type: z.literal('cancel-appointment'), code: appointmentCode }),
  /** To another day or hour; the code stays. */
  z.strictObject({ type: z.literal('move-appointment'), code: appointmentCode, day, clock }),
] as const

/** `POST /api/v1/appointments`, role integration: one of these, or `{appointments: […]}` with at most 500. */
export const appointmentRow = z.strictObject({
  ...wish,
  reference: appointmentCommands[0].shape.reference,
  code: appointmentCommands[0].shape.code,
})
export const appointmentBatch = z.strictObject({ appointments: z.array(z.unknown()).min(1).max(500) })

/** A mobile number of the mainland, read into memory only. */
export const mobile = z
  .string()
  .transform(mobileDigits)
  .pipe(z.string().regex(/^1[3-9]\d{9}$/, '请填 11 位手机号'))
/** `POST /api/v1/booking`: what the phone page sends. `agreed`: the notice was read before. */
export const bookingWish = z.strictObject({ ...wish, mobile, agreed: z.literal(true) })
/** `POST /api/v1/appointments/find`, at a desk: those of one day whose mobile ends so. */
export const tailQuestion = z.strictObject({
  last4: z.string().regex(/^\d{4}$/, '请填手机号后四位'),
  day: day.optional(),
})
export const codeQuestion = z.strictObject({ code: appointmentCode })

export const appointmentState = z.enum(['booked', 'came', 'missed', 'cancelled', 'released'])
/** What who holds the code may see. Nothing personal. Times are epoch ms. */
export const appointmentView = z.object({
  code: z.string(),
  state: appointmentState,
  day: z.string(),
  clock: z.string(),
  at: z.number(),
  queueId: z.string(),
  queueName: z.string(),
  matterName: z.string().nullable(),
  /** In English; null = shown in Chinese. */
  queueNameEn: z.string().nullable(),
  matterNameEn: z.string().nullable(),
  /** When the code is taken at the terminal. */
  from: z.number(),
  until: z.number(),
  cancelUntil: z.number(),
  /** Until then the place is only held, and given back unless it is confirmed; null = it is firm. */
  confirmBy: z.number().nullable(),
  where: z.array(z.object({ floor: z.string(), zone: z.string(), counters: z.array(z.string()) })),
  /** The hall is at work on that day, as far as is known by now. */
  isOpen: z.boolean(),
  /** Only in the answer to a booking: false = its reference was booked before. */
  isNew: z.boolean().optional(),
})
/** `GET /api/v1/booking`: what can be booked now. `left` = free places by queue. */
export const bookingView = z.object({
  hall: z.object({ name: z.string(), nameEn: z.string(), timeZone: z.string() }),
  queues: z.array(z.object({ id: z.string(), name: z.string(), nameEn: z.string().nullable(), series: z.string() })),
  matters: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nameEn: z.string().nullable(),
      queueId: z.string(),
      popular: z.number(),
    }),
  ),
  days: z.array(
    z.object({
      day: z.string(),
      weekday: z.number(),
      slots: z.array(z.object({ clock: z.string(), left: z.record(z.string(), z.number()) })),
    }),
  ),
  rules: z.object({
    cancelBeforeMinutes: z.number(),
    earlyMinutes: z.number(),
    lateMinutes: z.number(),
    keptDays: z.number(),
  }),
})
export type AppointmentView = z.infer<typeof appointmentView>
export type BookingView = z.infer<typeof bookingView>
