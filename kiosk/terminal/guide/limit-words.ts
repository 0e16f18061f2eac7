import { promiseOf } from '../../../gateway/catalogue/guide/promise-of.ts'
import type { Guide } from '../../../gateway/contract/matter.ts'
import { calendar } from '../hall-facts.ts'
import { language } from '../../../display/shared/page-words.ts'
import { say } from '../words.ts'

type Unit = Guide['promisedUnit']

/** 当场办结, 3 个工作日, 5 天, 未提供. */
export function daysWords(days: number | null | undefined, unit: Unit): string {
  if (days == null) return say('notProvided')
  if (days === 0) return say('onTheSpot')
  return unit === '自然日' ? say('naturalDays', { count: days }) : say('workingDays', { count: days })
}

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
