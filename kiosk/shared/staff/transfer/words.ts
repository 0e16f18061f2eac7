import zh from '../../../../assets/locales/zh-Hans/staff-transfer.json' with { type: 'json' }
import { pageWords } from '../../../../display/shared/page-words.ts'

export const { say } = pageWords('staff-transfer', zh)
