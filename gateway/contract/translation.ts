import { z } from 'zod'

/** Languages that are shown only as far as people have checked them; in others the product itself is complete. */
export const reviewedLanguages = ['mn-Mong', 'mn-Cyrl'] as const
export type ReviewedLanguage = (typeof reviewedLanguages)[number]
export const visitorLanguages = ['zh-Hans', 'en', ...reviewedLanguages] as const
export type VisitorLanguage = (typeof visitorLanguages)[number]

/** One string: which Chinese words it says, who wrote it, and the two people who have checked it since. `date`: of the second check. */
export const translation = z.strictObject({
  chinese: z.string().min(1),
  text: z.string().min(1).max(400),
  translator: z.string().max(40).default(''),
  reviewers: z.array(z.string().min(1).max(40)).max(2).default([]),
  date: z.iso.date().nullable().default(null),
})
export type Translation = z.infer<typeof translation>

/** A file of one language: by part of the pages and key, `terminal` → `greeting`. */
export const translationFile = z.record(z.string(), z.record(z.string(), translation))
export type TranslationFile = z.infer<typeof translationFile>

/** `GET /api/v1/translations/:language`: only what two people have checked and what still says the Chinese words of today. */
export const translationsShown = z.object({
  language: z.enum(reviewedLanguages),
  words: z.record(z.string(), z.record(z.string(), z.string())),
  /** How many strings visitors of a terminal may see. */
  of: z.number(),
})
export type TranslationsShown = z.infer<typeof translationsShown>
