import type { LegView } from '../contract/flow-legs.ts'
import type { Ticket } from '../domain/line/ticket.ts'
import { whereOf } from './queue-view.ts'
import type { Reading } from './reading.ts'

/** The steps of a flow's ticket, with the places where they are done. */
export const legViews = (reading: Reading, { legs }: Pick<Ticket, 'legs'>): LegView[] =>
  legs.map(({ queueId, matterIds, state }) => ({
    queueId,
    queueName: reading.hallModel.queues.get(queueId)?.name ?? queueId,
    matters: matterIds.map((id) => reading.hallModel.matters.get(id)?.name ?? id),
    state,
    where: whereOf(reading, queueId),
  }))
