import { counterState } from '../counters/state.ts'
import { lineOf } from '../line/state.ts'
import type { WhatIfAnswer, WhatIfQuestion } from '../../contract/what-if.ts'
import { epochOf, minuteAt, minuteOf } from '../../contract/hall-time.ts'
import { type HallModel, buildHallModel } from '../hall-model.ts'
import { countersOf, queuesOf } from '../counters/serving.ts'
import type { OfficeState } from '../office-state.ts'
import { quantile } from '../waits/quantile.ts'
import { type ArrivalProfile, ordinary } from './day-plan.ts'
import { type Orders, type PlayedVisit, playOn } from './play-on.ts'
import { expectedArrivals } from './rest-of-day.ts'

/** Days played on each side; the same chances on both. */
export const DAYS_PLAYED = 5

/**
 * Plays the rest of the day twice from how the hall stands, as it is and with more or fewer counters for one queue from a time on;
 * nothing real is touched. Takes seconds for a large hall: run it apart. null = no such queue. Waits are of those called from that time on and of those whom the day's end leaves; minutes.
 */
export function whatIf(
  hallModel: HallModel,
  state: OfficeState,
  profile: ArrivalProfile,
  question: WhatIfQuestion,
  now: number,
): WhatIfAnswer | null {
  const { queueId } = question
  if (!hallModel.queues.has(queueId)) return null
  const today = state.day ?? ''
  const from = question.from === null ? now : Math.max(now, epochOf(today, question.from, hallModel.hall.timeZone))
  const lent = chosen(hallModel, state, question)
  const part = partOf(hallModel, state, queueId, lent)
  const orders =
    question.counters > 0
      ? opening(hallModel, lent, queueId, from)
      : lent.map((counterId) => ({ at: from, command: { type: 'close-counter' as const, counterId } }))
  const sides: Record<'before' | 'after', PlayedVisit[]> = { before: [], after: [] }
  for (let seed = 1; seed <= DAYS_PLAYED; seed++)
    for (const side of ['before', 'after'] as const)
      sides[side].push(...playOn(part, copyOf(state), profile, ordinary, now, side === 'after' ? orders : [], seed))
  const open = countersOf(hallModel, state, queueId).filter(({ id }) => counterState(state, id).state === 'open').length
  const minute = minuteAt(now, hallModel.hall.timeZone)
  return {
    queueId,
    from: question.from !== null && minuteOf(question.from) > minute ? question.from : null,
    waiting: lineOf(state, queueId).length,
    expected: Math.round(
      expectedArrivals(hallModel, state, profile, queueId, minute).reduce((sum, [, many]) => sum + many, 0),
    ),
    counters: lent,
    before: sideOf(sides.before, queueId, from, open),
    after: sideOf(sides.after, queueId, from, open + Math.sign(question.counters) * lent.length),
  }
}

function sideOf(visits: readonly PlayedVisit[], queueId: string, from: number, open: number): WhatIfAnswer['before'] {
  const mine = visits.filter(
    (visit) => visit.queueId === queueId && (visit.calledAt === null || visit.calledAt >= from),
  )
  const minutes = mine.flatMap(({ takenAt, calledAt }) => (calledAt === null ? [] : [(calledAt - takenAt) / 60_000]))
  const at = (q: number): number | null => (minutes.length === 0 ? null : Math.round(quantile(minutes, q)))
  return {
    open,
    p50: at(0.5),
    p90: at(0.9),
    longest: at(1),
    called: Math.round(minutes.length / DAYS_PLAYED),
    left: Math.round((mine.length - minutes.length) / DAYS_PLAYED),
  }
}

/** More: closed counters of the queue first, then any other at which nobody works. Fewer: the last open ones, who serve nothing else first. */
function chosen(hallModel: HallModel, state: OfficeState, { queueId, counters }: WhatIfQuestion): string[] {
  const own = countersOf(hallModel, state, queueId)
  if (counters < 0) {
    const open = own.filter(({ id }) => counterState(state, id).state === 'open')
    return open
      .toSorted((one, other) => queuesOf(hallModel, state, other.id).length - queuesOf(hallModel, state, one.id).length)
      .slice(counters)
      .map(({ id }) => id)
  }
  const closed = hallModel.hall.counters.filter(({ id }) => counterState(state, id).state === 'closed')
  return [...closed.filter((counter) => own.includes(counter)), ...closed.filter((counter) => !own.includes(counter))]
    .slice(0, counters)
    .map(({ id }) => id)
}

function opening(hallModel: HallModel, lent: readonly string[], queueId: string, at: number): Orders {
  return lent.flatMap((counterId) => {
    const only = hallModel.counters.get(counterId)?.queues
    const assign =
      only?.length === 1 && only[0] === queueId
        ? []
        : [{ at, command: { type: 'assign-counter' as const, counterId, queues: [queueId] } }]
    return [...assign, { at, command: { type: 'open-counter' as const, counterId } }]
  })
}

/** The queues and counters that hang together with this one; the rest of the hall has no say in it. */
function partOf(hallModel: HallModel, state: OfficeState, queueId: string, lent: readonly string[]): HallModel {
  const queues = [queueId]
  const counters = new Set<string>(lent)
  for (const id of queues)
    for (const counter of countersOf(hallModel, state, id)) {
      counters.add(counter.id)
      for (const other of queuesOf(hallModel, state, counter.id)) if (!queues.includes(other)) queues.push(other)
    }
  const hall = {
    ...hallModel.hall,
    queues: hallModel.hall.queues.filter(({ id }) => queues.includes(id)),
    counters: hallModel.hall.counters
      .filter(({ id }) => counters.has(id))
      .map((counter) => ({ ...counter, queues: counter.queues.filter((id) => queues.includes(id)) })),
  }
  return buildHallModel(hall, [], hallModel.alwaysOpen, hallModel.calendar)
}

/** What playing on changes, apart from the real one. */
const copyOf = (state: OfficeState): OfficeState => structuredClone(state)
