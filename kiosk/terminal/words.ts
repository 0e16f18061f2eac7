import { signal } from '@preact/signals'
import i18next, { type TOptions } from 'i18next'
import en from '../../assets/locales/en/terminal.json' with { type: 'json' }
import zh from '../../assets/locales/zh-Hans/terminal.json' with { type: 'json' }

export type TerminalLanguage = 'zh-Hans' | 'en' | 'mn-Mong'
export type Word = keyof typeof zh

export const language = signal<TerminalLanguage>('zh-Hans')
const words = i18next.createInstance()
void words.init({
  lng: 'zh-Hans',
  fallbackLng: 'zh-Hans',
  load: 'currentOnly',
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: { 'zh-Hans': { translation: zh }, en: { translation: en } },
})

/** The words of the visitor's language; reading `language` makes the component follow it. */
export const say = (word: Word, values: TOptions = {}): string => words.t(word, { ...values, lng: language.value })
