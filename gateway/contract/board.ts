import { z } from 'zod'
import { escalationView } from './escalations.ts'
import { gradeCounts } from './ratings.ts'
import { onDutyView } from './roster.ts'
import { epochMs, hallHead, helpView } from './view-parts.ts'

/** Topic `board`: what a supervisor looks at first, as far as no other topic has it. Rows of queues, counters and devices come by their own. */
export const boardView = z.object({
  hall: hallHead,
  /** Opening hours of the hall, as minutes of the day: the axis of the day. */
  hours: z.object({ from: z.number(), to: z.number() }),
  waiting: z.number(),
  taken: z.number(),
  finished: z.number(),
  /** The smallest whole number of minutes that half, and nine in ten, of today's first calls waited less than; null = nobody was called. */
  below50: z.number().nullable(),
  below90: z.number().nullable(),
  /** People in line on average, by steps of ten minutes that are over: [epoch ms of its beginning, people]. */
  curve: z.array(z.tuple([epochMs, z.number()])),
  /** What the hall promises, minutes. */
  promise: z.object({ minutes: z.number(), limit: z.number() }),
  /** Grades of today, the lowest first. */
  grades: gradeCounts,
  help: z.array(helpView),
  /** What was told to somebody above and still stands. */
  escalations: z.array(escalationView),
  duty: onDutyView,
  floors: z.array(
    z.object({ id: z.string(), name: z.string(), zones: z.array(z.object({ id: z.string(), name: z.string() })) }),
  ),
})

/** What a counter does: the first four with a number or without, the last two not at work. */
export const counterDoes = z.enum(['serving', 'called', 'idle', 'paused', 'closed'])

/** Row of `board-counters`. */
export const boardCounter = z.object({
  id: z.string(),
  floor: z.string(),
  zone: z.string(),
  does: counterDoes,
  sign: z.enum(['ok', 'warning', 'fault', 'paused', 'off']),
  /** Since when it does so; null = it has not been opened today. */
  since: epochMs.nullable(),
  /** Since when it is open; null = it is not. */
  openSince: epochMs.nullable(),
  /** The number that is there, and its queue; null = none. */
  number: z.string().nullable(),
  queueId: z.string().nullable(),
  pauseReason: z.string().nullable(),
  /** How many wait whom an idle counter could call; 0 = it is at work, or nobody does. */
  behind: z.number(),
  /** What service of this matter usually takes at most, when it takes far longer now, minutes; null = it does not. */
  usualMinutes: z.number().nullable(),
  /** The queues that it serves now. */
  queues: z.array(z.string()),
})

export type BoardView = z.infer<typeof boardView>
export type BoardCounter = z.infer<typeof boardCounter>
