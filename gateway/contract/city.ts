import { z } from 'zod'
import { reportRow, reportSpans } from './reports.ts'

/** How a hall is, told each few seconds; what its log cannot tell. */
export const cityPulse = z.object({ at: z.number(), seq: z.number(), faults: z.number() })
export type CityPulse = z.infer<typeof cityPulse>

const minutes = z.number()

/** A hall on the city's board. */
export const cityHall = z.object({
  id: z.string(),
  name: z.string(),
  place: z.string(),
  /** `live`: heard of within seconds. `cut`: the line is down, the hall goes on by itself. `unfit`: its log cannot be believed here. */
  state: z.enum(['live', 'cut', 'unfit']),
  /** When it was last heard of, epoch ms; null = never. */
  heardAt: z.number().nullable(),
  waiting: z.number(),
  takenToday: z.number(),
  /** What today's visitors have waited until they were called: half of them, nine in ten, the first tenth; null = nobody was called. */
  waited: z.object({ low: minutes, half: minutes, most: minutes }).nullable(),
  openCounters: z.number(),
  counters: z.number(),
  /** null = not known. */
  faults: z.number().nullable(),
  lights: z.object({ red: z.number(), yellow: z.number(), paused: z.number() }).nullable(),
  /** People waiting at the end of each half hour of today, oldest first; `from`: the first of them, minutes of the day. */
  course: z.object({ from: z.number(), waiting: z.array(z.number()) }),
  /** Where it is, 0 to 1 from the left and from above, and the way there in words. */
  at: z.object({ x: z.number(), y: z.number() }).nullable(),
})
export type CityHall = z.infer<typeof cityHall>

/** Where somebody is served soonest. */
export const quickestHall = z.object({
  id: z.string(),
  name: z.string(),
  /** Where it is, in words; '' = nobody said. */
  place: z.string(),
  /** Minutes; null = nobody can say. */
  wait: z.object({ lowMinutes: minutes, highMinutes: minutes }).nullable(),
  /** Straight way from where somebody is, kilometres; null = not known. */
  kilometres: z.number().nullable(),
  /** Its own address, for phones; null = it has none. */
  url: z.string().nullable(),
  queueId: z.string(),
  matterId: z.string(),
})
export type QuickestHall = z.infer<typeof quickestHall>

/** What a hall asks its city for a visitor: where a matter of this very name is done soonest, or an order at another hall, which decides. */
export const cityQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('quickest'), matter: z.string().max(200) }),
  z.strictObject({
    kind: z.literal('order'),
    hall: z.string().max(64),
    commandId: z.string().min(1).max(128),
    command: z.looseObject({ type: z.enum(['take-ticket', 'book-appointment']) }),
  }),
])
export type CityQuestion = z.infer<typeof cityQuestion>

export const cityBoard = z.object({
  name: z.string(),
  /** Epoch ms. */
  now: z.number(),
  halls: z.array(cityHall),
})
export type CityBoard = z.infer<typeof cityBoard>
export const quickest = z.object({
  matter: z.string().nullable(),
  items: z.array(quickestHall),
  missing: z.array(z.string()),
})
export type Quickest = z.infer<typeof quickest>

/** A stretch of days over all halls. */
export const cityReport = z.object({
  span: z.enum(reportSpans),
  at: z.string(),
  from: z.string(),
  until: z.string(),
  /** The nearest before and after that have figures. */
  previousAt: z.string().nullable(),
  nextAt: z.string().nullable(),
  promise: z.object({ minutes: z.number(), limit: z.number() }),
  /** Most numbers first; `days`: how many of them are counted. */
  rows: z.array(reportRow.extend({ days: z.number() })),
  whole: reportRow,
  /** Halls without figures for it. */
  missing: z.array(z.string()),
})
export type CityReport = z.infer<typeof cityReport>
