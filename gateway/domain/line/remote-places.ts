import type { Queue } from '../../contract/hall.ts'
import { type Refusal, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'

/**
 * How many more numbers of a queue may be taken from outside today: the hall's share of the day's quota; without a quota, of a usual
 * day's numbers, or of today's where those are more. One is always allowed. 0 where the hall gives none from outside.
 */
export function remoteLeft({ hall }: HallModel, { line }: OfficeState, { id, quota }: Queue): number {
  const share = hall.phoneNumbers?.remote?.share
  if (share === undefined) return 0
  const numbers = quota?.day ?? Math.max(line.usualDay.get(id) ?? 0, line.given.get(id) ?? 0)
  const places = Math.max(1, Math.floor((numbers * share) / 100))
  return Math.max(0, places - (line.fromOutside.get(id)?.size ?? 0))
}

/** Why no number of this queue is given to who is outside; null = one is given. */
export function remoteRefused(hallModel: HallModel, state: OfficeState, queue: Queue): Refusal | null {
  if ((hallModel.hall.phoneNumbers?.remote ?? null) === null) return refuse('remote-off')
  return remoteLeft(hallModel, state, queue) === 0 ? refuse('remote-full', { queueId: queue.id }) : null
}
