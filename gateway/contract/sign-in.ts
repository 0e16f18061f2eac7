import { z } from 'zod'
import { staffRoles } from './staff-roles.ts'

/** 工号: as it stands on the card that people wear. */
export const workNumber = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,15}$/, '工号只用字母、数字和 -，最长 16 位')
const password = z.string().min(1).max(200)
const phoneCode = z
  .string()
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/))

/** `POST /api/v1/session`. `place`: which computer, in words of the page. */
export const signInBody = z.strictObject({
  number: workNumber,
  password,
  place: z.string().trim().min(1).max(40).nullable().default(null),
})
export const codeBody = z.strictObject({ code: phoneCode })
export const newPasswordBody = z.strictObject({ password })
export const signOutBody = z.strictObject({ everywhere: z.boolean().default(false) })

/** `code`: the phone's digits are still to come. `new-password`: an own one must be chosen. `second-step`: a phone is to be joined. */
export const signInStage = z.enum(['code', 'new-password', 'second-step', 'in'])
export const signedInView = z.object({
  number: z.string(),
  name: z.string(),
  roles: z.array(z.enum(staffRoles)),
  /** null = all of them. */
  counters: z.array(z.string()).nullable(),
  stage: signInStage,
})
/** `GET /api/v1/session` and the answer of every step. `word`: to be said with each order of this page. */
export const sessionView = z.object({
  signedIn: signedInView.nullable(),
  word: z.string().nullable(),
  /** The name of the city's own sign-in; null = this hall has none. */
  oidc: z.string().nullable(),
  /** A demo lends its sign-ins. */
  demo: z.boolean(),
  /** Nobody touched it for so many minutes: signed out. */
  idleMinutes: z.number(),
})
export const secondStepView = z.object({ uri: z.string() })

export type SignInStage = z.infer<typeof signInStage>
export type SignedInView = z.infer<typeof signedInView>
export type SessionView = z.infer<typeof sessionView>
