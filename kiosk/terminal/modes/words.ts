import zh from '../../../assets/locales/zh-Hans/modes.json' with { type: 'json' }
import { type KeyOf, pageWords } from '../../../display/shared/page-words.ts'

export type ModeWord = KeyOf<typeof zh>

export const { say } = pageWords('modes', zh, {
  en: () => import('../../../assets/locales/en/modes.json', { with: { type: 'json' } }),
})
