import { countersOf } from '../counters/serving.ts'
import { counterState } from '../counters/state.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import type { Costs } from './forward-replay.ts'
import { hallSample, minutesBetween } from './hall-sample.ts'
import { paceAt } from './hours-at-work.ts'

/** Memories at which the hall's own experience weighs as much as the configured minutes. */
export const YOUNG = 12
/** A clerk who forgot to end a service teaches no more than that. */
const LONGEST_SERVICE = 60

/** Minutes from a call to the beginning of the service, of a hall that knows nothing yet: people stand up and walk. */
const WALK = 0.7
/** Of a service that goes on, as many have come to their end: those that are over so far were the short ones. */
const GOING_ON = 0.4

interface Services {
  readonly minutes: number
  readonly visits: number
}

/** Services of a queue that are over, and the configured minutes as so many more. */
function overServices(hallModel: HallModel, state: OfficeState, queueId: string): Services {
  const taken = state.waits.memory.get(queueId)?.taken ?? []
  const configured = (hallModel.queues.get(queueId)?.minutes ?? 10) + WALK
  return { minutes: taken.reduce((sum, one) => sum + one, YOUNG * configured), visits: YOUNG + taken.length }
}

/** Mean minutes of the services of a queue that are over, shrunk to the configured minutes. */
export function usualService(hallModel: HallModel, state: OfficeState, queueId: string): number {
  const { minutes, visits } = overServices(hallModel, state, queueId)
  return minutes / visits
}

/**
 * Mean minutes for which somebody of the queue who comes keeps a counter: learnt, shrunk to the configured minutes. Those who sit at
 * a counter now count with the time so far, or the first hour of a hall would know its short services only. `now` epoch ms.
 */
export function meanService(hallModel: HallModel, state: OfficeState, queueId: string, now: number): number {
  let { minutes, visits } = overServices(hallModel, state, queueId)
  for (const { id } of countersOf(hallModel, state, queueId)) {
    const ticket = state.line.tickets.get(counterState(state, id).ticketId ?? '')
    if (ticket?.queueId !== queueId || ticket.calledAt === null) continue
    minutes += Math.min(LONGEST_SERVICE, minutesBetween(ticket.calledAt, now))
    visits += GOING_ON
  }
  return minutes / visits
}

/** What calling costs, as the hall has learnt it. `now` in epoch ms. */
export function costsOf(hallModel: HallModel, state: OfficeState, now: number): Costs {
  const means = new Map<string, number>()
  const { leavers } = hallSample(hallModel, state, now)
  const pace = paceAt(hallModel, state.waits.hoursAtWork, now, [...state.counters.states.values()])
  const service = (queueId: string): number => {
    const known = means.get(queueId) ?? meanService(hallModel, state, queueId, now)
    means.set(queueId, known)
    return known
  }
  return {
    service,
    call(ticket, later) {
      const waited = minutesBetween(ticket.takenAt, now)
      const missed = leavers.missed(waited + later)
      // Some of the missed come back and are served before those behind them.
      const served = 1 - missed + missed * leavers.back
      return (
        (leavers.staying(waited, waited + later) *
          (served * service(ticket.queueId) + missed * leavers.emptyCall + leavers.changeover)) /
        pace(later)
      )
    },
  }
}
