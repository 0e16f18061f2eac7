import type { LegView } from '../contract/flow-legs.ts'
import type { House } from '../domain/house.ts'
import type { OfficeState, Ticket } from '../domain/office-state.ts'
import { whereOf } from './queue-view.ts'

/** The steps of a flow's ticket, with the places where they are done. */
export const legViews = (house: House, office: OfficeState, { legs }: Ticket): LegView[] =>
  legs.map(({ queueId, matterIds, state }) => ({
    queueId,
    queueName: house.queues.get(queueId)?.name ?? queueId,
    matters: matterIds.map((id) => house.matters.get(id)?.name ?? id),
    state,
    where: whereOf(house, office, queueId),
  }))
