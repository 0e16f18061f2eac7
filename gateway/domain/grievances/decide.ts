import type { Report } from '../../contract/commands.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import { isOpenStage } from '../../contract/grievance-clocks.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import type { GrievanceEvent } from './events.ts'
import { aboutVisit, clocksFrom } from './of-visit.ts'
import type { Grievance } from './state.ts'

type GrievanceOrder = Extract<Report, { grievanceId: string }>
type Filing = Extract<GrievanceOrder, { type: 'file-grievance' }>

/** What is done about a complaint. What has ended stays as it is. */
export function runGrievance(
  hallModel: HallModel,
  state: OfficeState,
  order: GrievanceOrder,
  moment: Moment,
): Decision {
  const { grievanceId } = order
  const one = state.grievances.byId.get(grievanceId)
  if (order.type === 'file-grievance') return one ? accept([]) : fileGrievance(hallModel, state, order, moment)
  if (!one) return refuse('unknown-grievance')
  if (!isOpenStage(one.stage)) return refuse('grievance-ended')
  switch (order.type) {
    case 'assign-grievance':
      return assign(hallModel, one, order.departmentId)
    case 'contact-grievance':
      return one.stage === 'answered'
        ? refuse('grievance-answered')
        : accept([{ type: 'grievance-contacted', grievanceId, how: order.how, hasNote: order.hasNote }])
    case 'answer-grievance': {
      const answered: GrievanceEvent = { type: 'grievance-answered', grievanceId, outcome: order.outcome }
      return accept(order.close ? [answered, { type: 'grievance-closed', grievanceId }] : [answered])
    }
    case 'close-grievance':
      return one.stage === 'answered'
        ? accept([{ type: 'grievance-closed', grievanceId }])
        : refuse('grievance-not-answered')
    case 'read-contact':
      return one.hasContact ? accept([{ type: 'contact-read', grievanceId }]) : refuse('no-contact')
    case 'urge-grievance':
      if (one.stage === 'answered') return refuse('grievance-answered')
      return one.urgedOn === moment.day ? refuse('urged-today') : accept([{ type: 'grievance-urged', grievanceId }])
    case 'add-to-grievance':
      return accept([{ type: 'grievance-added-to', grievanceId }])
    case 'withdraw-grievance':
      return accept([{ type: 'grievance-withdrawn', grievanceId, why: 'by-visitor' }])
  }
}

function fileGrievance(hallModel: HallModel, state: OfficeState, order: Filing, { day }: Moment): Decision {
  const { grievanceId, kind, via, reasons, hasWords, hasContact, counterId, departmentId } = order
  if (counterId !== null && !hallModel.counters.has(counterId)) return refuse('unknown-counter', { counterId })
  if (departmentId !== null && !hallModel.departmentNames.has(departmentId)) return refuse('unknown-department')
  const visit = aboutVisit(hallModel, state.line.tickets.get(order.ticketId ?? '') ?? null)
  return accept([
    {
      type: 'grievance-filed',
      grievanceId,
      kind,
      via,
      stars: null,
      reasons,
      ...visit,
      counterId: counterId ?? visit.counterId,
      departmentId: departmentId ?? visit.departmentId,
      hasWords,
      hasContact,
      ...clocksFrom(hallModel, day),
    },
  ])
}

function assign(
  { departmentNames }: HallModel,
  { id, stage, departmentId: now }: Grievance,
  departmentId: string,
): Decision {
  if (!departmentNames.has(departmentId)) return refuse('unknown-department')
  if (stage === 'answered') return refuse('grievance-answered')
  if (stage !== 'new' && now === departmentId) return refuse('already-so')
  return accept([{ type: 'grievance-assigned', grievanceId: id, departmentId }])
}
