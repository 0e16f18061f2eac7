import zh from '../../../assets/locales/zh-Hans/enrol.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'

export const { say } = pageWords('enrol', zh)
