import en from '../../assets/locales/en/way-page.json' with { type: 'json' }
import zh from '../../assets/locales/zh-Hans/way-page.json' with { type: 'json' }
import { pageWords } from '../../display/shared/page-words.ts'

export const { say } = pageWords('way-page', zh, { en })
