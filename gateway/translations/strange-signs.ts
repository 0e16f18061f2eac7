import type { ReviewedLanguage } from '../contract/translation.ts'

/**
 * What a string of a language may be written with (ACCESSIBILITY, Wording). Mongolian: its own block with the separators of vowels and
 * suffixes (U+1800–18AF, U+202F, U+200C, U+200D), figures and the space; no private use, by which old fonts fake letters.
 */
const allowed: Record<ReviewedLanguage, RegExp> = {
  'mn-Mong': /[\u1800-\u18af\u202f0-9 ]|\u200c|\u200d/u,
  'mn-Cyrl': /[\u0400-\u04ff0-9 .,:;!?()«»"%–-]/u,
}
const SLOTS = /\{\{\s*\w+\s*\}\}/g

/** Signs that do not belong into a string of this language, each once, as U+XXXX; places to fill in ({{count}}) are left out. */
export const strangeSigns = (language: ReviewedLanguage, text: string): string[] => [
  ...new Set(
    [...text.replace(SLOTS, '')]
      .filter((sign) => !allowed[language].test(sign))
      .map((sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`),
  ),
]

/** The places to fill in, sorted: a translation has those of its Chinese words, no more and no fewer. */
export const slotsOf = (text: string): string[] =>
  (text.match(SLOTS) ?? []).map((slot) => slot.replace(/\s/g, '')).sort()
