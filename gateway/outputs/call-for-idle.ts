import { dueCounters, idleCounters } from '../domain/line/auto-call.ts'
import { keepDoing } from '../work/keep-doing.ts'
import type { Office } from '../office/office.ts'

const LOOK_MS = 1_000

/** Lets idle counters call by themselves, as actor `auto`. The office decides each order: a clerk who is faster wins, none is called twice. */
export function callForIdle(
  office: Office,
  now: () => number,
  onBroken: (error: unknown) => void,
  lookMs = LOOK_MS,
): () => void {
  const since = new Map<string, number>()
  let busy = false
  const look = async (): Promise<void> => {
    const { autoCall } = office.hallModel.hall
    if (autoCall === null || busy) return
    busy = true
    try {
      // One after the other: the next decision sees who was just called.
      for (const counterId of dueCounters(
        since,
        idleCounters(office.hallModel, office.state, now()),
        now(),
        autoCall.graceSeconds * 1000,
      )) {
        since.delete(counterId)
        await office.handle({ type: 'call-next', counterId }, 'auto', null)
      }
    } finally {
      busy = false
    }
  }
  const stopFacts = office.onFacts((facts) => {
    // A counter that worked in between has not been idle all the time.
    for (const fact of facts) if ('counterId' in fact && fact.counterId !== null) since.delete(fact.counterId)
  })
  const timer = keepDoing(lookMs, look, onBroken)
  return () => {
    timer.stop()
    stopFacts()
  }
}
