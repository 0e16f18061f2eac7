import { z } from 'zod'
import { enrolledKinds } from './enrolled-kinds.ts'

export const enrolledKind = z.enum(enrolledKinds)
const place = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/)

/** Six signs without 0 and O, 1, I and L; shown and typed as `7K4-2Q9`. */
export const enrolCode = z
  .string()
  .transform((text) => text.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  .pipe(z.string().regex(/^[2-9A-HJKMNP-Z]{6}$/))
export const shownCode = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`

/** `POST /api/v1/enrol`: a page asks to be let in. `wished`: the place in its address; null = none. */
export const enrolWish = z.strictObject({
  kind: enrolledKind,
  wished: place.nullable().default(null),
  /** What the page sees of its machine; a program without a screen says 0. */
  facts: z.strictObject({
    width: z.number().int().min(0).max(20_000),
    height: z.number().int().min(0).max(20_000),
    touch: z.boolean(),
    system: z.string().max(80),
  }),
})
/**
 * `secret`: what the page asks by, and nobody else. `livesMs`: how long the code counts. `authority`: SHA-256 of the hall's own root certificate,
 * which each device must trust; null = the gateway has none of its own.
 */
export const enrolOffer = z.object({
  code: z.string(),
  secret: z.string(),
  livesMs: z.number(),
  address: z.string(),
  authority: z.string().nullable().default(null),
})
export const enrolQuestion = z.strictObject({ secret: z.string().min(20).max(64) })
/** `token` is told once. */
export const enrolState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting'), until: z.number() }),
  z.object({ state: z.literal('approved'), kind: enrolledKind, place: z.string(), token: z.string() }),
  z.object({ state: z.literal('refused') }),
  z.object({ state: z.literal('over') }),
])

export const codeTyped = z.strictObject({ code: enrolCode })
/** `state`: nobody stands there yet, or another machine does and will be replaced. */
export const enrolPlace = z.object({
  id: z.string(),
  name: z.string(),
  where: z.string(),
  state: z.enum(['free', 'taken']),
})
export const enrolFound = z.object({
  code: z.string(),
  kind: enrolledKind,
  wished: z.string().nullable(),
  facts: enrolWish.shape.facts,
  address: z.string(),
  since: z.number(),
  until: z.number(),
  places: z.array(enrolPlace),
})
export const enrolApproval = z.strictObject({ code: enrolCode, place })

export const enrolledRow = z.object({
  id: z.string(),
  kind: enrolledKind,
  place: z.string(),
  name: z.string().nullable(),
  approvedBy: z.string(),
  createdAt: z.number(),
  seenAt: z.number().nullable(),
  seenFrom: z.string().nullable(),
  revokedAt: z.number().nullable(),
})
export const enrolledList = z.object({ items: z.array(enrolledRow), total: z.number() })
export const newNameBody = z.strictObject({ name: z.string().trim().min(1).max(40) })

export type EnrolledKind = z.infer<typeof enrolledKind>
export type EnrolWish = z.infer<typeof enrolWish>
export type EnrolOffer = z.infer<typeof enrolOffer>
export type EnrolState = z.infer<typeof enrolState>
export type EnrolFound = z.infer<typeof enrolFound>
export type EnrolPlace = z.infer<typeof enrolPlace>
export type EnrolledRow = z.infer<typeof enrolledRow>
