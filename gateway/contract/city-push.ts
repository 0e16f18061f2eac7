import { z } from 'zod'
import { emergencyCommands } from './emergency.ts'
import { noticeBody } from './notice.ts'

const version = z.number().int().min(1)
const { text, textEn, priority, startAt, endAt } = noticeBody.shape
const { title, titleEn, lines, drill, minutes } = emergencyCommands[0].shape

/** What a city sends to its halls; each of them decides. */
export const cityPush = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('notice'),
    text,
    textEn: textEn.default(null),
    priority: priority.default(0),
    startAt: startAt.default(null),
    endAt: endAt.default(null),
  }),
  z.strictObject({ kind: z.literal('emergency'), title, titleEn, lines, drill, minutes }),
  /** A file of matters as a hall would import it; base64. */
  z.strictObject({ kind: z.literal('catalogue'), file: z.string().min(1).max(120), bytes: z.base64() }),
  /** The notice or the emergency of that version is taken back. */
  z.strictObject({ kind: z.literal('withdraw'), of: version }),
])
export type CityPush = z.infer<typeof cityPush>

/** `halls` null = all of them. */
export const cityPushBody = z.strictObject({
  halls: z.array(z.string().min(1).max(64)).min(1).max(10_000).nullable().default(null),
  what: cityPush,
})
/** As it lies on the stream; versions follow each other. `at`: epoch ms on the city's clock. */
export const sentPush = cityPushBody.extend({ version, at: z.number(), by: z.string() })
export type SentPush = z.infer<typeof sentPush>

/**
 * What a hall says that it made of a version. `done`: it stands there. `waits`: somebody of the hall must agree first. `refused`: the hall says
 * why. `late`: its time was over when it came. `nothing`: it was so already.
 */
export const pushReceipt = z.object({
  hall: z.string(),
  version,
  /** Epoch ms on the hall's clock. */
  at: z.number(),
  outcome: z.enum(['done', 'waits', 'refused', 'late', 'nothing']),
  /** Words for people; '' = there is nothing to say. */
  words: z.string(),
  /** What the hall calls it: the id of a notice or an emergency. */
  ref: z.string().nullable(),
})
export type PushReceipt = z.infer<typeof pushReceipt>

/** A version and what became of it, for the people of the city. */
export const pushView = z.object({
  version,
  at: z.number(),
  by: z.string(),
  kind: z.enum(['notice', 'emergency', 'catalogue', 'withdraw']),
  /** In a line what it says. */
  title: z.string(),
  /** The version by which it was taken back; null = it stands. */
  withdrawnBy: version.nullable(),
  /** Halls that it is for and that have said nothing yet. */
  waiting: z.array(z.string()),
  receipts: z.array(pushReceipt),
})
export type PushView = z.infer<typeof pushView>
