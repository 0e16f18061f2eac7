import type { Counter } from '../../contract/hall.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'

/** The queues that a counter serves now, first the ones of the first level; [] for an unknown counter. */
export function queuesOf(hallModel: HallModel, state: OfficeState, counterId: string): readonly string[] {
  const counter = hallModel.counters.get(counterId)
  const queues = state.counters.assigned.get(counterId) ?? counter?.queues ?? []
  if (!counter || Object.keys(counter.levels).length === 0) return queues
  return queues.toSorted((one, other) => levelOf(counter, one) - levelOf(counter, other))
}

/** Lines that a counter calls now: of those who were sent to it, then of its queues. */
export const linesOf = (hallModel: HallModel, state: OfficeState, counterId: string): string[] => [
  `@${counterId}`,
  ...queuesOf(hallModel, state, counterId),
]

/** Counters that serve a queue now, in the hall's order. */
export function countersOf(hallModel: HallModel, state: OfficeState, queueId: string): readonly Counter[] {
  if (state.counters.assigned.size === 0) return hallModel.countersOf.get(queueId) ?? []
  return hallModel.hall.counters.filter((counter) =>
    (state.counters.assigned.get(counter.id) ?? counter.queues).includes(queueId),
  )
}

/** 1 is served before 2; a queue without a level has the first. */
export const levelOf = (counter: Counter, queueId: string): number => counter.levels[queueId] ?? 1
