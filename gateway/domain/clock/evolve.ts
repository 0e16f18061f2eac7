import { unturnBook } from '../appointments/evolve.ts'
import type { OfficeState } from '../office-state.ts'
import type { ClockEvent } from './events.ts'

/** Works in place, like all of evolve. */
export function evolveClock(state: OfficeState, event: ClockEvent): OfficeState {
  switch (event.type) {
    case 'clock-doubted':
      state.clock.doubt = { hallSays: event.hallSays, clockSays: event.clockSays, day: event.day }
      return state
    case 'clock-trusted':
      state.clock.doubt = null
      return state
    case 'day-corrected':
      state.day = event.day
      state.clock.doubt = null
      unturnBook(state.appointments, event.day)
      return state
  }
}
