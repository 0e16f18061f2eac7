import type { NoticeBody } from './notice.ts'

/** A line for the foot of every surface of the hall, from now on and without an end. */
export const plainNotice = (text: string): NoticeBody => ({
  kind: 'text',
  text,
  textEn: null,
  mediaId: null,
  placement: 'ticker',
  targets: [{ kind: 'hall' }],
  priority: 0,
  startAt: null,
  endAt: null,
  dayParts: [],
  seconds: 12,
})
