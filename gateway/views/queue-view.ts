import { isWithin } from '../contract/day-span.ts'
import { clockAt, hourAt, minuteOf } from '../contract/hall-time.ts'
import type { Queue } from '../contract/hall.ts'
import type { NotCalling } from '../contract/not-calling.ts'
import type { QueueView } from '../contract/line-views.ts'
import type { CounterState } from '../domain/counters/state.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { isAbsent } from '../domain/line/arrival.ts'
import type { Ticket } from '../domain/line/ticket.ts'
import { closedNow, hallClosed, hoursOf } from '../domain/line/open-hours.ts'
import { quotaFull } from '../domain/line/quotas.ts'
import { shownRange } from '../domain/waits/shown-range.ts'
import { counterFact, countersFor, lineFact, ticketFact, waitingIn, waitsFact } from './facts.ts'
import type { Reading } from './reading.ts'
import { sameJson } from './same-json.ts'

/** One queue as everybody may see it; the wait is that of somebody who comes now. */
export const queueView = (reading: Reading, queueId: string): QueueView =>
  reading.shared(`row ${queueId}`, (own) => makeQueueView(own, queueId), sameJson)

function makeQueueView(reading: Reading, queueId: string): QueueView {
  const queue = reading.hallModel.queues.get(queueId)
  const waiting = waitingIn(reading, queueId)
  const counters = countersFor(reading, queueId).map(({ id }) => counterFact(reading, id))
  const open = counters.filter(({ state }) => state === 'open').length
  const waits = waitsFact(reading, queueId)
  const longestMinutes = longestIn(reading, queueId)
  return {
    id: queueId,
    series: queue?.series ?? '',
    name: queue?.name ?? queueId,
    nameEn: queue?.nameEn ?? null,
    waiting,
    calledLast: calledLast(reading, queueId),
    openCounters: open,
    counters: counters.length,
    wait: shownRange(waits.of(waiting, null)),
    longestMinutes,
    where: whereOf(reading, queueId),
    notNow: queue ? notNow(reading, queue) : null,
    notCalling: notCallingOf(reading, queueId),
    whyStands: waiting === 0 ? null : (whyQuiet(waits.stalled, open) ?? whyStands(reading, queueId, counters)),
    warning: warningOf(queue?.warnAt ?? null, waiting, longestMinutes),
  }
}

/** Whole minutes that the one at the head of a queue has waited; 0 = nobody is there. */
export function longestIn(reading: Reading, queueId: string): number {
  const head = firstHere(reading, queueId)
  return head ? Math.max(0, Math.floor(reading.time().now / 60_000) - Math.floor(head.takenAt / 60_000)) : 0
}

/** Who has waited longest of those who are in the hall. */
function firstHere(reading: Reading, queueId: string): Readonly<Ticket> | null {
  for (const id of lineFact(reading, queueId).order) {
    const ticket = ticketFact(reading, id)
    if (ticket && !isAbsent(ticket)) return ticket
  }
  return null
}

/** The newest number called of a queue: a call changes that of one. */
const calledLast = (reading: Reading, queueId: string): string | null =>
  reading.shared(`called last ${queueId}`, (own) => newestCalls(own).get(queueId) ?? null, Object.is)

const newestCalls = (reading: Reading): ReadonlyMap<string, string> =>
  reading.shared('called last', (own) => {
    const newest = new Map<string, string>()
    for (const { ticketId, number } of own.state('calls').calls.recent) {
      const called = ticketFact(own, ticketId)?.queueId
      if (called !== undefined && !newest.has(called)) newest.set(called, number)
    }
    return newest
  })

/** Why no number of this queue is given now: what take-ticket would answer. */
export function notNow(reading: Reading, queue: Queue): QueueView['notNow'] {
  const { hallModel } = reading
  const hour = hourAt(reading.time().now, hallModel.hall.timeZone)
  const refusal =
    closedNow(hallModel, hour, queue) ?? quotaFull(hallModel, reading.state(`queue:${queue.id}`), hour, queue)
  return refusal && { code: refusal.code, details: refusal.details }
}

/** Why no wait is told of a queue with open counters; null = they call. */
const whyQuiet = (stalled: number | null, open: number): string | null =>
  stalled === null ? null : `${open} 个窗口开着，${stalled} 多分钟没有叫号，等候时间先不显示`

/** Why nobody of a queue is called now; null = counters call. */
export function notCallingOf(reading: Reading, queueId: string): NotCalling {
  if (countersFor(reading, queueId).some(({ id }) => counterFact(reading, id).state === 'open'))
    return waitsFact(reading, queueId).stalled === null ? null : { why: 'silent', until: null }
  const until = lunchUntil(reading, queueId)
  return until === null ? { why: 'no-counter', until: null } : { why: 'lunch', until }
}

/** The end of a lunch break that is now; null = there is none. */
export function lunchUntil({ hallModel, time }: Reading, queueId: string): string | null {
  const { lunch } = hoursOf(hallModel, hallModel.queues.get(queueId) ?? null)
  if (!lunch || hallModel.alwaysOpen) return null
  return isWithin(lunch, minuteOf(clockAt(time().now, hallModel.hall.timeZone))) ? lunch.to : null
}

/** Why a queue stands, in words; null when every counter of it is open. */
function whyStands(reading: Reading, queueId: string, counters: readonly Readonly<CounterState>[]): string | null {
  const open = counters.filter((one) => one.state === 'open').length
  if (open === counters.length && open > 0) return null
  const until = open === 0 ? lunchUntil(reading, queueId) : null
  if (until !== null) return `午休到 ${until}`
  if (open > 0) return `${open} 个窗口开着，共 ${counters.length} 个`
  const reasons = [...new Set(counters.flatMap((one) => one.pauseReason ?? []))]
  return reasons.length === 0 ? '没有窗口开着' : `窗口都暂停了：${reasons.join('、')}`
}

/** What of a queue's own threshold is reached, in words; null = nothing, or it has none. */
export function warningOf(
  at: { waiting: number | null; minutes: number | null } | null,
  waiting: number,
  minutes: number,
): string | null {
  if (at?.waiting != null && waiting >= at.waiting) return `等候到了 ${at.waiting} 人`
  return at?.minutes != null && minutes >= at.minutes ? `等候到了 ${at.minutes} 分钟` : null
}

/** The places where a queue is served, by floor and zone, in the hall's order. */
export function whereOf(reading: Reading, queueId: string): QueueView['where'] {
  const places = new Map<string, { floor: string; zone: string; counters: string[] }>()
  for (const counter of countersFor(reading, queueId)) {
    const key = `${counter.floor}/${counter.zone}`
    const place = places.get(key) ?? { floor: counter.floor, zone: counter.zone, counters: [] }
    place.counters.push(counter.id)
    places.set(key, place)
  }
  return [...places.values()]
}

export const hallHead = ({ hall }: HallModel): { name: string; nameEn: string; timeZone: string } => ({
  name: hall.name,
  nameEn: hall.nameEn,
  timeZone: hall.timeZone,
})

/** Why no number of any queue is given now; null = one gives. */
export const hallNotNow = (reading: Reading): QueueView['notNow'] =>
  reading.shared(
    'hall not now',
    (own) => {
      const closed = hallClosed(own.hallModel, hourAt(own.time().now, own.hallModel.hall.timeZone))
      return closed && { code: closed.code, details: closed.details }
    },
    sameJson,
  )
