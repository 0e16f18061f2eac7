import { minuteOf } from '../../contract/hall-time.ts'
import type { Notice } from './state.ts'
import type { DayPart, NoticeState } from '../../contract/notice.ts'
import type { Moment } from '../decision.ts'

export type HallTime = Pick<Moment, 'now' | 'minute' | 'weekday'>

/** Where a notice stands at epoch ms `now`: time alone makes it live and expired. */
export function noticeStateAt({ step, body }: Notice, now: number): NoticeState {
  if (step !== 'approved') return step
  if (body.endAt !== null && now >= body.endAt) return 'expired'
  return body.startAt !== null && now < body.startAt ? 'scheduled' : 'live'
}

/** Whether a part of the week holds this minute; one that goes over midnight belongs to the day on which it began. */
export function isOnPart({ weekdays, from, to }: DayPart, { minute, weekday }: HallTime): boolean {
  const [start, end] = [minuteOf(from), minuteOf(to)]
  if (start < end) return weekdays.includes(weekday) && minute >= start && minute < end
  const yesterday = weekday === 1 ? 7 : weekday - 1
  return (weekdays.includes(weekday) && minute >= start) || (weekdays.includes(yesterday) && minute < end)
}

export const isOnAir = (notice: Notice, time: HallTime): boolean =>
  noticeStateAt(notice, time.now) === 'live' &&
  (notice.body.dayParts.length === 0 || notice.body.dayParts.some((part) => isOnPart(part, time)))

/** So many stand in the state; the log keeps all. */
export const NOTICES_KEPT = 500

export const isPast = (notice: Notice, now: number): boolean =>
  ['expired', 'withdrawn'].includes(noticeStateAt(notice, now))
