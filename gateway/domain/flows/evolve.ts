import { ticketOf } from '../line/state.ts'
import type { LoggedEvent } from '../events.ts'
import { freeCounter } from '../counters/free-counter.ts'
import { advance, countService } from '../line/evolve-ticket.ts'
import type { OfficeState } from '../office-state.ts'
import { joinLine, leaveLine } from '../line/stand-in-line.ts'
import { rememberStep } from '../line/remember-step.ts'
import type { LegEvent } from './events.ts'

/** A number with several steps goes on to the next one, with its arrival kept; or the steps to come are dropped. */
export function evolveLegs(state: OfficeState, event: Extract<LoggedEvent, { type: LegEvent['type'] }>): OfficeState {
  const ticket = ticketOf(state, event.ticketId)
  rememberStep(state, event)
  switch (event.type) {
    case 'leg-left': {
      const from = ticket.legs.findIndex((leg) => leg.state === 'now')
      const [leg, next] = [ticket.legs[from], ticket.legs[from + 1]]
      if (!leg || !next) throw new Error(`ticket ${ticket.number} has no next step`)
      leaveLine(state, ticket)
      const counter = freeCounter(state, ticket, event.at)
      if (counter && event.how === 'done') countService(counter, ticket, event.at)
      advance(state, event.ticketId, 'transfer')
      ticket.legs = ticket.legs.map((one) =>
        one === leg ? { ...one, state: event.how } : one === next ? { ...one, state: 'now' } : one,
      )
      Object.assign(ticket, {
        queueId: next.queueId,
        matterId: next.matterIds[0] ?? null,
        matterName: null,
        forCounter: null,
        forStaff: null,
        counterId: null,
        times: 0,
      })
      Object.assign(ticket, {
        holdReason: null,
        calledAt: null,
        servingAt: null,
        appointment: null,
        returned: false,
        why: null,
      })
      state.line.notYetDue.delete(ticket.id)
      joinLine(state, ticket)
      return state
    }
    case 'legs-dropped':
      ticket.legs = ticket.legs.map((leg) => (leg.state === 'to-come' ? { ...leg, state: 'skipped' } : leg))
      return state
  }
}
