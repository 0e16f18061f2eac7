import { z } from 'zod'

export const reportSpans = ['day', 'week', 'month', 'year'] as const
export const reportKinds = ['hall', 'floor', 'department', 'queue', 'counter', 'person', 'matter', 'terminal'] as const
const count = z.number()
/** Minutes, or a share 0…1; null = there is nothing to say it of. */
const figure = z.number().nullable()

/** The figures of one part of the hall. `below50`: half of those called waited less than so many whole minutes. */
export const reportRow = z.object({
  key: z.string(),
  name: z.string(),
  taken: count,
  called: count,
  waitMean: figure,
  below50: figure,
  below90: figure,
  /** Share of those called who waited less than what the hall promises, and how many waited as long as its limit or longer. */
  within: figure,
  overLimit: count,
  finished: count,
  served: count,
  serviceMean: figure,
  missed: count,
  missedWaitMean: figure,
  requeued: count,
  left: count,
  leftMean: figure,
  transferred: count,
  givenBack: count,
  openHours: count,
  load: figure,
  ratings: count,
  content: figure,
  /** 不满意 and 非常不满意. */
  bad: count,
  grievances: count,
  /** Cases that turned yellow, or red, and answers of chief representatives. */
  yellows: count,
  reds: count,
  lightAnswers: count,
  told: count,
  toldTrue: figure,
  toldOffMean: figure,
  helps: count,
  helpsAnswered: count,
  helpMean: figure,
  lists: count,
  slipFaults: count,
  searches: count,
  searchesEmpty: count,
})
export type ReportRow = z.infer<typeof reportRow>

/** By half hour of the day (18 = 09:00), of those who took their number then. */
export const reportHalf = z.object({
  half: z.number().int(),
  taken: count,
  called: count,
  below10: figure,
  below50: figure,
  below90: figure,
  overLimit: count,
  /** Called and not there, or left; by when they went. */
  gone: count,
  /** How many stood in line on average. */
  waiting: count,
  load: figure,
})
export type ReportHalf = z.infer<typeof reportHalf>

/** What past days say about a queue at one hour of one weekday (1 = Monday). */
export const staffingAdvice = z.object({
  queueId: z.string(),
  name: z.string(),
  weekday: z.number().int(),
  hour: z.number().int(),
  counters: z.number().int(),
  below90: z.number(),
  days: z.array(z.string()),
  of: z.number().int(),
})
export type StaffingAdviceView = z.infer<typeof staffingAdvice>

export const reportView = z.object({
  span: z.enum(reportSpans),
  /** 2026-03-17, the Monday of a week, 2026-03, 2026. */
  at: z.string(),
  from: z.string(),
  until: z.string(),
  /** The nearest before and after that have figures. */
  previousAt: z.string().nullable(),
  nextAt: z.string().nullable(),
  /** Days with figures in it; 0 = there are none. */
  days: z.number().int(),
  /** Some of it is the sample hall's invented past. */
  demo: z.boolean(),
  /** When its last day was closed, epoch ms; from then on nothing changes. */
  closedAt: z.number().nullable(),
  promise: z.object({ minutes: z.number(), limit: z.number() }),
  /** What it is about; null = the whole hall. */
  part: z.object({ kind: z.enum(reportKinds), key: z.string(), name: z.string() }).nullable(),
  whole: reportRow,
  /** `waits[m]`: how many waited m whole minutes; `stars[n]`: ratings of n + 1. */
  waits: z.array(z.number()),
  stars: z.array(z.number()),
  /** How often each reason was ticked. */
  reasons: z.record(z.string(), z.number()),
  compared: z.object({ at: z.string(), whole: reportRow }).nullable(),
  rows: z.array(z.object({ kind: z.enum(reportKinds), items: z.array(reportRow) })),
  /** Departments for a page that has an end: those with most numbers, the others as one. */
  departments: z.array(reportRow),
  halves: z.array(reportHalf),
  queueHalves: z.array(z.object({ key: z.string(), name: z.string(), halves: z.array(reportHalf) })),
  /** `group`: the series of the queue that the counter serves first. */
  counterHalves: z.array(z.object({ key: z.string(), group: z.string().nullable(), halves: z.array(reportHalf) })),
  /** Each day of it; of a single day the ten days up to it. */
  byDay: z.array(z.object({ day: z.string(), demo: z.boolean(), whole: reportRow })),
  advice: z.array(staffingAdvice),
})
export type ReportView = z.infer<typeof reportView>
export type ReportSpan = (typeof reportSpans)[number]
export type ReportKind = (typeof reportKinds)[number]

const band = z.object({ low: z.number(), middle: z.number(), high: z.number() })
/** The usual day by half hours, from the last working days: one in ten days lies below `low`, one in ten above `high`. */
export const usualDayView = z.object({
  days: z.number().int(),
  demo: z.boolean(),
  /** The whole hall, then each queue. */
  hall: z.array(z.object({ half: z.number().int(), waiting: band, minutes: band.nullable() })),
  queues: z.array(
    z.object({
      key: z.string(),
      halves: z.array(z.object({ half: z.number().int(), waiting: band, minutes: band.nullable() })),
    }),
  ),
})
export type UsualDayView = z.infer<typeof usualDayView>
