import zh from '../../../assets/locales/zh-Hans/manage/upkeep.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'

export const { say } = pageWords('manage/upkeep', zh)

/** 3月18日 10:32 in the hall's time. */
export const timeIn = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('zh-CN', {
    timeZone,
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)

const STEP = 1024
/** 3.2 MB; bytes are told as KB. */
export function sizeWords(bytes: number): string {
  const [mega, giga] = [bytes / STEP / STEP, bytes / STEP / STEP / STEP]
  if (giga >= 1) return `${giga.toFixed(1)} GB`
  return mega >= 1 ? `${mega.toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / STEP))} KB`
}
