import type { CounterRow } from '../contract/staff-views.ts'
import { counterFact, queuesAt, ticketFact, waitingIn } from './facts.ts'
import type { Reading } from './reading.ts'
import { staffNamesFact } from './staff-names.ts'

/** One counter as clerks of other counters and guides see it; null when there is no such counter. */
export function counterRow(reading: Reading, counterId: string): CounterRow | null {
  const counter = reading.hallModel.counters.get(counterId)
  if (!counter) return null
  const { state, pauseReason, ticketId } = counterFact(reading, counterId)
  return {
    id: counterId,
    floor: counter.floor,
    zone: counter.zone,
    state,
    pauseReason,
    queues: [...queuesAt(reading, counterId)],
    staff: staffAt(reading, counterId),
    number: ticketFact(reading, ticketId)?.number ?? null,
    sent: waitingIn(reading, `@${counterId}`),
  }
}

function staffAt(reading: Reading, counterId: string): CounterRow['staff'] {
  const number = reading.state(`counter:${counterId}`).seats.byCounter.get(counterId) ?? null
  return number === null ? null : { number, name: staffNamesFact(reading)[number] ?? '' }
}
