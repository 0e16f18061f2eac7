import { promiseOf } from '../../../gateway/catalogue/guide/promise-of.ts'
import type { Guide, LimitUnit } from '../../../gateway/contract/matter.ts'
import { calendar } from '../hall-facts.ts'
import { language } from '../../../display/shared/page-words.ts'
import { say } from '../words.ts'

const counted = {
  工作日: 'workingDays',
  自然日: 'naturalDays',
  小时: 'limitHours',
  月: 'limitMonths',
  年: 'limitYears',
} as const satisfies Record<LimitUnit, string>

/** 当场办结, 3 个工作日, 5 天, 1 个月; what is no plain number in the source's own words; 未提供 only where it says nothing. */
export function limitWords(days: number | null | undefined, unit: LimitUnit, note: string | null | undefined): string {
  if (days == null) return note ?? say('notProvided')
  return days === 0 ? say('onTheSpot') : say(counted[unit], { count: days })
}

/** 40 元, 不收费, 收费; null = the source says nothing of it. */
export const feeWords = (guide: Guide | null): string | null =>
  guide?.fee ?? (guide?.charged === false ? say('free') : guide?.charged === true ? say('feeCharged') : null)

/** 2026-11-28 → 11月28日 / 28 November. */
export const dayWords = (day: string): string =>
  new Intl.DateTimeFormat(language.value === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
  }).format(Date.parse(`${day}T00:00:00Z`))

/** “现在提交，最迟 11月28日 办结”; null when the guide says no limit. `today` as 2026-03-18. */
export function promiseWords(guide: Guide, today: string): string | null {
  const promise = promiseOf(guide, today, calendar.value)
  if (promise === null || promise.kind === 'on-the-spot') return null
  return say(promise.approximate ? 'dueAbout' : 'dueBy', { day: dayWords(promise.day) })
}
