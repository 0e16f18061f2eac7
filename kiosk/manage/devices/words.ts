import zh from '../../../assets/locales/zh-Hans/manage/devices.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'

export const { say } = pageWords('manage/devices', zh)

export const kinds = Object.keys(zh.kinds) as (keyof typeof zh.kinds)[]
