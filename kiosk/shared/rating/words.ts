import zh from '../../../assets/locales/zh-Hans/rating.json' with { type: 'json' }
import type { RatingReason } from '../../../gateway/contract/ratings.ts'
import { pageWords } from '../../../display/shared/page-words.ts'

export const { say } = pageWords('rating', zh, {
  en: () => import('../../../assets/locales/en/rating.json', { with: { type: 'json' } }),
})

export const GRADES = [5, 4, 3, 2, 1] as const
export type Grade = (typeof GRADES)[number]
export const gradeName = (stars: number): string => say(`grade.${stars as Grade}`)
export const reasonName = (reason: RatingReason): string => say(`reason.${reason}`)
/** In the order of the page; words of one's own come last. */
export const REASONS: readonly RatingReason[] = [
  'waited-long',
  'papers-not-told',
  'told-differently',
  'unkind',
  'money',
  'other',
]
