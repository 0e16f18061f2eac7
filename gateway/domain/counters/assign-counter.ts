import type { Command } from '../../contract/commands.ts'
import { type Decision, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'

/** Changes which queues a counter serves today. Refuses an unknown counter or queue, and what is so already. */
export function assignCounter(
  hallModel: HallModel,
  state: OfficeState,
  command: Extract<Command, { type: 'assign-counter' | 'restore-counter' }>,
): Decision {
  const { counterId } = command
  const counter = hallModel.counters.get(counterId)
  if (!counter) return refuse('unknown-counter', { counterId })
  if (command.type === 'restore-counter') {
    return state.counters.assigned.has(counterId)
      ? accept([{ type: 'counter-restored', counterId }], { counterId })
      : refuse('already-so')
  }
  const queues = [...new Set(command.queues)]
  const unknown = queues.find((queueId) => !hallModel.queues.has(queueId))
  if (unknown !== undefined) return refuse('unknown-queue', { queueId: unknown })
  const now = state.counters.assigned.get(counterId) ?? counter.queues
  if (queues.length === now.length && queues.every((queueId) => now.includes(queueId))) return refuse('already-so')
  return accept([{ type: 'counter-assigned', counterId, queues }], { counterId })
}
