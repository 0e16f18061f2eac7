import zh from '../../assets/locales/zh-Hans/city.json' with { type: 'json' }
import { pageWords } from '../../display/shared/page-words.ts'

export const { say } = pageWords('city', zh)
