import { z } from 'zod'

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写成 09:00 这样')
const many = z.number().int().positive().max(9999)

/** `takes`: numbers are given during the break too, only nobody is called. */
export const lunch = z.strictObject({ from: clock, to: clock, takes: z.boolean().default(false) })

/** What of the hall's hours is different for one queue; null = as the hall. */
export const queueHours = z.strictObject({
  open: clock.nullable().default(null),
  lastTicket: clock.nullable().default(null),
  lunch: lunch.nullable().default(null),
})

/** Numbers of a day, and of parts of it (from ≤ time < to). Appointments have places of their own and are not counted. */
export const quota = z.strictObject({
  day: many.nullable().default(null),
  slots: z
    .array(z.strictObject({ from: clock, to: clock, most: many }))
    .max(48)
    .default([]),
})

/** Who cannot come yet lets `places` others go first, at most `times` a visit (晚点再来); null = not here. */
export const later = z.strictObject({ places: z.number().int().min(1).max(30), times: z.number().int().min(1).max(5) })

/** Numbers taken with a visitor's own phone (手机取号): `phoneNumbers:` in hall.yaml; without it there are none. */
export const phoneNumbers = z.strictObject({
  /** Whoever has scanned the hall's code of this minute takes a number as at a terminal, without paper. */
  inHall: z.boolean().default(false),
  /** From outside (远程取号), before the way to the hall; null = not here. */
  remote: z
    .strictObject({
      /** Of a queue's numbers of the day, at most so many percent. */
      share: z.number().int().min(1).max(80),
      /** In one day for one phone, and for all phones behind one address. */
      perPhone: z.number().int().positive().max(20).default(2),
      perAddress: z.number().int().positive().max(5_000).default(60),
    })
    .nullable()
    .default(null),
})

/** From so many waiting, or so many minutes at the head, the guides' desk marks the queue. */
export const warnAt = z.strictObject({ waiting: many.nullable().default(null), minutes: many.nullable().default(null) })

/**
 * What the hall promises about waiting, minutes: nine in ten come in before `minutes`, nobody stays as long as `limit`. Reports are
 * measured against it.
 */
export const waitPromise = z
  .strictObject({
    minutes: z.number().int().min(1).max(240).default(30),
    limit: z.number().int().min(1).max(480).default(45),
  })
  .refine(({ minutes, limit }) => minutes <= limit, 'limit 不能小于 minutes')

/** Counters that serve other queues at certain hours (潮汐窗口), by the clock. What a guide assigns by hand is left alone. */
export const tide = z.strictObject({
  id,
  from: clock,
  to: clock,
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
  counters: z.array(id).min(1),
  queues: z.array(id).min(1),
})

/** An open counter without a number calls by itself when somebody has been waiting for it so long; null = never. */
export const autoCall = z.strictObject({ graceSeconds: z.number().int().min(3).max(600) })

/** At this time whoever is not at a counter expires with a record; null = at midnight, with all others. */
export const dayClose = z.strictObject({ at: clock })

export type QueueHours = z.infer<typeof queueHours>
export type RemoteNumbers = NonNullable<z.infer<typeof phoneNumbers>['remote']>
export type Quota = z.infer<typeof quota>
export type Tide = z.infer<typeof tide>
