import { z } from 'zod'
import { where } from './view-parts.ts'

/** `POST /phone/enter`: the code that was scanned in the hall. */
export const hallCodeShown = z.strictObject({ code: z.string().max(64) })
/** `POST /phone/tickets`: the same choice as at a terminal; `pass` says that this phone was in the hall a moment ago. */
export const phoneWish = z.strictObject({
  pass: z.string().max(64),
  matterId: z.string().max(200).nullable().default(null),
  queueId: z.string().max(32).nullable().default(null),
  missing: z.array(z.string().max(200)).max(40).default([]),
  accessible: z.boolean().default(false),
})

/** `GET /phone`: what can be taken now; words are ready to be read. */
export const phoneOffer = z.object({
  hall: z.object({ name: z.string(), timeZone: z.string() }),
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
    }),
  ),
})
export const hallCodeNow = z.object({ address: z.string(), seconds: z.number() })
export const phonePass = z.object({ pass: z.string() })
export const phoneTaken = z.object({ token: z.string(), number: z.string() })

export type PhoneOffer = z.infer<typeof phoneOffer>
export type HallCodeNow = z.infer<typeof hallCodeNow>
