import type { OfficeState } from '../office-state.ts'
import type { LineEvent } from './events.ts'

/** Which queues a counter serves today. A hand takes a counter out of its tide. */
export function evolveLine(state: OfficeState, event: LineEvent): OfficeState {
  switch (event.type) {
    case 'counter-assigned':
      leaveTides(state, event.counterId)
      state.assigned.set(event.counterId, event.queues)
      return state
    case 'counter-restored':
      leaveTides(state, event.counterId)
      state.assigned.delete(event.counterId)
      return state
    case 'tide-came':
      state.tides.set(event.tideId, event.counters)
      for (const counterId of event.counters) state.assigned.set(counterId, event.queues)
      return state
    case 'tide-went':
      for (const counterId of state.tides.get(event.tideId) ?? []) state.assigned.delete(counterId)
      state.tides.set(event.tideId, [])
      return state
  }
}

function leaveTides(state: OfficeState, counterId: string): void {
  for (const [tideId, counters] of state.tides) {
    state.tides.set(
      tideId,
      counters.filter((one) => one !== counterId),
    )
  }
}
