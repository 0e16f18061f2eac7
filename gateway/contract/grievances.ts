import { z } from 'zod'
import { id } from './hall.ts'
import { gradeCounts, ownWords, ratingReason, ratingReasons, ratingSource, telephone } from './ratings.ts'

/** 诉求: a low grade (差评), a complaint (投诉), or an errand that could not be done (办不成事). */
export const grievanceKind = z.enum(['low-rating', 'complaint', 'not-done'])
export type GrievanceKind = z.infer<typeof grievanceKind>
/** By which door it came. */
export const grievanceDoor = z.union([ratingSource, z.literal('terminal')])
export type GrievanceDoor = z.infer<typeof grievanceDoor>

/** How it stands: `answered` can be read by the visitor, `closed` also has no contact any more. */
export const grievanceStage = z.enum(['new', 'assigned', 'contacted', 'answered', 'closed', 'withdrawn'])
export type GrievanceStage = z.infer<typeof grievanceStage>

/** Where it led: mended, explained, or found not to be so. */
export const grievanceOutcome = z.enum(['mended', 'explained', 'not-found'])
export type GrievanceOutcome = z.infer<typeof grievanceOutcome>
export const contactWay = z.enum(['phone', 'met', 'looked-into'])
export type ContactWay = z.infer<typeof contactWay>
export const reminder = z.enum(['contact-due', 'contact-late', 'settle-near', 'settle-late'])
export type Reminder = z.infer<typeof reminder>

const grievanceId = z.string().min(1).max(64)
/** Eight digits, as they are shown and typed: `8417 2206`. */
export const grievanceCode = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{8}$/))

/** What only the gateway's own doors bring: the words and the telephone stay with them. */
export const grievanceReports = [
  z.strictObject({
    type: z.literal('file-grievance'),
    grievanceId,
    kind: z.enum(['complaint', 'not-done']),
    via: grievanceDoor,
    reasons: z.array(ratingReason).max(ratingReasons.length),
    counterId: id.nullable(),
    departmentId: id.nullable(),
    /** Of the number that the phone holds; null = of none. */
    ticketId: z.string().max(64).nullable(),
    hasWords: z.boolean(),
    hasContact: z.boolean(),
  }),
  z.strictObject({ type: z.literal('assign-grievance'), grievanceId, departmentId: id }),
  z.strictObject({ type: z.literal('contact-grievance'), grievanceId, how: contactWay, hasNote: z.boolean() }),
  z.strictObject({ type: z.literal('answer-grievance'), grievanceId, outcome: grievanceOutcome, close: z.boolean() }),
  z.strictObject({ type: z.literal('close-grievance'), grievanceId }),
  z.strictObject({ type: z.literal('read-contact'), grievanceId }),
  /** By whoever holds the code. */
  z.strictObject({ type: z.literal('urge-grievance'), grievanceId }),
  z.strictObject({ type: z.literal('add-to-grievance'), grievanceId }),
  z.strictObject({ type: z.literal('withdraw-grievance'), grievanceId }),
] as const

/** `POST /api/v1/grievances`, anybody. */
export const grievanceWish = z.strictObject({
  kind: z.enum(['complaint', 'not-done']),
  reasons: z.array(ratingReason).max(ratingReasons.length).default([]),
  words: ownWords.default(''),
  telephone: telephone.nullable().default(null),
  counterId: id.nullable().default(null),
  departmentId: id.nullable().default(null),
  /** The number's own code, as in /t/TOKEN. */
  token: z.string().max(64).nullable().default(null),
})
export type GrievanceWish = z.input<typeof grievanceWish>
export const grievanceFiled = z.object({ code: z.string(), settleBy: z.string() })
/** `POST /api/v1/grievances/{find,urge,withdraw}`, anybody who has the code. */
export const grievanceQuestion = z.strictObject({ code: grievanceCode })
/** `POST /api/v1/grievances/add` */
export const grievanceAddition = z.strictObject({ code: grievanceCode, words: ownWords.min(1) })

const step = z.object({
  what: z.enum(['filed', 'explained', 'assigned', 'contacted', 'added', 'urged', 'answered', 'closed', 'withdrawn']),
  /** Epoch ms. */
  at: z.number(),
  /** A department's name, or how somebody got in touch; null = nothing to say. */
  detail: z.string().nullable(),
})
export type GrievanceStep = z.infer<typeof step>

const clock = z.object({
  /** Days as 2026-03-18. */
  filedOn: z.string(),
  contactBy: z.string(),
  settleBy: z.string(),
  /** Working days since it was filed, the day itself not counted. */
  usedDays: z.number(),
  totalDays: z.number(),
})

/** What the holder of the code may see. Nobody's name, no telephone. */
export const grievanceView = z.object({
  kind: grievanceKind,
  stage: grievanceStage,
  reasons: z.array(ratingReason),
  /** As the visitor wrote it; null = nothing, or it is closed and forgotten. */
  words: z.string().nullable(),
  hasContact: z.boolean(),
  counterId: z.string().nullable(),
  clock,
  /** Weekends and holidays between filing and the last day. */
  daysOff: z.number(),
  steps: z.array(step),
  answer: z.object({ at: z.number(), outcome: grievanceOutcome, words: z.string() }).nullable(),
  mayUrge: z.boolean(),
  timeZone: z.string(),
})
export type GrievanceView = z.infer<typeof grievanceView>

/** A row of the supervisors' list: everything but what the visitor wrote. */
export const grievanceRow = z.object({
  grievanceId: z.string(),
  kind: grievanceKind,
  stage: grievanceStage,
  via: grievanceDoor,
  stars: z.number().nullable(),
  reasons: z.array(ratingReason),
  counterId: z.string().nullable(),
  number: z.string().nullable(),
  matterName: z.string().nullable(),
  departmentName: z.string().nullable(),
  hasWords: z.boolean(),
  hasContact: z.boolean(),
  filedAt: z.number(),
  clock,
  /** `late`: over a limit; `near`: today is the last day for contact, or two working days are left. */
  light: z.enum(['none', 'near', 'late']),
  urgedAt: z.number().nullable(),
  outcome: grievanceOutcome.nullable(),
  steps: z.array(step),
})
export type GrievanceRow = z.infer<typeof grievanceRow>

/** Topic `ratings`, supervisors. */
export const ratingsView = z.object({
  today: gradeCounts,
  days: z.array(z.object({ day: z.string(), counts: gradeCounts })),
  counters: z.array(z.object({ counterId: z.string(), counts: gradeCounts })),
  grievances: z.array(grievanceRow),
  departments: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type RatingsView = z.infer<typeof ratingsView>

/** `GET /api/v1/grievances/:id`, supervisors: what was written. The telephone is asked for by itself, and that is a record. */
export const grievanceFile = z.object({
  words: z.string().nullable(),
  additions: z.array(z.object({ at: z.number(), words: z.string() })),
  notes: z.array(z.object({ at: z.number(), by: z.string(), words: z.string() })),
  answer: z.string().nullable(),
  /** It was closed, or its key is lost: what the visitor wrote cannot be read any more. */
  isForgotten: z.boolean(),
})
export type GrievanceFile = z.infer<typeof grievanceFile>
export const contactAnswer = z.object({ telephone: z.string().nullable() })
export const assignBody = z.strictObject({ departmentId: id })
export const contactBody = z.strictObject({ how: contactWay, words: ownWords.default('') })
export const answerBody = z.strictObject({
  outcome: grievanceOutcome,
  words: z.string().trim().min(2).max(600),
  close: z.boolean().default(true),
})
