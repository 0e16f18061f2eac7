import type { Ticket } from '../line/ticket.ts'
import type { Leg, PlannedLeg } from './leg.ts'
import type { Hall } from '../../contract/hall.ts'
import { flowSteps } from '../../contract/flow-steps.ts'
import { isOffered } from '../../contract/is-offered.ts'
import type { HallModel } from '../hall-model.ts'

/** The steps of a flow in this hall; matters that are paused, cancelled or done elsewhere are left out. */
export const plannedLegs = (hallModel: HallModel, flow: Hall['flows'][number]): PlannedLeg[] =>
  flowSteps(flow.matters.flatMap((id) => hallModel.matters.get(id) ?? []).filter(isOffered), flow.generalQueue)

/** The step that follows the present one; null = the present one is the last, or there are no steps. */
export function nextLeg({ legs }: Ticket): Leg | null {
  const next = legs[legs.findIndex(({ state }) => state === 'now') + 1]
  return next?.state === 'to-come' ? next : null
}
