import en from '../../assets/locales/en/led.json' with { type: 'json' }
import zh from '../../assets/locales/zh-Hans/led.json' with { type: 'json' }
import { wordsBeside } from '../shared/fill-words.ts'

export type LedLanguage = 'zh-Hans' | 'en'
const words = { 'zh-Hans': wordsBeside(zh), en: wordsBeside(en) }

/** The words of a panel in one of the languages that it is written in. */
export const wordsOf = (language: LedLanguage): (typeof words)['zh-Hans'] => words[language]
