import { z } from 'zod'

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/)

/** What one clerk writes for the next. A row of digits as long as a telephone or an ID number is a person's and stays out of the log. */
export const ticketNote = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .refine((text) => !/\d{8}/.test(text.normalize('NFKC').replace(/[\s-]/g, '')), '不要写电话和证件号')

/** What a clerk does with a visitor's papers, what is written down for the next one, and the call for a guide to come. */
export const counterWork = [
  /** The whole list of what is missing; the others of the matter are there. */
  z.strictObject({
    type: z.literal('check-materials'),
    counterId: id,
    missing: z.array(z.string().min(1).max(200)).max(40),
  }),
  /** One list of all that is missing, on paper (行政许可法 32). */
  z.strictObject({ type: z.literal('print-missing'), counterId: id }),
  z.strictObject({
    type: z.literal('note-ticket'),
    counterId: id.nullable().default(null),
    ticketId: z.string().min(1).max(64),
    text: ticketNote,
  }),
  z.strictObject({
    type: z.literal('request-guide'),
    counterId: id,
    reason: z.string().trim().min(1).max(60).nullable().default(null),
  }),
] as const

/** `from`: the counter where it was written; null = at a desk. `at` epoch ms. */
export const noteView = z.object({ at: z.number(), from: z.string().nullable(), text: z.string() })
export type TicketNote = z.infer<typeof noteView>
