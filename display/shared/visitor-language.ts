import { effect } from '@preact/signals'
import english from '../../assets/locales/en/titles.json' with { type: 'json' }
import chinese from '../../assets/locales/zh-Hans/titles.json' with { type: 'json' }
import { type Language, language } from './page-words.ts'

/** What a visitor chose on their own phone or computer, for all of its pages. */
const KEPT = 'tingshi:language'
/** The languages in which the pages of visitors are complete. */
export const offered = ['zh-Hans', 'en'] as const satisfies readonly Language[]
type Offered = (typeof offered)[number]

const isOffered = (name: string | null): name is Offered => offered.some((one) => one === name)

/** The first language of this browser that the hall speaks; whoever reads neither is nearer to English than to Chinese. */
export const languageOf = (wished: readonly string[]): Offered =>
  wished.length === 0 || wished.some((one) => one.toLowerCase().startsWith('zh')) ? firstOf(wished) : 'en'
const firstOf = (wished: readonly string[]): Offered => {
  const known = wished.find((one) => /^(zh|en)/i.test(one)) ?? 'zh'
  return known.toLowerCase().startsWith('en') ? 'en' : 'zh-Hans'
}

/**
 * A page on a visitor's own device speaks as they chose there, else as their browser does; its head says so to screen readers. `page`: whose
 * title it is.
 */
export function followVisitor(page: keyof typeof english): void {
  const kept = localStorage.getItem(KEPT)
  language.value = isOffered(kept) ? kept : languageOf(navigator.languages)
  effect(() => {
    const isEnglish = language.value === 'en'
    document.documentElement.lang = isEnglish ? 'en' : 'zh-Hans'
    document.title = (isEnglish ? english : chinese)[page]
  })
}

/** The language in which the number of this page was taken: before the browser's, and behind what was chosen by hand. */
export function followTicket(taken: string | null): void {
  if (isOffered(taken) && localStorage.getItem(KEPT) === null) language.value = taken
}

/** Chosen by hand: kept on this device. */
export function chooseLanguage(chosen: Offered): void {
  localStorage.setItem(KEPT, chosen)
  language.value = chosen
}
