import { z } from 'zod'
import { ticketNote } from './counter-work.ts'

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/)
const errandId = z.string().min(1).max(64)
const itemId = z.string().min(1).max(64)
const item = z.strictObject({
  matterId: z.string().min(1).max(200),
  /** A number that the visitor holds already; null = none yet, or none is needed. */
  ticketId: z.string().min(1).max(64).nullable().default(null),
})

/** 帮办代办: what one visitor has to do today, which a guide takes care of. It names matters and numbers, and nobody. */
export const errandCommands = [
  z.strictObject({ type: z.literal('open-errand'), items: z.array(item).min(1).max(12), note: ticketNote.nullable() }),
  z.strictObject({ type: z.literal('add-errand-item'), errandId, item }),
  /** The number that was taken for it. */
  z.strictObject({ type: z.literal('number-errand-item'), errandId, itemId, ticketId: z.string().min(1).max(64) }),
  /** What needs no number, or was done elsewhere. */
  z.strictObject({ type: z.literal('tick-errand-item'), errandId, itemId, isDone: z.boolean() }),
  /** `to`: a colleague by work number; null = whoever takes it. */
  z.strictObject({
    type: z.literal('hand-on-errand'),
    errandId,
    to: z.string().min(1).max(12).nullable(),
    note: ticketNote.nullable(),
  }),
  z.strictObject({ type: z.literal('take-errand'), errandId }),
  z.strictObject({ type: z.literal('print-errand'), errandId, printerId: id }),
  z.strictObject({ type: z.literal('close-errand'), errandId, outcome: z.enum(['done', 'left']) }),
] as const
