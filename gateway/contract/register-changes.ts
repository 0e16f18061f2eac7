import { z } from 'zod'
import { enrolledKind } from './enrolment.ts'
import { workNumber } from './sign-in.ts'

const roles = z.array(z.string())
const counters = z.array(z.string()).nullable()
/** Before and after; null = as it was. */
const moved = <Kind extends z.ZodType>(kind: Kind) => z.strictObject({ before: kind, after: kind }).nullable()
const ofPerson = { number: workNumber }
const ofMachine = { rowId: z.string(), kind: enrolledKind, place: z.string() }
const ofToken = { tokenId: z.string(), name: z.string() }

/** What was done to the register of people, machines and tokens. No password, key or code stands in it, and no person's name. */
export const registerChange = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('staff-added'), ...ofPerson, roles, counters }),
  z.strictObject({
    type: z.literal('staff-changed'),
    ...ofPerson,
    roles: moved(roles),
    counters: moved(counters),
    isRenamed: z.boolean(),
    isMoved: z.boolean(),
  }),
  z.strictObject({ type: z.literal('password-given-out'), ...ofPerson }),
  z.strictObject({ type: z.literal('password-changed'), ...ofPerson }),
  z.strictObject({ type: z.literal('phone-joined'), ...ofPerson }),
  z.strictObject({ type: z.literal('phone-forgotten'), ...ofPerson }),
  z.strictObject({
    type: z.literal('staff-signed-in'),
    ...ofPerson,
    way: z.enum(['password', 'oidc']),
    /** Which computer, as its page says; null = it does not. */
    place: z.string().nullable(),
  }),
  z.strictObject({ type: z.literal('sign-in-locked'), ...ofPerson, minutes: z.number().int() }),
  z.strictObject({ type: z.literal('staff-signed-out'), ...ofPerson }),
  z.strictObject({ type: z.literal('staff-left'), ...ofPerson }),
  z.strictObject({ type: z.literal('staff-returned'), ...ofPerson }),
  z.strictObject({ type: z.literal('device-enrolled'), ...ofMachine, replaced: z.array(z.string()) }),
  z.strictObject({ type: z.literal('enrolment-refused'), kind: enrolledKind, wished: z.string().nullable() }),
  z.strictObject({ type: z.literal('enrolled-renamed'), ...ofMachine, name: z.string() }),
  z.strictObject({ type: z.literal('device-revoked'), ...ofMachine }),
  z.strictObject({ type: z.literal('token-made'), ...ofToken, roles }),
  z.strictObject({ type: z.literal('token-revoked'), ...ofToken }),
])
export type RegisterChange = z.infer<typeof registerChange>

/** What the gateway brings from its register to the log. `whileAway`: it was done while the gateway did not run. `doneAt`: epoch ms. */
export const registerReports = [
  z.strictObject({
    type: z.literal('record-register'),
    changeId: z.string(),
    change: registerChange,
    doneAt: z.number(),
    whileAway: z.boolean(),
  }),
] as const
