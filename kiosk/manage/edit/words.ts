import zh from '../../../assets/locales/zh-Hans/manage/edit.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'

export const { say } = pageWords('manage/edit', zh)
