import type { OfficeState } from '../office-state.ts'
import type { LineEvent } from './events.ts'

/** Which queues a counter serves today. */
export function evolveLine(state: OfficeState, event: LineEvent): OfficeState {
  if (event.type === 'counter-assigned') state.assigned.set(event.counterId, event.queues)
  else state.assigned.delete(event.counterId)
  return state
}
