import { z } from 'zod'
import { light, openWords } from './cases.ts'

const caseId = z.string().min(1).max(80)
const day = z.iso.date()
const days = z.number().int()

/** Why a light is as it is; the words are made from it and the days. */
export const lightWhy = z.enum([
  'in-time',
  'last-day',
  'four-fifths',
  'overdue',
  'special-procedure',
  'ended-in-time',
  'ended-late',
])

/** What moved a light: a day went by, or the office that works on the case told something new. */
export const lightCause = z.enum(['day', 'report'])

/** Why a light changed, with the days it rests on. `closed` = the case is over and is not watched any more. Nothing of a person. */
export const lightChange = z.strictObject({
  /** Opaque: a case of another system, or a leg of a joint approval. */
  caseId,
  matterName: z.string().max(200),
  departmentName: z.string().max(100),
  to: z.union([light, z.literal('closed')]),
  why: lightWhy,
  cause: lightCause,
  /** The step whose clock it is; null = that of the whole case. */
  step: z.string().max(40).nullable(),
  /** Working days. */
  used: days,
  limitDays: days,
  dueOn: day,
  /** Some day lies in a year whose holidays are not known yet. */
  approximate: z.boolean(),
  /** What stops the clock; null = it runs. */
  procedure: z.string().max(40).nullable(),
  /** Since when it stands. */
  pausedFrom: day.nullable().default(null),
})

/** Orders about cases whose light is not green. */
export const lightCommands = [
  /** 催办: whoever works on it is asked to go on. */
  z.strictObject({ type: z.literal('urge-case'), caseId, words: openWords(100).nullable().default(null) }),
  /** What the chief representative of the department answered, written down by whoever heard it. */
  z.strictObject({ type: z.literal('answer-case'), caseId, by: openWords(40), words: openWords(200) }),
] as const
/** What the gateway itself counted. */
export const lightReports = [
  z.strictObject({ type: z.literal('report-lights'), changes: z.array(lightChange).max(100_000) }),
] as const

export const lightEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('changed'),
    at: z.number(),
    from: light,
    to: light,
    why: lightWhy,
    step: z.string().nullable(),
    used: z.number(),
    limitDays: z.number(),
    dueOn: z.string(),
    procedure: z.string().nullable(),
  }),
  z.object({ kind: z.literal('urged'), at: z.number(), by: z.string(), to: z.string(), words: z.string().nullable() }),
  z.object({ kind: z.literal('answered'), at: z.number(), by: z.string(), words: z.string() }),
])

/** One case whose light is not green, as the board and the section list it. */
export const lightRow = z.object({
  caseId: z.string(),
  matterName: z.string(),
  departmentName: z.string(),
  light,
  why: lightWhy,
  /** Epoch ms since when it has this light. */
  since: z.number(),
  step: z.string().nullable(),
  used: z.number(),
  limitDays: z.number(),
  dueOn: z.string(),
  approximate: z.boolean(),
  procedure: z.string().nullable(),
  /** Working days to the limit, of today; below zero = over. */
  left: z.number(),
  /** Working days for which it has stood. */
  pausedDays: z.number(),
  urged: z.number(),
  /** It is red and its department's chief representative has not answered since. */
  wantsAnswer: z.boolean(),
  /** Who must answer, where the roster tells. */
  chief: z.string().nullable(),
})

/** Topic `lights`: red first, then what is due soonest. */
export const lightsView = z.object({
  red: z.number(),
  yellow: z.number(),
  paused: z.number(),
  unanswered: z.number(),
  /** How many facts of joint approvals there were: another number = look again. */
  approvals: z.number(),
  rows: z.array(lightRow),
})

export type LightWhy = z.infer<typeof lightWhy>
export type LightCause = z.infer<typeof lightCause>
export type LightChange = z.infer<typeof lightChange>
export type LightEntry = z.infer<typeof lightEntry>
export type LightRow = z.infer<typeof lightRow>
export type LightsView = z.infer<typeof lightsView>
