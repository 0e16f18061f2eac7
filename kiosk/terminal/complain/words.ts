import zh from '../../../assets/locales/zh-Hans/terminal-complain.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'

export const { say: sayComplain } = pageWords('terminal-complain', zh, {
  en: () => import('../../../assets/locales/en/terminal-complain.json', { with: { type: 'json' } }),
})
