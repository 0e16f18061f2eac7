import zh from '../../../assets/locales/zh-Hans/manage/screens.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'

export const { say } = pageWords('manage/screens', zh)
