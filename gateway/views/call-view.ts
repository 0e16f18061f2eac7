import type { CallView } from '../contract/views.ts'
import type { Call } from '../domain/calls/state.ts'
import type { HallModel } from '../domain/hall-model.ts'

export function callView({ counters }: HallModel, call: Call): CallView {
  const counter = counters.get(call.counterId)
  const { callId, number, counterId, calledAt, times } = call
  return {
    callId,
    number,
    counterId,
    counterName: `${counterId} 号窗口`,
    floor: counter?.floor ?? '',
    zone: counter?.zone ?? '',
    calledAt,
    times,
  }
}
