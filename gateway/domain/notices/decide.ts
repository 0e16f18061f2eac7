import type { NoticeBody, NoticeCommand, NoticeTarget } from '../../contract/notice.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { NOTICES_KEPT, isPast } from './notice-life.ts'

/**
 * Draft → review → approved, or withdrawn. An approved one is changed by who may approve, and is not asked about again; unless the hall wants
 * a second person for each (`secondApprover`): then it is off the walls until somebody else has approved the change.
 */
export function runNotice(
  hallModel: HallModel,
  state: OfficeState,
  command: NoticeCommand,
  actor: string,
  moment: Moment,
): Decision {
  const { secondApprover } = hallModel.hall
  if (command.type === 'draft-notice') {
    const { type: _, ...notice } = command
    if ([...state.notices.byId.values()].filter((one) => !isPast(one, moment.now)).length >= NOTICES_KEPT)
      return refuse('notices-full')
    return faultOf(hallModel, notice) ?? accept([{ type: 'notice-drafted', noticeId: moment.newId(), notice }])
  }
  const notice = state.notices.byId.get(command.noticeId)
  if (!notice) return refuse('unknown-notice')
  const { id, step, body, wordsBy } = notice
  if (step === 'withdrawn') return refuse('notice-withdrawn')
  switch (command.type) {
    case 'edit-notice':
    case 'revise-notice': {
      if (command.type === 'edit-notice' && step === 'approved') return refuse('notice-approved')
      const { type: _, noticeId: __, ...change } = command
      const changed: NoticeBody = Object.assign({}, body, change)
      const asksAgain = secondApprover && step === 'approved'
      const edited = { type: 'notice-edited' as const, noticeId: id, notice: changed }
      return faultOf(hallModel, changed) ?? accept([asksAgain ? { ...edited, asksAgain } : edited])
    }
    case 'submit-notice':
      return step === 'draft' ? accept([{ type: 'notice-submitted', noticeId: id }]) : refuse('already-so')
    case 'approve-notice':
      if (step === 'approved') return refuse('already-so')
      if (step === 'draft') return refuse('notice-not-submitted')
      if (secondApprover && (actor === wordsBy || actor === notice.by)) return refuse('own-notice')
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
