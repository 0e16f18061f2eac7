import { z } from 'zod'
import { auditTopics } from './audit-topics.ts'

export const auditTopic = z.enum(auditTopics)
export type AuditTopic = z.infer<typeof auditTopic>

const day = z.iso.date()
const minute = z
  .number()
  .int()
  .min(0)
  .max(24 * 60)

/** What is looked for; null or [] = anything. Minutes since midnight, `toMinute` not with it. */
export const auditFilter = z.strictObject({
  from: day,
  to: day,
  fromMinute: minute.nullable(),
  toMinute: minute.nullable(),
  /** A number as on the slip. */
  number: z.string().max(8).nullable(),
  counterId: z.string().max(32).nullable(),
  /** A terminal, a screen, a printer, by its id. */
  deviceId: z.string().max(48).nullable(),
  topic: auditTopic.nullable(),
  /** As the log keeps it. */
  actor: z.string().max(80).nullable(),
  /** Words that must stand in the sentence. */
  words: z.array(z.string().max(40)).max(8),
})
export type AuditFilter = z.infer<typeof auditFilter>

/** `GET /api/v1/audit`: `q` as people speak, further narrowed by the boxes; `before` the older ones, `after` the newer ones of a list. */
export const auditQuestion = z.strictObject({
  q: z.string().trim().max(100).default(''),
  from: day.optional(),
  to: day.optional(),
  topic: auditTopic.optional(),
  actor: z.string().max(80).optional(),
  counterId: z.string().max(32).optional(),
  before: z.coerce.number().int().min(1).optional(),
  after: z.coerce.number().int().min(0).optional(),
})
export type AuditQuestion = z.input<typeof auditQuestion>

/** In `sentence` the parts that matter stand in ‹›. */
export const auditRow = z.object({
  seq: z.number(),
  at: z.number(),
  sentence: z.string(),
  topic: auditTopic,
  /** As the log keeps it, and in words. */
  actor: z.string(),
  actorName: z.string(),
  /** Where it was done; null = at no counter. */
  counterId: z.string().nullable(),
})
export type AuditRow = z.infer<typeof auditRow>
export const auditAnswer = z.object({
  filter: auditFilter,
  /** The newest first. */
  rows: z.array(auditRow),
  /** All that fit. */
  total: z.number(),
  /** How many of them in each hour, the newest first. */
  hours: z.array(z.object({ day, hour: z.number(), count: z.number() })),
  /** Older ones were not looked at any more; null = all of it was. */
  lookedFrom: z.number().nullable(),
  hasMore: z.boolean(),
  timeZone: z.string(),
})
export type AuditAnswer = z.infer<typeof auditAnswer>

/** `GET /api/v1/audit/:seq` */
export const auditDetail = z.object({
  row: auditRow,
  /** Why, in the words of whoever did it; null = none were given. */
  reason: z.string().nullable(),
  /** This record and the two before it: the beginning of each hash. */
  chain: z.array(z.object({ seq: z.number(), hash: z.string() })),
})
export type AuditDetail = z.infer<typeof auditDetail>

/** `GET` and `POST /api/v1/audit/chain` */
export const chainState = z.object({
  /** The first record's time, epoch ms; null = there is none. */
  since: z.number().nullable(),
  rows: z.number(),
  /** When the whole chain was last looked through; null = not yet in this run. */
  checkedAt: z.number().nullable(),
  isWhole: z.boolean(),
  isChecking: z.boolean(),
})
export type ChainState = z.infer<typeof chainState>

/** `POST /api/v1/audit/export`: the rows that fit, as a workbook. */
export const exportBody = z.strictObject({ filter: auditFilter })
/** `POST /api/v1/log-export`: both days with it, at most a year. */
export const logExportBody = z
  .strictObject({ from: day, to: day })
  .refine(
    ({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) <= 366 * 86_400_000,
    '日子要从早到晚，最多一年。',
  )
/** Topic `audit`: the newest record's number. */
export const auditView = z.object({ seq: z.number() })
export type AuditView = z.infer<typeof auditView>

/** What only the gateway's own door says: an export is itself a record. */
export const auditReports = [
  z.strictObject({
    type: z.literal('export-records'),
    from: day,
    to: day,
    topic: auditTopic.nullable(),
    number: z.string().max(8).nullable(),
    counterId: z.string().max(32).nullable(),
    rows: z.number().int().min(0),
  }),
] as const
