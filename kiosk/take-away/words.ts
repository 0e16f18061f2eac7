import en from '../../assets/locales/en/take-away.json' with { type: 'json' }
import zh from '../../assets/locales/zh-Hans/take-away.json' with { type: 'json' }
import { pageWords } from '../../display/shared/page-words.ts'

export const { say } = pageWords('take-away', zh, { en })
