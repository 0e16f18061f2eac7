import { plainNotice } from '../../../gateway/contract/plain-notice.ts'
import type { NoticeBody, NoticeView } from '../../../gateway/contract/notice.ts'
import { readMoment } from '../../shared/staff/read-moment.ts'

export const freshNotice: NoticeBody = plainNotice('')

/** The part of a notice that is edited. */
export const bodyOf = (view: NoticeView): NoticeBody => {
  const { kind, text, textEn, mediaId, placement, targets, priority, startAt, endAt, dayParts, seconds } = view
  return { kind, text, textEn, mediaId, placement, targets, priority, startAt, endAt, dayParts, seconds }
}

/** Between epoch ms and what a person types or reads, in the hall's zone. `now`: the gateway's time, for a date without a year. */
export const clockIn = (timeZone: string, now: () => number) => ({
  toField: (at: number): string => there(at, timeZone).replace('T', ' '),
  /** `clock`: the time of a day that is typed without one; an end is the end of its day. */
  fromField(typed: string, clock?: string): number | null {
    const read = readMoment(typed, there(now(), timeZone).slice(0, 10), clock)
    if (read === null) return null
    const at = Date.parse(`${read}:00Z`)
    return at - offsetOf(at, timeZone)
  },
})
const there = (at: number, timeZone: string): string => new Date(at + offsetOf(at, timeZone)).toISOString().slice(0, 16)

/** Milliseconds by which the hall's clock is ahead of UTC. */
function offsetOf(at: number, timeZone: string): number {
  const name =
    new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? []
  return hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}
