import { z } from 'zod'
import { mailAddress } from './mail.ts'

/** What another system may be told of: numbers, calls, grades, lights of cases, and what a rule of `escalations` sends by webhook. */
export const webhookTopics = ['ticket', 'call', 'rating', 'light', 'escalation'] as const
export const webhookTopic = z.enum(webhookTopics)
export type WebhookTopic = z.infer<typeof webhookTopic>

/** Where the hall tells another system what happened. The key that signs is in the data folder, never in the hall's. */
export const webhook = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,31}$/, '编号用小写字母、数字和 -，以字母开头')
    .refine((said) => said !== 'mail', '“mail”是邮件提醒用的编号，请换一个'),
  url: z.url({ protocol: /^https?$/ }),
  topics: z
    .array(webhookTopic)
    .min(1)
    .default([...webhookTopics]),
})
export const webhooks = z
  .array(webhook)
  .max(10)
  .refine((hooks) => new Set(hooks.map(({ id }) => id)).size === hooks.length, '编号写了两次，请改成不同的。')
  .default([])
export type Webhook = z.infer<typeof webhook>

/** Of devices the hall tells others that are named under `deviceHooks`. */
export const deliveryTopic = z.enum([...webhookTopics, 'device'])
/** `waiting`: it is still to go out, or goes out again. `refused`: the other side does not want it. `given-up`: a whole day in vain. */
export const deliveryState = z.enum(['waiting', 'done', 'refused', 'given-up'])
/** One message to one address. Times are epoch ms. */
export const delivery = z.object({
  id: z.string(),
  hookId: z.string(),
  topic: deliveryTopic,
  /** The kind of what happened: ticket-called. */
  type: z.string(),
  /** The number or device that it is about; null = about none, or it must not be told. */
  about: z.string().nullable(),
  at: z.number(),
  state: deliveryState,
  tries: z.number(),
  /** What the last try came to, in words; null = none yet. */
  answer: z.string().nullable(),
  triedAt: z.number().nullable(),
  /** When it goes out again; null = not. */
  nextAt: z.number().nullable(),
})
export type Delivery = z.infer<typeof delivery>

/** `GET /api/v1/webhooks` */
export const webhookList = z.object({
  hooks: z.array(
    z.object({
      id: z.string(),
      url: z.string(),
      topics: z.array(deliveryTopic),
      waiting: z.number(),
      /** The last that was taken; null = none yet. */
      doneAt: z.number().nullable(),
    }),
  ),
  /** Who is reminded of lights by mail; the channel of their letters is `mail`. */
  mails: z.array(mailAddress),
  /** The newest first. */
  items: z.array(delivery),
  total: z.number(),
})
export type WebhookList = z.infer<typeof webhookList>
