import type { ErrandItemView, ErrandView } from '../contract/errand-views.ts'
import type { ErrandItem } from '../domain/errands/errand-item.ts'
import type { Errand } from '../domain/errands/state.ts'
import { ticketFact } from './facts.ts'
import type { Reading } from './reading.ts'
import { nameOfActor, nameOfStaff } from './staff-names.ts'

/** What guides take care of now, the oldest first. */
export const errandsShown = (reading: Reading): ErrandView[] =>
  reading.state('errands').errands.open.map((one) => errandView(reading, one))

function errandView(reading: Reading, errand: Errand): ErrandView {
  const { id, code, openedAt, items, note, holder, since, handedTo } = errand
  return {
    id,
    code,
    openedAt,
    items: items.map((item) => itemView(reading, item)),
    note,
    holder,
    holderName: holder === null ? null : nameOfActor(reading, holder),
    forName: handedTo === null ? null : nameOfStaff(reading, handedTo),
    since,
  }
}

/** A number that is finished has done its part. */
function itemView(reading: Reading, { id, matterId, ticketId, isDone }: ErrandItem): ErrandItemView {
  const matter = reading.hallModel.matters.get(matterId)
  const ticket = ticketFact(reading, ticketId)
  return {
    id,
    matterId,
    matterName: matter?.name ?? matterId,
    queueId: matter?.queueId ?? null,
    ticketId,
    number: ticket?.number ?? null,
    state: ticket?.status ?? null,
    counterId: ticket?.counterId ?? ticket?.forCounter ?? null,
    isDone: isDone || ticket?.status === 'done',
  }
}
