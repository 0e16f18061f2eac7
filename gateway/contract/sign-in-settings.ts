import { z } from 'zod'
import { staffRoles } from './staff-roles.ts'

/** hall.yaml `signIn`: how people sign in. */
export const signInSettings = z.strictObject({
  /** Nobody touched the page for so long: signed out. */
  idleMinutes: z.number().int().min(5).max(240).default(30),
  /** Who needs a phone's code beside the password. */
  secondStepFor: z.array(z.enum(staffRoles)).default(['supervisor', 'admin']),
  /** The city's own sign-in beside ours; null = none. Its secret is TINGSHI_OIDC_SECRET. */
  oidc: z
    .strictObject({
      /** What the button says. */
      name: z.string().min(1).max(16).default('市统一身份'),
      issuer: z.url(),
      clientId: z.string().min(1).max(200),
      /** Which claim of its ID token is the work number. */
      numberClaim: z.string().min(1).max(60).default('sub'),
      scope: z.string().max(200).default('openid'),
    })
    .nullable()
    .default(null),
})
export type SignInSettings = z.infer<typeof signInSettings>
