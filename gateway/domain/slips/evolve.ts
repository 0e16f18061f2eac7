import type { SlipView } from '../../contract/view-parts.ts'
import { ticketOf } from '../line/state.ts'
import type { OfficeState } from '../office-state.ts'
import type { SlipEvent } from './events.ts'
import { countSlip, turnRoll } from './paper-roll.ts'
import { keepDue } from './slips-due.ts'

const outcomes = {
  'slip-printing': 'printing',
  'slip-printed': 'printed',
  'slip-failed': 'failed',
  'slip-unknown': 'unknown',
} as const

/** Where the paper of a ticket is, and how long a printer's roll still lasts. */
export function evolveSlip(state: OfficeState, event: SlipEvent): OfficeState {
  switch (event.type) {
    case 'slip-queued':
      changeSlip(state, event.ticketId, {
        state: 'queued',
        printerId: event.printerId,
        copy: event.copy,
        fault: null,
      })
      return state
    case 'slip-printing':
    case 'slip-printed':
    case 'slip-failed':
    case 'slip-unknown': {
      const { slip } = ticketOf(state, event.ticketId)
      const fault = 'fault' in event ? event.fault : null
      changeSlip(state, event.ticketId, { ...slip, state: outcomes[event.type], fault })
      if (event.type === 'slip-printed' && slip.printerId !== null) countSlip(state.printers.rolls, slip.printerId)
      return state
    }
    case 'printer-paper':
      turnRoll(state.printers.rolls, event.printerId, event.paper)
      return state
    case 'test-page-ordered':
    case 'list-ordered':
    case 'way-ordered':
      return state
  }
}

/** The only way in which a slip of the state changes. */
export function changeSlip(state: OfficeState, ticketId: string, slip: SlipView): void {
  const ticket = ticketOf(state, ticketId)
  const before = ticket.slip.printerId
  ticket.slip = slip
  keepDue(state, ticket, before)
}
