import zh from '../../assets/locales/zh-Hans/sign-in.json' with { type: 'json' }
import { pageWords } from '../../display/shared/page-words.ts'

export const { say } = pageWords('sign-in', zh)
