import zh from '../../../assets/locales/zh-Hans/staff.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'

export const { say: sayStaff, list: listStaff } = pageWords('staff', zh)
