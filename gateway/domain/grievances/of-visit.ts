import type { GrievanceDoor } from '../../contract/grievances.ts'
import {
  CONTACT_WITHIN_DAYS,
  REMIND_BEFORE_DAYS,
  SETTLE_WITHIN_DAYS,
  isOpenStage,
} from '../../contract/grievance-clocks.ts'
import { addWorkingDays } from '../../contract/working-days.ts'
import type { Moment } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { Ticket } from '../line/ticket.ts'
import type { OfficeState } from '../office-state.ts'
import type { GrievanceEvent } from './events.ts'
import type { Grievance } from './state.ts'

/** The open case of a visit's low grade; null = there is none. */
export function ofVisit({ grievances }: OfficeState, ticketId: string): Grievance | null {
  const one = grievances.byId.get(grievances.byTicket.get(ticketId) ?? '')
  return one && isOpenStage(one.stage) ? one : null
}

/** A low grade opens a case by itself: whoever gave it need not say anything more. */
export const fileLowRating = (
  hallModel: HallModel,
  ticket: Readonly<Ticket>,
  stars: number,
  via: GrievanceDoor,
  { day, newId }: Moment,
): GrievanceEvent => ({
  type: 'grievance-filed',
  grievanceId: newId(),
  kind: 'low-rating',
  via,
  stars,
  reasons: [],
  ...aboutVisit(hallModel, ticket),
  hasWords: false,
  hasContact: false,
  ...clocksFrom(hallModel, day),
})

/** Where and what a visit was, for whoever looks into it. */
export const aboutVisit = (
  { matters, counters }: HallModel,
  ticket: Readonly<Ticket> | null,
): Pick<Filed, 'counterId' | 'departmentId' | 'ticketId' | 'number' | 'matterId'> => ({
  counterId: ticket?.counterId ?? null,
  departmentId:
    matters.get(ticket?.matterId ?? '')?.department ?? counters.get(ticket?.counterId ?? '')?.department ?? null,
  ticketId: ticket?.id ?? null,
  number: ticket?.number ?? null,
  matterId: ticket?.matterId ?? null,
})

/** By the hall's calendar; the day itself does not count (行政许可法 82 with 民法典 201). */
export function clocksFrom(
  { calendar }: HallModel,
  day: string,
): Pick<Filed, 'day' | 'contactBy' | 'remindOn' | 'settleBy'> {
  const after = (days: number): string => addWorkingDays(day, days, calendar).day
  return {
    day,
    contactBy: after(CONTACT_WITHIN_DAYS),
    remindOn: after(SETTLE_WITHIN_DAYS - REMIND_BEFORE_DAYS),
    settleBy: after(SETTLE_WITHIN_DAYS),
  }
}
type Filed = Extract<GrievanceEvent, { type: 'grievance-filed' }>
