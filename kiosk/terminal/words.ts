import en from '../../assets/locales/en/terminal.json' with { type: 'json' }
import zh from '../../assets/locales/zh-Hans/terminal.json' with { type: 'json' }
import { type KeyOf, pageWords } from '../../display/shared/page-words.ts'

export type Word = KeyOf<typeof zh>

export const { say } = pageWords('terminal', zh, { en })

/** The English word below the Chinese one, for whoever reads no Chinese and has not yet found the language. */
export const inEnglish = (word: keyof typeof en): string => en[word]
