import type { ReviewedLanguage, Translation } from '../contract/translation.ts'
import { slotsOf, strangeSigns } from './strange-signs.ts'

/** What is wrong with a string, as a sentence for whoever translates; null = nothing that a program can see. */
export function faultOf(
  language: ReviewedLanguage,
  { text, chinese }: Pick<Translation, 'text' | 'chinese'>,
): string | null {
  const strange = strangeSigns(language, text)
  if (strange.length > 0) return `有不该出现的字符：${strange.join('、')}`
  const [own, wanted] = [slotsOf(text), slotsOf(chinese)]
  if (own.join() !== wanted.join())
    return wanted.length === 0
      ? `译文里多了 ${own.join('、')}，中文里没有`
      : `译文里要有 ${wanted.join('、')}，一个不多一个不少`
  return null
}

/** Checked by two people who are neither one another nor the translator, and still the translation of these Chinese words. */
export function isReviewed(language: ReviewedLanguage, one: Translation, chinese: string): boolean {
  const [first, second] = one.reviewers
  return (
    first !== undefined &&
    second !== undefined &&
    first !== second &&
    first !== one.translator &&
    second !== one.translator &&
    one.date !== null &&
    one.chinese === chinese &&
    faultOf(language, one) === null
  )
}
