import { plainNotice } from '../contract/plain-notice.ts'
import type { Notice } from '../domain/notices/state.ts'
import type { NoticesShown, NoticeView } from '../contract/notice.ts'
import { type HallTime, noticeStateAt } from '../domain/notices/notice-life.ts'
import { type Surface, noticesFor } from '../domain/notices/notices-for.ts'
import type { Reading } from './reading.ts'

export function noticeView(notice: Notice, now: number): NoticeView {
  const { id, body, by, wordsBy, approvedBy, changedAt } = notice
  return { ...body, id, by, wordsBy, approvedBy, changedAt, standing: false, state: noticeStateAt(notice, now) }
}

/** All that staff look through, the newest first; those of the hall folder at the end. */
export function noticeList(reading: Reading): NoticeView[] {
  const { hall } = reading.hallModel
  const notices = [...reading.state('notices').notices.byId.values()]
  const { now } = noticeTime(reading, notices)
  return [
    ...notices.reverse().map((notice) => noticeView(notice, now)),
    ...hall.notices.map(
      ({ id, text }): NoticeView => ({
        ...plainNotice(text),
        id,
        state: 'live',
        standing: true,
        by: hall.name,
        wordsBy: hall.name,
        approvedBy: null,
        changedAt: 0,
      }),
    ),
  ]
}

/** Notices and media of one surface. */
export function noticesOn(reading: Reading, surface: Surface): NoticesShown {
  const state = reading.state('notices')
  const time = noticeTime(reading, state.notices.byId.values())
  const here = noticesFor(reading.hallModel, state, surface, time)
  return {
    notices: here
      .filter(({ body }) => body.kind === 'text' || surface.kind === 'desk')
      .map(({ id, body: { text, textEn, placement } }) => ({ id, text, textEn, placement })),
    media: here.flatMap(({ id, body: { kind, mediaId, seconds, placement, text } }) =>
      kind === 'text' ? [] : [{ id, kind, url: `/media/${mediaId ?? ''}`, seconds, placement, text }],
    ),
  }
}

/** A time at which every beginning and end that has come is past, and no other: notices change to the second, parts of the day to the minute. */
function noticeTime(reading: Reading, notices: Iterable<Notice>): HallTime {
  const time = reading.time()
  let { now } = time
  for (const { body } of notices)
    for (const at of [body.startAt, body.endAt]) if (at !== null && !reading.isBefore(at)) now = Math.max(now, at)
  return { now, minute: time.minute, weekday: time.weekday }
}
