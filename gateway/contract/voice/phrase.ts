import { chineseNumeral, englishNumeral, spelled } from './numerals.ts'

interface Called {
  number: string
  counterId: string
}
const isNumeral = (text: string): boolean => /^\d{1,3}$/.test(text)

/** Chinese and its dialects say a call in the same order of words. */
const speaksChinese = (language: string): boolean => /^(zh|cmn|cjy|yue|wuu|hak|nan|gan|hsn)(-|$)/.test(language)
/** What a language calls a number: 12 → 十二, twelve; others have one clip for each. */
export const numeralOf = (language: string, value: number): string[] =>
  speaksChinese(language) ? chineseNumeral(value) : language === 'en' ? englishNumeral(value) : [`c${value}`]

/**
 * The clips of one call, in the order spoken: chime, then 请 B 零 零 一 号 到 一 号窗口; in English: number B zero zero one please go to counter one.
 * The number is spelled as it is shown. A language whose grammar only its speakers know has clips for what stands before, between and after
 * (`before`, `between`, `after`) and one for each counter (`c12`), recorded as one piece.
 */
export function phraseOf({ number, counterId }: Called, language = 'zh-Hans'): string[] {
  const counter = isNumeral(counterId) ? numeralOf(language, Number(counterId)) : spelled(counterId)
  if (speaksChinese(language)) return ['chime', 'qing', ...spelled(number), 'hao', 'dao', ...counter, 'chuangkou']
  if (language === 'en') return ['chime', 'number', ...spelled(number), 'please', ...counter]
  return ['chime', 'before', ...spelled(number), 'between', ...counter, 'after']
}

/** Clips of a made announcement: `#蒙A00000` is spelled, `@20` is said as a number. */
export const announcementPhrase = (parts: readonly string[], language: string): string[] =>
  parts.flatMap((part) =>
    part.startsWith('#')
      ? spelled(part.slice(1))
      : part.startsWith('@')
        ? numeralOf(language, Number(part.slice(1)))
        : [part],
  )
