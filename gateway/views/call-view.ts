import type { CallView } from '../contract/display-views.ts'
import type { Call } from '../domain/calls/state.ts'
import { ticketFact } from './facts.ts'
import type { Reading } from './reading.ts'

export function callView(reading: Reading, call: Call): CallView {
  const counter = reading.hallModel.counters.get(call.counterId)
  const { callId, number, counterId, calledAt, times } = call
  return {
    callId,
    number,
    counterId,
    counterName: `${counterId} 号窗口`,
    floor: counter?.floor ?? '',
    zone: counter?.zone ?? '',
    calledAt,
    times,
    standing: standingOf(reading, call),
  }
}

/** Whether the visitor is still awaited there: asked again at the moment at which a wall speaks. */
function standingOf(reading: Reading, call: Call): CallView['standing'] {
  const ticket = ticketFact(reading, call.ticketId)
  if (!ticket || newestCalls(reading).get(call.ticketId) !== call.callId) return 'over'
  switch (ticket.status) {
    case 'called':
      return ticket.counterId === call.counterId ? 'called' : 'over'
    case 'serving':
    case 'held':
    case 'done':
      return 'come'
    case 'missed':
      return 'missed'
    case 'waiting':
    case 'transferred':
    case 'cancelled':
    case 'expired':
      return 'over'
  }
}

/** The newest call of each ticket that was called lately, by ticket: worked out once for all screens. */
const newestCalls = (reading: Reading): ReadonlyMap<string, string> =>
  reading.shared('newest calls', (own) => {
    const newest = new Map<string, string>()
    for (const { ticketId, callId } of own.state('calls').calls.recent)
      if (!newest.has(ticketId)) newest.set(ticketId, callId)
    return newest
  })
