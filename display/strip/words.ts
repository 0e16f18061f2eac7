import zh from '../../assets/locales/zh-Hans/strip.json' with { type: 'json' }
import { pageWords } from '../shared/page-words.ts'

export const { say } = pageWords('strip', zh)
