import type { NoticeBody, NoticeCommand, NoticeTarget } from '../../contract/notice.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import type { LoggedEvent } from '../events.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import type { Notice, NoticeEvent } from './events.ts'
import { noticeStateAt } from './notice-life.ts'

const NOTICES_KEPT = 500

/** Draft → review → approved, or withdrawn. An approved one is changed by who may approve, and is not asked about again. */
export function runNotice(hallModel: HallModel, state: OfficeState, command: NoticeCommand, moment: Moment): Decision {
  if (command.type === 'draft-notice') {
    const { type: _, ...notice } = command
    if ([...state.notices.values()].filter((one) => !isPast(one, moment.now)).length >= NOTICES_KEPT)
      return refuse('notices-full')
    return faultOf(hallModel, notice) ?? accept([{ type: 'notice-drafted', noticeId: moment.newId(), notice }])
  }
  const notice = state.notices.get(command.noticeId)
  if (!notice) return refuse('unknown-notice')
  const { id, step, body } = notice
  if (step === 'withdrawn') return refuse('notice-withdrawn')
  switch (command.type) {
    case 'edit-notice':
    case 'revise-notice': {
      if (command.type === 'edit-notice' && step === 'approved') return refuse('notice-approved')
      const { type: _, noticeId: __, ...change } = command
      const changed: NoticeBody = Object.assign({}, body, change)
      return faultOf(hallModel, changed) ?? accept([{ type: 'notice-edited', noticeId: id, notice: changed }])
    }
    case 'submit-notice':
      return step === 'draft' ? accept([{ type: 'notice-submitted', noticeId: id }]) : refuse('already-so')
    case 'approve-notice':
      if (step === 'approved') return refuse('already-so')
      if (step === 'draft') return refuse('notice-not-submitted')
      if (body.endAt !== null && body.endAt <= moment.now) return refuse('notice-times')
      return accept([{ type: 'notice-approved', noticeId: id }])
    case 'withdraw-notice':
      return accept([{ type: 'notice-withdrawn', noticeId: id }])
  }
}

function faultOf(hallModel: HallModel, { kind, mediaId, startAt, endAt, targets }: NoticeBody): Decision | null {
  if ((kind === 'text') !== (mediaId === null)) return refuse('notice-needs-file')
  if (startAt !== null && endAt !== null && endAt <= startAt) return refuse('notice-times')
  return targets.every((target) => isThere(hallModel, target)) ? null : refuse('unknown-target')
}

function isThere({ hall }: HallModel, target: NoticeTarget): boolean {
  switch (target.kind) {
    case 'hall':
    case 'terminals':
    case 'phone':
      return true
    case 'floor':
      return hall.floors.some(({ id }) => id === target.id)
    case 'zone':
      return hall.floors.some(({ zones }) => zones.some(({ id }) => id === target.id))
    case 'screen':
      return hall.screens.some(({ id }) => id === target.id)
    case 'panel':
      return hall.panels.some(({ id }) => id === target.id)
  }
}

export function evolveNotice(state: OfficeState, event: LoggedEvent & NoticeEvent): OfficeState {
  const { noticeId: id, at: changedAt, actor } = event
  if (event.type === 'notice-drafted') {
    state.notices.set(id, { id, body: event.notice, step: 'draft', by: actor, approvedBy: null, changedAt })
    forgetOld(state, changedAt)
    return state
  }
  const notice = state.notices.get(id)
  if (notice) state.notices.set(id, { ...notice, ...stepOf(notice, event), changedAt })
  return state
}

/** A change before the approval has to be looked at anew. */
function stepOf(
  notice: Notice,
  event: LoggedEvent & Exclude<NoticeEvent, { type: 'notice-drafted' }>,
): Partial<Notice> {
  switch (event.type) {
    case 'notice-edited':
      return { body: event.notice, step: notice.step === 'review' ? 'draft' : notice.step }
    case 'notice-submitted':
      return { step: 'review' }
    case 'notice-approved':
      return { step: 'approved', approvedBy: event.actor }
    case 'notice-withdrawn':
      return { step: 'withdrawn' }
  }
}

const isPast = (notice: Notice, now: number): boolean => ['expired', 'withdrawn'].includes(noticeStateAt(notice, now))

/** The log keeps all; the state only as many as a person would look through. */
function forgetOld({ notices }: OfficeState, now: number): void {
  for (const notice of notices.values()) {
    if (notices.size <= NOTICES_KEPT) return
    if (isPast(notice, now)) notices.delete(notice.id)
  }
}
