import { z } from 'zod'
import { signInStage, workNumber } from './sign-in.ts'
import { staffRoles } from './staff-roles.ts'

const counterId = z.string().min(1).max(32)
/** `counters` null = all of the hall's. */
export const staffFields = z.strictObject({
  name: z.string().trim().min(1).max(30),
  department: z.string().trim().min(1).max(60).nullable().default(null),
  roles: z.array(z.enum(staffRoles)).min(1).max(4),
  counters: z.array(counterId).max(400).nullable().default([]),
})
export const newStaffBody = staffFields.extend({ number: workNumber })

/** One place where somebody is signed in. Times are epoch ms. */
export const signInRow = z.object({
  place: z.string().nullable(),
  way: z.enum(['password', 'oidc']),
  stage: signInStage,
  since: z.number(),
})
/** `locked`: too many wrong tries, for some minutes. `off`: left. */
export const staffState = z.enum(['in', 'out', 'locked', 'off'])
export const staffRow = z.object({
  number: z.string(),
  name: z.string(),
  department: z.string().nullable(),
  roles: z.array(z.enum(staffRoles)),
  counters: z.array(z.string()).nullable(),
  state: staffState,
  lockedUntil: z.number().nullable(),
  signedInAt: z.number().nullable(),
  /** The password was given out and not changed yet. */
  mustChange: z.boolean(),
  passwordAt: z.number(),
  secondStepAt: z.number().nullable(),
  signIns: z.array(signInRow),
})
export const staffList = z.object({ items: z.array(staffRow), total: z.number() })
/** `code`: the password for the first sign-in; told this once. */
export const staffAnswer = z.object({ staff: staffRow, code: z.string().nullable() })
export const staffDeeds = ['reset', 'forget-phone', 'sign-out', 'off', 'on'] as const

export type StaffRow = z.infer<typeof staffRow>
export type StaffState = z.infer<typeof staffState>
export type StaffDeed = (typeof staffDeeds)[number]
export type StaffAnswer = z.infer<typeof staffAnswer>
export type NewStaffBody = z.infer<typeof newStaffBody>
