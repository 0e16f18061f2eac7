import type { LegView } from '../contract/flow-legs.ts'
import type { Ticket } from '../domain/line/ticket.ts'
import { whereOf } from './queue-view.ts'
import type { Reading } from './reading.ts'

/** What a number with several steps is for, as a whole; null = a plain number, or the hall names the flow no more. */
export const flowName = ({ hall }: Reading['hallModel'], { flowId }: Pick<Ticket, 'flowId'>): string | null =>
  flowId === null ? null : (hall.flows.find(({ id }) => id === flowId)?.name ?? null)

/** The same in English; null = it has none. */
export const flowNameEn = ({ hall }: Reading['hallModel'], { flowId }: Pick<Ticket, 'flowId'>): string | null =>
  hall.flows.find(({ id }) => id === flowId)?.nameEn ?? null

/** The steps of a flow's ticket, with the places where they are done. */
export const legViews = (reading: Reading, { legs }: Pick<Ticket, 'legs'>): LegView[] =>
  legs.map(({ queueId, matterIds, state }) => ({
    queueId,
    queueName: reading.hallModel.queues.get(queueId)?.name ?? queueId,
    matters: matterIds.map((id) => reading.hallModel.matters.get(id)?.name ?? id),
    state,
    where: whereOf(reading, queueId),
  }))
