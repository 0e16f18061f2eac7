import { z } from 'zod'
import { where } from './view-parts.ts'

/** `POST /phone/enter`, `POST /track/:token/arrive`: the code that was scanned in the hall, or its six digits as they stand on the wall. */
export const hallCodeShown = z.strictObject({ code: z.string().max(64) })
/**
 * `POST /phone/tickets`: the same choice as at a terminal; `pass` says that this phone was in the hall a moment ago, null = from outside
 * (远程取号).
 */
export const phoneWish = z.strictObject({
  pass: z.string().max(64).nullable(),
  matterId: z.string().max(200).nullable().default(null),
  queueId: z.string().max(32).nullable().default(null),
  missing: z.array(z.string().max(200)).max(40).default([]),
  accessible: z.boolean().default(false),
})

/** `GET /phone`: what can be taken now; words are ready to be read. */
export const phoneOffer = z.object({
  hall: z.object({ name: z.string(), nameEn: z.string(), timeZone: z.string() }),
  queues: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      where: z.array(where),
      /** 约 20–35 分钟; null = it cannot be known now. */
      wait: z.string().nullable(),
      waiting: z.number(),
      /** Why no number is given now, and when again; null = one is given. */
      whyNot: z.string().nullable(),
      /** The same for who is not in the hall. */
      whyNotRemote: z.string().nullable(),
      /** The same for who reads English; `name` null = it has none. */
      en: z.object({
        name: z.string().nullable(),
        wait: z.string().nullable(),
        whyNot: z.string().nullable(),
        whyNotRemote: z.string().nullable(),
      }),
    }),
  ),
  /** Numbers are given in the hall; and from outside, `placeAfterMiss` = where whose turn has passed stands when coming. */
  inHall: z.boolean(),
  remote: z.object({ placeAfterMiss: z.number() }).nullable(),
})
/** `address` to scan, `short` to type. */
export const hallCodeNow = z.object({ address: z.string(), short: z.string(), seconds: z.number() })
/** `arrived`: numbers of this phone, taken from outside, whose holder is now known to have come. */
export const phonePass = z.object({
  pass: z.string(),
  arrived: z.array(z.object({ token: z.string(), number: z.string() })),
})
export const phoneTaken = z.object({ token: z.string(), number: z.string() })

export type PhoneOffer = z.infer<typeof phoneOffer>
export type HallCodeNow = z.infer<typeof hallCodeNow>
