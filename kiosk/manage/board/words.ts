import zh from '../../../assets/locales/zh-Hans/manage/board.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'

export const { say } = pageWords('manage/board', zh)
