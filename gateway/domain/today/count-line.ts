import type { OfficeState } from '../office-state.ts'
import { STEP_MS, type TodayState } from './state.ts'

/** A hall whose clock jumped further than that was not standing in line meanwhile. */
const MOST_MS = 24 * 3_600_000

/** How many stand in line now. */
export const inLine = ({ line }: Pick<OfficeState, 'line'>): number =>
  (line.byStatus.get('waiting')?.size ?? 0) + (line.byStatus.get('transferred')?.size ?? 0)

/** Counts who stood in line until now (epoch ms); to be called before the fact of this moment is folded in. */
export function countLine(state: Pick<OfficeState, 'line' | 'today'>, at: number): void {
  const { today } = state
  const waiting = inLine(state)
  const from = today.countedUntil
  if (from !== null && waiting > 0 && at > from && at - from <= MOST_MS)
    for (const [step, ms] of stepsBetween(from, at))
      today.waitingMs.set(step, (today.waitingMs.get(step) ?? 0) + ms * waiting)
  if (from !== null || waiting > 0) today.countedUntil = at
}

/** Steps of ten minutes between two moments, each with its share of the time. */
function* stepsBetween(from: number, to: number): Generator<[step: number, ms: number]> {
  for (let start = from; start < to; ) {
    const step = Math.floor(start / STEP_MS)
    const end = Math.min(to, (step + 1) * STEP_MS)
    yield [step, end - start]
    start = end
  }
}

/**
 * How many stood in line on average in each step of ten minutes of today that is over, oldest first: the step's beginning (epoch ms) and people.
 * Since the last fact nobody came or went.
 */
export function lineCurve(today: TodayState, waiting: number, now: number): [at: number, people: number][] {
  const current = Math.floor(now / STEP_MS)
  const until = today.countedUntil
  const first = Math.min(...today.waitingMs.keys(), until === null ? current : Math.floor(until / STEP_MS))
  const still = new Map(
    until !== null && now > until && now - until <= MOST_MS ? stepsBetween(until, current * STEP_MS) : [],
  )
  const curve: [number, number][] = []
  for (let step = first; step < current; step++) {
    const ms = (today.waitingMs.get(step) ?? 0) + (still.get(step) ?? 0) * waiting
    curve.push([step * STEP_MS, Math.round((ms / STEP_MS) * 10) / 10])
  }
  return curve
}
