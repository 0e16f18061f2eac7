import type { Ticket } from '../domain/line/ticket.ts'
import type { LegView } from '../contract/flow-legs.ts'
import type { HallModel } from '../domain/hall-model.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { whereOf } from './queue-view.ts'

/** The steps of a flow's ticket, with the places where they are done. */
export const legViews = (hallModel: HallModel, office: OfficeState, { legs }: Ticket): LegView[] =>
  legs.map(({ queueId, matterIds, state }) => ({
    queueId,
    queueName: hallModel.queues.get(queueId)?.name ?? queueId,
    matters: matterIds.map((id) => hallModel.matters.get(id)?.name ?? id),
    state,
    where: whereOf(hallModel, office, queueId),
  }))
