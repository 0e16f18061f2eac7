import type { Ticket } from '../line/ticket.ts'
import type { Leg, PlannedLeg } from './leg.ts'
import type { Hall } from '../../contract/hall.ts'
import { isOffered } from '../../contract/matter.ts'
import type { HallModel } from '../hall-model.ts'

/**
 * The steps of a flow: the queues of its matters in order, neighbours of one queue as one step; matters without a counter, paused or
 * cancelled are left out.
 * A flow with a general counter (一窗受理) is one step there.
 */
export function plannedLegs(hallModel: HallModel, flow: Hall['flows'][number]): PlannedLeg[] {
  const matters = flow.matters.flatMap((id) => hallModel.matters.get(id) ?? []).filter(isOffered)
  if (flow.generalQueue !== null && matters.length > 0)
    return [{ queueId: flow.generalQueue, matterIds: matters.map(({ id }) => id) }]
  const legs: { queueId: string; matterIds: string[] }[] = []
  for (const { id, queueId } of matters) {
    if (queueId === null) continue
    const last = legs.at(-1)
    if (last?.queueId === queueId) last.matterIds.push(id)
    else legs.push({ queueId, matterIds: [id] })
  }
  return legs
}

/** The step that follows the present one; null = the present one is the last, or there are no steps. */
export function nextLeg({ legs }: Ticket): Leg | null {
  const next = legs[legs.findIndex(({ state }) => state === 'now') + 1]
  return next?.state === 'to-come' ? next : null
}
