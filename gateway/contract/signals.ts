import { z } from 'zod'
import { keypadKey } from './input-devices.ts'

/** What a code that was held before a terminal turned out to be. Nothing of an unknown code is kept or sent on. */
export const scanAnswer = z.discriminatedUnion('kind', [
  /** A slip of today: its holder sees where it stands. */
  z.object({
    kind: z.literal('slip'),
    ticket: z.object({ ticketId: z.string(), number: z.string(), token: z.string(), queueId: z.string() }),
  }),
  /** It has a slip's form, and no such number is known any more. */
  z.object({ kind: z.literal('old-slip') }),
  /** An appointment's code; `message` in words when it could not be checked in; both null = this hall takes no appointments. */
  z.object({
    kind: z.literal('appointment'),
    ticket: z.object({ ticketId: z.string(), number: z.string(), token: z.string(), queueId: z.string() }).nullable(),
    message: z.string().nullable(),
    /** The same as a code with its details, for a page in the visitor's language. */
    refusal: z
      .object({ code: z.string(), details: z.record(z.string(), z.unknown()) })
      .nullable()
      .default(null),
  }),
  /** Perhaps a case's receipt; the visitor still says the last four of the ID document. */
  z.object({ kind: z.literal('receipt'), receipt: z.string() }),
  z.object({ kind: z.literal('matter'), matterId: z.string() }),
  z.object({ kind: z.literal('unknown') }),
])

/**
 * The ID-card reader: `waiting` for a card, `lift` the one that lies there first, `unreadable` lay it on again, `mute` it does not answer, `read` with mask and surname, which
 * are shown and kept nowhere.
 */
export const cardSignal = z.object({
  type: z.literal('card'),
  state: z.enum(['waiting', 'lift', 'unreadable', 'mute', 'read']),
  mask: z.string().nullable(),
  surname: z.string().nullable(),
})
export type CardSignal = z.infer<typeof cardSignal>
/** `POST /api/v1/terminals/:id/reader`, role terminal. `read` only after the visitor saw the notice and agreed. */
export const readerOrder = z.strictObject({ action: z.enum(['read', 'stop']) })

/** Topic `signals:TERMINAL`: what its scanner and keypad said in the last seconds, oldest first. `nth` grows; one that was seen is no news. */
export const signalsView = z.object({
  signals: z.array(
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('scan'), nth: z.number(), scan: scanAnswer }),
      z.object({ type: z.literal('key'), nth: z.number(), key: keypadKey }),
      cardSignal.extend({ nth: z.number() }),
    ]),
  ),
})

/** `POST /api/v1/terminals/:id/scan`, role terminal: a code from a scanner that types like a keyboard. */
export const scanQuestion = z.strictObject({ text: z.string().max(3_000) })

export type ScanAnswer = z.infer<typeof scanAnswer>
export type SignalsView = z.infer<typeof signalsView>
export type Signal = SignalsView['signals'][number]
