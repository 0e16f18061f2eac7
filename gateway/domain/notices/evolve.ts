import type { LoggedEvent } from '../events.ts'
import type { NoticeEvent } from './events.ts'
import { NOTICES_KEPT, isPast } from './notice-life.ts'
import type { Notice, NoticesState } from './state.ts'

/** Works in place, like all of evolve. */
export function evolveNotice(notices: NoticesState, event: LoggedEvent & NoticeEvent): void {
  const { noticeId: id, at: changedAt, actor } = event
  if (event.type === 'notice-drafted') {
    notices.byId.set(id, {
      id,
      body: event.notice,
      step: 'draft',
      by: actor,
      wordsBy: actor,
      approvedBy: null,
      changedAt,
    })
    forgetOld(notices, changedAt)
    return
  }
  const notice = notices.byId.get(id)
  if (notice) notices.byId.set(id, { ...notice, ...stepOf(notice, event), changedAt })
}

/** A change before the approval has to be looked at anew. */
function stepOf(
  notice: Notice,
  event: LoggedEvent & Exclude<NoticeEvent, { type: 'notice-drafted' }>,
): Partial<Notice> {
  switch (event.type) {
    case 'notice-edited':
      return { body: event.notice, wordsBy: event.actor, ...editedStep(notice, event.asksAgain === true) }
    case 'notice-submitted':
      return { step: 'review' }
    case 'notice-approved':
      return { step: 'approved', approvedBy: event.actor }
    case 'notice-withdrawn':
      return { step: 'withdrawn' }
  }
}

function editedStep({ step, approvedBy }: Notice, asksAgain: boolean): Pick<Notice, 'step' | 'approvedBy'> {
  if (asksAgain) return { step: 'review', approvedBy: null }
  return { step: step === 'review' ? 'draft' : step, approvedBy }
}

/** The log keeps all; the state only as many as a person would look through. */
function forgetOld({ byId }: NoticesState, now: number): void {
  for (const notice of byId.values()) {
    if (byId.size <= NOTICES_KEPT) return
    if (isPast(notice, now)) byId.delete(notice.id)
  }
}
