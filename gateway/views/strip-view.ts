import type { StripView } from '../contract/display-views.ts'
import { emergencyShown } from './emergency-view.ts'
import { counterFact, linesAt, orderAt, queuesAt, ticketFact, waitingIn } from './facts.ts'
import { chiefShown } from './duty-view.ts'
import { hallHead, hallNotNow } from './queue-view.ts'
import type { Reading } from './reading.ts'

/** The strip over one counter; null when there is no such counter. */
export function stripView(reading: Reading, counterId: string): StripView | null {
  const { hallModel } = reading
  const counter = hallModel.counters.get(counterId)
  if (!counter) return null
  const { state, pauseReason, ticketId } = counterFact(reading, counterId)
  const ticket = ticketFact(reading, ticketId)
  const [next = null] = orderAt(reading, counter, 1)
  const ids = queuesAt(reading, counterId)
  const queues = ids.map((id) => hallModel.queues.get(id) ?? { name: id, nameEn: null })
  const named = queues.flatMap(({ nameEn }) => nameEn ?? [])
  return {
    hall: hallHead(hallModel),
    counterId,
    queues: [...ids],
    queueName: queues.map(({ name }) => name).join(' · '),
    queueNameEn: named.length === queues.length ? named.join(' · ') : null,
    scripts: hallModel.hall.wall.scripts,
    accessible: counter.accessible,
    state,
    pauseReason,
    ticket: ticket && { number: ticket.number, state: ticket.status, calledAt: ticket.calledAt },
    next: ticketFact(reading, next)?.number ?? null,
    waiting: waitingAt(reading, counterId),
    chief: chiefShown(reading, 'strip', counter.department),
    notNow: hallNotNow(reading),
    emergency: emergencyShown(reading),
  }
}

/** How many may be called at a counter. */
export const waitingAt = (reading: Reading, counterId: string): number =>
  linesAt(reading, counterId).reduce((sum, key) => sum + waitingIn(reading, key), 0)
