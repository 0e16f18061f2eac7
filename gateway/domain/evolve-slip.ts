import type { LoggedEvent } from './events.ts'
import { type OfficeState, ticketOf } from './office-state.ts'
import { countSlip } from './paper-roll.ts'

export type SlipEvent = Extract<LoggedEvent, { type: `slip-${string}` }>

/** Where the paper of a ticket is. */
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
      if (event.type === 'slip-printed' && slip.printerId !== null) countSlip(state.rolls, slip.printerId)
      return state
    }
  }
}
