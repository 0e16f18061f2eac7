import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import type { Costs } from './forward-replay.ts'
import { hallSample, minutesBetween } from './hall-sample.ts'
import { paceAt } from './hours-at-work.ts'

/** Memories at which the hall's own experience weighs as much as the configured minutes. */
export const YOUNG = 8

/** Mean minutes for which somebody of the queue who comes keeps a counter: learnt, shrunk to the configured minutes. */
function meanService(hallModel: HallModel, state: OfficeState, queueId: string): number {
  const taken = state.waits.memory.get(queueId)?.taken ?? []
  const configured = hallModel.queues.get(queueId)?.minutes ?? 10
  return (taken.reduce((sum, one) => sum + one, 0) + YOUNG * configured) / (taken.length + YOUNG)
}

/** What calling costs, as the hall has learnt it. `now` in epoch ms. */
export function costsOf(hallModel: HallModel, state: OfficeState, now: number): Costs {
  const means = new Map<string, number>()
  const { leavers } = hallSample(hallModel, state, now)
  const pace = paceAt(state.waits.hoursAtWork, now, [...state.counters.states.values()])
  const service = (queueId: string): number => {
    const known = means.get(queueId) ?? meanService(hallModel, state, queueId)
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
