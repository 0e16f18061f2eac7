import zh from '../../../assets/locales/zh-Hans/read.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'

export const { say } = pageWords('read', zh, {
  en: () => import('../../../assets/locales/en/read.json', { with: { type: 'json' } }),
})
