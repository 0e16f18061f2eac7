import zh from '../../assets/locales/zh-Hans/start.json' with { type: 'json' }
import { pageWords } from '../../display/shared/page-words.ts'

export const { say, list } = pageWords('start', zh)
