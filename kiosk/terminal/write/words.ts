import zh from '../../../assets/locales/zh-Hans/write.json' with { type: 'json' }
import { type KeyOf, pageWords } from '../../../display/shared/page-words.ts'

export type WriteWord = KeyOf<typeof zh>

export const { say } = pageWords('write', zh, {
  en: () => import('../../../assets/locales/en/write.json', { with: { type: 'json' } }),
})
