import type { GrievanceStep } from '../../contract/grievances.ts'
import { ANSWER_KEPT_DAYS, isOpenStage } from '../../contract/grievance-clocks.ts'
import type { LoggedEvent } from '../events.ts'
import type { OfficeState } from '../office-state.ts'
import type { GrievanceEvent } from './events.ts'
import type { Grievance } from './state.ts'

type Logged = Extract<LoggedEvent, GrievanceEvent>

export function evolveGrievance(state: OfficeState, event: Logged): OfficeState {
  if (event.type === 'grievance-filed') return file(state, event)
  const one = state.grievances.byId.get(event.grievanceId)
  if (!one) return state
  const note = (what: GrievanceStep['what'], detail: string | null = null): void =>
    void one.steps.push({ what, at: event.at, detail })
  switch (event.type) {
    case 'grievance-explained':
      one.reasons = event.reasons
      one.hasWords = event.hasWords
      one.hasContact = event.hasContact
      one.isExplained = true
      note('explained')
      return state
    case 'grievance-assigned':
      one.departmentId = event.departmentId
      if (one.stage === 'new') one.stage = 'assigned'
      note('assigned', event.departmentId)
      return state
    case 'grievance-contacted':
      one.stage = 'contacted'
      one.contactedAt ??= event.at
      note('contacted', event.how)
      return state
    case 'grievance-added-to':
      note('added')
      return state
    case 'grievance-urged':
      one.urgedAt = event.at
      one.urgedOn = state.day
      note('urged')
      return state
    case 'grievance-answered':
      one.stage = 'answered'
      one.outcome = event.outcome
      note('answered', event.outcome)
      return state
    case 'grievance-closed':
      one.stage = 'closed'
      one.endedAt = event.at
      one.hasContact = false
      note('closed')
      return state
    case 'grievance-withdrawn':
      one.stage = 'withdrawn'
      one.endedAt = event.at
      one.hasContact = false
      note('withdrawn', event.why)
      return state
    case 'grievance-reminded':
      one.reminded.push(event.what)
      return state
    case 'contact-read':
      return state
  }
}

function file(state: OfficeState, event: Extract<Logged, { type: 'grievance-filed' }>): OfficeState {
  const { kind, via, stars, reasons, counterId, departmentId, ticketId, number, matterId } = event
  const { hasWords, hasContact, day, contactBy, remindOn, settleBy, grievanceId, at } = event
  const one: Grievance = {
    id: grievanceId,
    kind,
    via,
    stars,
    reasons,
    counterId,
    departmentId,
    ticketId,
    number,
    matterId,
    hasWords,
    hasContact,
    isExplained: kind !== 'low-rating',
    filedAt: at,
    day,
    contactBy,
    remindOn,
    settleBy,
    stage: 'new',
    outcome: null,
    contactedAt: null,
    urgedAt: null,
    urgedOn: null,
    endedAt: null,
    reminded: [],
    steps: [{ what: 'filed', at, detail: null }],
  }
  state.grievances.byId.set(grievanceId, one)
  if (kind === 'low-rating' && ticketId !== null) state.grievances.byTicket.set(ticketId, grievanceId)
  return state
}

/** With the day the visits are over; what ended long ago cannot be read any more. `at`: epoch ms. */
export function turnGrievances({ grievances }: OfficeState, at: number): void {
  grievances.byTicket = new Map()
  for (const { id, stage, endedAt } of grievances.byId.values())
    if (!isOpenStage(stage) && at - (endedAt ?? at) > ANSWER_KEPT_DAYS * 86_400_000) grievances.byId.delete(id)
}
