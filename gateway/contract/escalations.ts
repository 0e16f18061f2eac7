import { z } from 'zod'

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/)

/** What may stand too long before somebody else hears of it. */
export const escalationWhat = z.enum([
  /** A visitor asked for a guide and nobody has said to come. */
  'help',
  /** A case is red and its department has not answered; yellow: it is due soon. */
  'light-red',
  'light-yellow',
  /** A device is broken. */
  'device',
  /** A queue is over its threshold; nobody serves one in which people wait. */
  'queue',
  'no-counter',
  'complaint',
])
/** Whom: those at that post on the roster, and the desk of that role. */
export const escalationTo = z.enum(['guides', 'supervisors', 'chief', 'leader'])
export const escalationHow = z.enum(['desk', 'sound', 'webhook'])

/** One rule of hall.yaml: what, after how long, to whom, how. */
export const escalationRule = z.strictObject({
  id,
  what: escalationWhat,
  /** null = as long as the hall lets it stand anyway: a call for a guide for `helpEscalateSeconds`, all else not at all. */
  afterMinutes: z
    .number()
    .min(0)
    .max(24 * 60)
    .nullable()
    .default(null),
  to: escalationTo,
  how: z.array(escalationHow).min(1).default(['desk']),
})

/** What a hall does that says nothing of its own. */
export const usualEscalations = [
  { id: 'help', what: 'help', afterMinutes: null, to: 'supervisors', how: ['desk', 'sound'] },
  { id: 'red', what: 'light-red', afterMinutes: 0, to: 'chief', how: ['desk', 'webhook'] },
  { id: 'device', what: 'device', afterMinutes: 10, to: 'supervisors', how: ['desk', 'webhook'] },
  { id: 'queue', what: 'queue', afterMinutes: 10, to: 'leader', how: ['desk'] },
  { id: 'no-counter', what: 'no-counter', afterMinutes: 3, to: 'guides', how: ['desk', 'sound'] },
  { id: 'complaint', what: 'complaint', afterMinutes: 0, to: 'supervisors', how: ['desk'] },
] satisfies z.input<typeof escalationRule>[]
export const escalationRules = z.array(escalationRule).max(40).default(usualEscalations)

/** What stands, as the watch found it. `subjectId`: a help call, a case, a device, a queue; `since`: epoch ms. */
export const standing = z.strictObject({
  what: escalationWhat,
  subjectId: z.string().min(1).max(80),
  name: z.string().max(200),
  since: z.number().int().nonnegative(),
  /** For the chief representative of a red case; null = of no department. */
  departmentName: z.string().max(100).nullable().default(null),
})
export const escalationReports = [
  z.strictObject({ type: z.literal('report-standing'), standing: z.array(standing).max(2_000) }),
] as const
export const escalationCommands = [
  /** 我来处理: whoever takes it stops the ringing. */
  z.strictObject({ type: z.literal('take-escalation'), escalationId: z.string().min(1).max(64) }),
] as const

export const escalationView = z.object({
  id: z.string(),
  what: escalationWhat,
  subjectId: z.string(),
  name: z.string(),
  /** Epoch ms: since when it stands, and when it was escalated. */
  since: z.number(),
  at: z.number(),
  to: escalationTo,
  names: z.array(z.string()),
  how: z.array(escalationHow),
  takenBy: z.string().nullable(),
  takenAt: z.number().nullable(),
})

export type EscalationWhat = z.infer<typeof escalationWhat>
export type EscalationRule = z.infer<typeof escalationRule>
export type Standing = z.infer<typeof standing>
export type EscalationView = z.infer<typeof escalationView>
