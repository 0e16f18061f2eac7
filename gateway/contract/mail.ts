import { z } from 'zod'

/** Lights that a mail may tell of: yellow is the reminder before the limit, red says that it is over. */
export const mailLight = z.enum(['yellow', 'red'])

/**
 * Reminders of the lights by mail. The password of the mail server is in the environment (TINGSHI_MAIL_PASSWORD) and never in the hall folder.
 * `tls`: `direct` is sealed from the first byte (465), `starttls` after a greeting (587), `none` is open and only for a server without sign-in.
 */
export const mailSettings = z
  .strictObject({
    server: z.string().regex(/^[A-Za-z0-9.-]+$|^[0-9a-fA-F:]+$/, '只写邮件服务器的名字或地址，例如 smtp.example.cn。'),
    port: z.number().int().min(1).max(65_535).default(465),
    tls: z.enum(['direct', 'starttls', 'none']).default('direct'),
    /** null = the server takes mail without a sign-in. */
    user: z.string().min(1).max(200).nullable().default(null),
    from: z.email('写完整的邮箱，例如 tingshi@example.cn。'),
    lights: z.array(mailLight).min(1).default(['yellow', 'red']),
    /** Who hears of which department; null = of all. */
    to: z
      .array(
        z.strictObject({
          department: z.string().nullable().default(null),
          address: z.email('写完整的邮箱，例如 tingshi@example.cn。'),
        }),
      )
      .min(1)
      .max(200),
  })
  .refine(({ user, tls }) => user === null || tls !== 'none', {
    path: ['tls'],
    message: '要登录的邮件服务器必须加密，不然密码会在线上明着走。请写 direct 或 starttls。',
  })
export type MailSettings = z.infer<typeof mailSettings>

/** One address that is told by mail, and how that goes. Times are epoch ms. */
export const mailAddress = z.object({
  address: z.string(),
  /** Names of the departments that it hears of; null = all. */
  departments: z.array(z.string()).nullable(),
  waiting: z.number(),
  doneAt: z.number().nullable(),
})
export type MailAddress = z.infer<typeof mailAddress>
