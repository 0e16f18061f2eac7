import { addDays, weekdayOf } from '../../contract/hall-time.ts'
import type { ReportSpan } from '../../contract/reports.ts'

/** A stretch of days, both ends within. `at`: how it is asked for, 2026-03-17 (a week by its Monday), 2026-03, 2026. */
export interface Span {
  readonly span: ReportSpan
  readonly at: string
  readonly from: string
  readonly until: string
}

/** The stretch that `at` lies in: a week takes any of its days. null = no such day, month or year. */
export function spanAt(span: ReportSpan, at: string): Span | null {
  switch (span) {
    case 'day':
      return isDay(at) ? { span, at, from: at, until: at } : null
    case 'week': {
      if (!isDay(at)) return null
      const from = addDays(at, 1 - weekdayOf(at))
      return { span, at: from, from, until: addDays(from, 6) }
    }
    case 'month': {
      const from = `${at}-01`
      if (!/^\d{4}-\d\d$/.test(at) || !isDay(from)) return null
      return { span, at, from, until: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) }
    }
    case 'year':
      return /^\d{4}$/.test(at) ? { span, at, from: `${at}-01-01`, until: `${at}-12-31` } : null
  }
}

/** The stretch of this kind that a day lies in. */
export function spanOf(span: ReportSpan, day: string): Span {
  const at = span === 'month' ? day.slice(0, 7) : span === 'year' ? day.slice(0, 4) : day
  return spanAt(span, at) ?? { span: 'day', at: day, from: day, until: day }
}

/** What it is compared with: a day with the same day of the week before, else what comes right before it. */
export const spanBefore = ({ span, from }: Span): Span => spanOf(span, addDays(from, span === 'day' ? -7 : -1))

const isDay = (day: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) && addDays(day, 0) === day
