import { z } from 'zod'
import { id } from './hall.ts'

/** Words that nobody found anything by, as they were typed. What looks like a person's number is not taken. */
const MOST_SIGNS = 20
export const askedWords = z
  .string()
  .transform((text) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(2)
      .max(MOST_SIGNS)
      .regex(/\p{L}/u)
      .refine((text) => !/\d{4}/.test(text.replace(/[\s-]/g, ''))),
  )

/** `POST /api/v1/asked`: what one visitor searched in vain at a terminal. */
export const missedBody = z.strictObject({ terminalId: id, words: z.array(z.string().max(60)).min(1).max(5) })

/** `GET /api/v1/asked`: words that wait for a decision, the most asked first. */
export const askedRow = z.object({
  words: z.string(),
  /** How often at terminals, and how often a guide noted it. */
  atTerminals: z.number(),
  atDesk: z.number(),
  lastAt: z.number(),
  /** What guides took it for, and what the search finds nearest: the likeliest first. */
  likely: z.array(z.object({ matterId: z.string(), name: z.string(), department: z.string() })),
})
export const aliasRow = z.object({
  words: z.string(),
  matterId: z.string(),
  name: z.string(),
  by: z.string(),
  at: z.number(),
})
export const askedView = z.object({
  items: z.array(askedRow),
  total: z.number(),
  /** What was decided: words by which a matter is found now, the newest first. */
  aliases: z.array(aliasRow),
})
/** `POST /api/v1/asked/review`: the words are another name of this matter; null = of none, they are not asked again. */
export const reviewBody = z.strictObject({ words: askedWords, matterId: z.string().min(1).max(200).nullable() })
/** `POST /api/v1/asked/withdraw` */
export const withdrawBody = z.strictObject({ words: askedWords })

/** What only the gateway's own door says. `wanted`: how often it was asked for. */
export const askedReports = [
  z.strictObject({
    type: z.literal('review-alias'),
    words: askedWords,
    matterId: z.string().nullable(),
    wanted: z.number().int().min(0),
  }),
  z.strictObject({ type: z.literal('withdraw-alias'), words: askedWords }),
] as const

export type AskedRow = z.infer<typeof askedRow>
export type AliasRow = z.infer<typeof aliasRow>
export type AskedView = z.infer<typeof askedView>
