import { ticketOf } from '../line/state.ts'
import type { OfficeState } from '../office-state.ts'
import type { SlipEvent } from './events.ts'
import { countSlip, turnRoll } from './paper-roll.ts'

/** Where the paper of a ticket is, and how long a printer's roll still lasts. */
export function evolveSlip(state: OfficeState, event: SlipEvent): OfficeState {
  switch (event.type) {
    case 'slip-queued':
      ticketOf(state, event.ticketId).slip = {
        state: 'queued',
        printerId: event.printerId,
        copy: event.copy,
        fault: null,
      }
      return state
    case 'slip-printing':
    case 'slip-printed':
    case 'slip-failed':
    case 'slip-unknown': {
      const { slip } = ticketOf(state, event.ticketId)
      slip.state = (
        {
          'slip-printing': 'printing',
          'slip-printed': 'printed',
          'slip-failed': 'failed',
          'slip-unknown': 'unknown',
        } as const
      )[event.type]
      slip.fault = 'fault' in event ? event.fault : null
      if (event.type === 'slip-printed' && slip.printerId !== null) countSlip(state.printers.rolls, slip.printerId)
      return state
    }
    case 'printer-paper':
      turnRoll(state.printers.rolls, event.printerId, event.paper)
      return state
    case 'test-page-ordered':
    case 'list-ordered':
      return state
  }
}
