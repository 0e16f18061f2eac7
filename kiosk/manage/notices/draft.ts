import type { NoticeBody, NoticeView } from '../../../gateway/contract/notice.ts'

export const freshNotice: NoticeBody = {
  ...{ kind: 'text', text: '', textEn: null, mediaId: null, placement: 'ticker', targets: [{ kind: 'hall' }] },
  ...{ priority: 0, startAt: null, endAt: null, dayParts: [], seconds: 12 },
}

/** The part of a notice that is edited. */
export const bodyOf = (view: NoticeView): NoticeBody => {
  const { kind, text, textEn, mediaId, placement, targets, priority, startAt, endAt, dayParts, seconds } = view
  return { kind, text, textEn, mediaId, placement, targets, priority, startAt, endAt, dayParts, seconds }
}

/** Epoch ms as a `datetime-local` field shows it in the hall's zone; '' for null. */
export function fieldOf(at: number | null, timeZone: string): string {
  if (at === null) return ''
  return new Date(at + offsetOf(at, timeZone)).toISOString().slice(0, 16)
}
export function momentOf(field: string, timeZone: string): number | null {
  const there = Date.parse(`${field}:00Z`)
  return Number.isNaN(there) ? null : there - offsetOf(there, timeZone)
}

/** Milliseconds by which the hall's clock is ahead of UTC. */
function offsetOf(at: number, timeZone: string): number {
  const name =
    new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? []
  return hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}
