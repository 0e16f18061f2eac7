import type { NoticeBody } from '../../contract/notice.ts'

/** Who drafted, approved or withdrew is the actor of the event. */
export type NoticeEvent =
  | { type: 'notice-drafted'; noticeId: string; notice: NoticeBody }
  /** `asksAgain`: it was approved, and comes off until somebody else has looked at it. */
  | { type: 'notice-edited'; noticeId: string; notice: NoticeBody; asksAgain?: boolean }
  | { type: 'notice-submitted'; noticeId: string }
  | { type: 'notice-approved'; noticeId: string }
  | { type: 'notice-withdrawn'; noticeId: string }
