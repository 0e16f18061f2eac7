import en from '../../assets/locales/en/take.json' with { type: 'json' }
import zh from '../../assets/locales/zh-Hans/take.json' with { type: 'json' }
import { pageWords } from '../../display/shared/page-words.ts'

export const { say } = pageWords('take', zh, { en })
