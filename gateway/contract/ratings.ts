import { z } from 'zod'
import { id } from './hall.ts'

/** The five grades of 好差评 (GB/T 39735): 5 is 非常满意, 1 is 非常不满意. */
export const stars = z.number().int().min(1).max(5)

/** Where a grade was given: a button box at the counter, the tablet beside it, the visitor's own phone. */
export const ratingSource = z.enum(['button', 'tablet', 'phone'])
export type RatingSource = z.infer<typeof ratingSource>

/** What a visitor may tick; `other` = words of their own. */
export const ratingReasons = ['waited-long', 'papers-not-told', 'told-differently', 'unkind', 'money', 'other'] as const
export const ratingReason = z.enum(ratingReasons)
export type RatingReason = z.infer<typeof ratingReason>

export const ratingReports = [
  z.strictObject({
    type: z.literal('rate-visit'),
    counterId: id,
    stars,
    /** null = of whoever left the counter last. */
    ticketId: z.string().min(1).max(64).nullable().optional(),
    /** Not there = a button box. */
    via: ratingSource.optional(),
  }),
  /** What was wrong, after a low grade. What the visitor wrote stands nowhere in the log. */
  z.strictObject({
    type: z.literal('explain-rating'),
    ticketId: z.string().min(1).max(64),
    reasons: z.array(ratingReason).max(ratingReasons.length),
    hasWords: z.boolean(),
    hasContact: z.boolean(),
  }),
] as const

/** Of the visitor's own words and telephone: short, and never in the log. */
export const ownWords = z.string().trim().max(300)
export const telephone = z
  .string()
  .trim()
  .regex(/^[+\d][\d -]{5,19}$/)

/** `POST /api/v1/ratings/:counterId` (the tablet) and `POST /api/v1/track/:token/rating` (the phone). */
export const gradeBody = z.strictObject({ ticketId: z.string().min(1).max(64).optional(), stars })
/** The same with `/why`, after a low grade. */
export const whyBody = z.strictObject({
  ticketId: z.string().min(1).max(64).optional(),
  reasons: z.array(ratingReason).max(ratingReasons.length).default([]),
  words: ownWords.default(''),
  telephone: telephone.nullable().default(null),
})
export type WhyBody = z.input<typeof whyBody>
/** `code` leads to the answer; null = nothing is followed up. */
export const gradeAnswer = z.object({ stars })
export const whyAnswer = z.object({ code: z.string() })

/** How many of each grade, the lowest first. */
export const gradeCounts = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()])
export type GradeCounts = z.infer<typeof gradeCounts>
