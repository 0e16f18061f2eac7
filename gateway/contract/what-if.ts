import { z } from 'zod'

/** A supervisor's question: so many more counters (fewer: negative) for a queue, from a time today (null = at once). */
export const whatIfQuestion = z.object({
  queueId: z.string().min(1).max(40),
  counters: z
    .number()
    .int()
    .min(-50)
    .max(50)
    .refine((counters) => counters !== 0, '至少一个窗口'),
  from: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '写成 10:00')
    .nullable()
    .default(null),
})
export type WhatIfQuestion = z.infer<typeof whatIfQuestion>

const side = z.object({
  /** Open counters of the queue. */
  open: z.number(),
  /** Minutes of waiting of half of the visitors, of nine in ten, the longest; null = nobody is called. */
  p50: z.number().nullable(),
  p90: z.number().nullable(),
  longest: z.number().nullable(),
  /** Called from that time on, and not called before the day ends. */
  called: z.number(),
  left: z.number(),
})

/** The rest of the day as it is and as it would be, by the mean of some days played. */
export const whatIfAnswer = z.object({
  queueId: z.string(),
  /** null = at once. */
  from: z.string().nullable(),
  waiting: z.number(),
  /** Visitors still expected today. */
  expected: z.number(),
  /** Counters that would open or close; fewer than asked when there are no more. */
  counters: z.array(z.string()),
  before: side,
  after: side,
})
export type WhatIfAnswer = z.infer<typeof whatIfAnswer>
