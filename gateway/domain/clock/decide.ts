import type { ClockCommand, ClockReport } from '../../contract/clock.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import type { OfficeEvent } from '../events.ts'
import { isOver } from '../line/ticket-life.ts'
import type { OfficeState } from '../office-state.ts'

/**
 * `trust-clock`: a person looked at the computer's clock and says that it is right. Whoever waits keeps the number; a new day
 * begins at the next midnight. `report-clock`: what the gateway itself noticed. Refuses when there is no doubt.
 */
export function runClock(
  state: OfficeState,
  command: ClockCommand | ClockReport,
  actor: string,
  { day }: Moment,
): Decision {
  const { doubt } = state.clock
  if (command.type === 'trust-clock') {
    if (doubt === null) return refuse('already-so')
    return accept([...correctTo(state, doubt.day), { type: 'clock-trusted', by: actor }])
  }
  switch (command.found) {
    case 'doubted': {
      const { hallSays, clockSays } = command
      return accept([{ type: 'clock-doubted', hallSays, clockSays, day: command.day }])
    }
    case 'came-back':
      return doubt === null ? refuse('already-so') : accept([{ type: 'clock-trusted', by: 'hall' }])
    case 'day-was-wrong':
      return accept(correctTo(state, command.day))
    case 'midnight-passed':
      // By this clock a night has gone since the doubt: the numbers of before are over in any case.
      return accept([
        ...[...state.line.tickets.values()]
          .filter(({ status }) => !isOver(status))
          .map(({ id }): OfficeEvent => ({ type: 'ticket-expired', ticketId: id })),
        { type: 'clock-trusted', by: 'hall' },
        ...(command.day === day ? [] : [{ type: 'day-opened' as const, day: command.day }]),
      ])
  }
}

const correctTo = (state: OfficeState, day: string): OfficeEvent[] =>
  state.day === null || state.day === day ? [] : [{ type: 'day-corrected', from: state.day, day }]
