import { z } from 'zod'
import { ticketNote } from './counter-work.ts'

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/)
const consultationId = z.string().min(1).max(64)

/** To whom a question was handed on: a department or counter of the hall, or somebody who works here, by work number. */
export const handedTo = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('department'), id }),
  z.strictObject({ kind: z.literal('counter'), id }),
  z.strictObject({ kind: z.literal('person'), id: z.string().min(1).max(12) }),
])
/** `open`: whoever was asked first (首问负责) still has to find out. */
export const consultationOutcome = z.enum(['answered', 'handed-on', 'open'])

/** The consultation log of the help desk. It holds what was asked and never who asked. */
export const consultationCommands = [
  z.strictObject({
    type: z.literal('note-consultation'),
    matterId: z.string().max(200).nullable().default(null),
    words: ticketNote.nullable().default(null),
    outcome: consultationOutcome,
    to: handedTo.nullable().default(null),
    /** The search did not find it by these words. */
    notFound: z.boolean().default(false),
  }),
  z.strictObject({ type: z.literal('hand-on-consultation'), consultationId, to: handedTo }),
  z.strictObject({ type: z.literal('answer-consultation'), consultationId }),
] as const

/** `by`: who was asked first, as the log keeps it, and in words. `to`: in words; null = nobody. Times are epoch ms. */
export const consultationView = z.object({
  id: z.string(),
  at: z.number(),
  by: z.string(),
  byName: z.string(),
  matterName: z.string().nullable(),
  words: z.string().nullable(),
  to: z.string().nullable(),
  toAt: z.number().nullable(),
  /** How long it has no answer: `late` after half an hour, `overdue` from the next day on. */
  light: z.enum(['open', 'late', 'overdue']),
})
export const consultationsShown = z.object({
  /** Without an answer, the oldest first. */
  open: z.array(consultationView),
  today: z.object({ noted: z.number(), answered: z.number(), handedOn: z.number() }),
})

export type HandedTo = z.infer<typeof handedTo>
export type ConsultationView = z.infer<typeof consultationView>
export type ConsultationsShown = z.infer<typeof consultationsShown>
