import { z } from 'zod'
import { caseReport, light } from './cases.ts'
import { lightEntry, lightRow } from './lights.ts'

/** A step as those see it who look after the limits. Days are working days; null = not said. */
const watchedStep = z.object({
  name: z.string(),
  state: z.enum(['done', 'current', 'to-come']),
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  used: z.number().nullable(),
  limitDays: z.number().nullable(),
  pausedDays: z.number(),
  light: light.nullable(),
  by: z.string().nullable(),
  note: z.string().nullable(),
})

/** One day of a case's calendar: `nth` is the working day that it is of the limit; null = it does not count. */
const watchedDay = z.object({
  day: z.string(),
  kind: z.enum(['accepted', 'off', 'paused', 'used', 'today', 'to-come']),
  nth: z.number().nullable(),
  isDue: z.boolean(),
})

/** `GET /api/v1/lights`, roles supervisor and guide: one case with its course. */
export const watchedCase = lightRow.extend({
  receipt: z.string(),
  applicant: z.string().nullable(),
  status: caseReport.shape.status,
  acceptedOn: z.string(),
  promisedDays: z.number().nullable(),
  steps: z.array(watchedStep),
  /** The joint approval to which it belongs; null = to none. */
  approval: z.string().nullable(),
})
export const watchedList = z.object({
  items: z.array(watchedCase),
  total: z.number(),
  counts: z.object({ red: z.number(), yellow: z.number(), paused: z.number(), green: z.number() }),
})

/** `GET /api/v1/lights/:caseId`. */
export const watchedDetail = z.object({
  case: watchedCase,
  days: z.array(watchedDay),
  /** Newest last. */
  history: z.array(lightEntry),
})
export const recountAnswer = z.object({ changed: z.number() })

export type WatchedList = z.infer<typeof watchedList>
export type WatchedStep = z.infer<typeof watchedStep>
export type WatchedDay = z.infer<typeof watchedDay>
export type WatchedCaseView = z.infer<typeof watchedCase>
export type WatchedDetail = z.infer<typeof watchedDetail>
