import zh from '../../assets/locales/zh-Hans/poster.json' with { type: 'json' }
import { pageWords } from '../shared/page-words.ts'

export const { say, list } = pageWords('poster', zh)
