import type { NoticeBody } from '../../contract/notice.ts'

export interface Notice {
  readonly id: string
  readonly body: NoticeBody
  /** What people decided; whether its time has come, `noticeStateAt` says. */
  readonly step: 'draft' | 'review' | 'approved' | 'withdrawn'
  readonly by: string
  /** Whose words it has now: who drafted it, or changed it last. */
  readonly wordsBy: string
  readonly approvedBy: string | null
  readonly changedAt: number
}

/** They outlive the day. */
export interface NoticesState {
  /** Oldest first. */
  byId: Map<string, Notice>
}

export const noNotices = (): NoticesState => ({ byId: new Map() })
