import type { OfficeState } from '../office-state.ts'
import { countHours } from '../waits/hours-at-work.ts'
import type { CounterEvent } from './events.ts'
import { setCounter } from './state.ts'

/** Who is at work and for which queues. A hand takes a counter out of its tide. */
export function evolveCounters(state: OfficeState, event: CounterEvent & { at: number }): OfficeState {
  switch (event.type) {
    case 'counter-opened':
      countWorking(state, event.at)
      setCounter(state, event.counterId, {
        state: 'open',
        since: event.at,
        pauseReason: null,
        freedAt: null,
        quietSince: event.at,
      })
      return state
    case 'counter-paused':
      countWorking(state, event.at)
      setCounter(state, event.counterId, { state: 'paused', since: event.at, pauseReason: event.reason })
      return state
    case 'counter-closed':
      countWorking(state, event.at)
      setCounter(state, event.counterId, { state: 'closed', since: event.at, pauseReason: null })
      return state
    case 'counter-assigned':
      leaveTides(state, event.counterId)
      state.counters.assigned.set(event.counterId, event.queues)
      return state
    case 'counter-restored':
      leaveTides(state, event.counterId)
      state.counters.assigned.delete(event.counterId)
      return state
    case 'tide-came':
      state.counters.tides.set(event.tideId, event.counters)
      for (const counterId of event.counters) state.counters.assigned.set(counterId, event.queues)
      return state
    case 'tide-went':
      for (const counterId of state.counters.tides.get(event.tideId) ?? []) state.counters.assigned.delete(counterId)
      state.counters.tides.set(event.tideId, [])
      return state
  }
}

function leaveTides(state: OfficeState, counterId: string): void {
  for (const [tideId, counters] of state.counters.tides) {
    state.counters.tides.set(
      tideId,
      counters.filter((one) => one !== counterId),
    )
  }
}

/** How many counters were open until one of them changes now. */
function countWorking(state: OfficeState, at: number): void {
  const counters = [...state.counters.states.values()]
  const open = counters.filter((one) => one.state === 'open').length
  countHours(state.waits.hoursAtWork, at, open, open + counters.filter((one) => one.state === 'paused').length)
}
