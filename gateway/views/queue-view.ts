import { isWithin } from '../contract/day-span.ts'
import { counterState } from '../domain/counters/state.ts'
import { lineOf } from '../domain/line/state.ts'
import type { Queue } from '../contract/hall.ts'
import type { QueueView } from '../contract/views.ts'
import type { HallModel } from '../domain/hall-model.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { hourAt } from '../contract/hall-time.ts'
import { closedNow, hoursOf } from '../domain/line/open-hours.ts'
import { quotaFull } from '../domain/line/quotas.ts'
import { countersOf } from '../domain/counters/serving.ts'
import { openCounters, waitRange } from '../domain/waits/wait-range.ts'

/** One queue as everybody may see it; the wait is that of somebody who comes now. */
export function queueView(hallModel: HallModel, state: OfficeState, queueId: string, now: number): QueueView {
  const queue = hallModel.queues.get(queueId)
  const line = lineOf(state, queueId)
  const head = state.line.tickets.get(line[0] ?? '')
  return {
    id: queueId,
    series: queue?.series ?? '',
    name: queue?.name ?? queueId,
    nameEn: queue?.nameEn ?? null,
    waiting: line.length,
    calledLast:
      state.calls.recent.find((call) => state.line.tickets.get(call.ticketId)?.queueId === queueId)?.number ?? null,
    openCounters: openCounters(hallModel, state, queueId),
    counters: countersOf(hallModel, state, queueId).length,
    wait: waitRange(hallModel, state, queueId, line.length, null, now),
    longestMinutes: head ? Math.max(0, Math.floor((now - head.takenAt) / 60_000)) : 0,
    where: whereOf(hallModel, state, queueId),
    notNow: queue ? notNow(hallModel, state, queue, now) : null,
    whyStands: line.length === 0 ? null : whyStands(hallModel, state, queueId, now),
    warning: warningOf(queue?.warnAt ?? null, line.length, head ? Math.floor((now - head.takenAt) / 60_000) : 0),
  }
}

/** Why no number of this queue is given now: what take-ticket would answer. */
export function notNow(hallModel: HallModel, state: OfficeState, queue: Queue, now: number): QueueView['notNow'] {
  const hour = hourAt(now, hallModel.hall.timeZone)
  const refusal = closedNow(hallModel, hour, queue) ?? quotaFull(hallModel, state, hour, queue)
  return refusal && { code: refusal.code, details: refusal.details }
}

/** Why a queue stands, in words; null when every counter of it is open. */
function whyStands(hallModel: HallModel, state: OfficeState, queueId: string, now: number): string | null {
  const counters = countersOf(hallModel, state, queueId).map((counter) => counterState(state, counter.id))
  const open = counters.filter((one) => one.state === 'open').length
  if (open === counters.length && open > 0) return null
  const { lunch } = hoursOf(hallModel, hallModel.queues.get(queueId) ?? null)
  if (open === 0 && lunch && !hallModel.alwaysOpen && isWithin(lunch, hourAt(now, hallModel.hall.timeZone).minute))
    return `午休到 ${lunch.to}`
  if (open > 0) return `${open} 个窗口开着，共 ${counters.length} 个`
  const reasons = [...new Set(counters.flatMap((one) => one.pauseReason ?? []))]
  return reasons.length === 0 ? '没有窗口开着' : `窗口都暂停了：${reasons.join('、')}`
}

function warningOf(
  at: { waiting: number | null; minutes: number | null } | null,
  waiting: number,
  minutes: number,
): string | null {
  if (at?.waiting != null && waiting >= at.waiting) return `等候到了 ${at.waiting} 人`
  return at?.minutes != null && minutes >= at.minutes ? `等候到了 ${at.minutes} 分钟` : null
}

/** The places where a queue is served, by floor and zone, in the hall's order. */
export function whereOf(hallModel: HallModel, state: OfficeState, queueId: string): QueueView['where'] {
  const places = new Map<string, { floor: string; zone: string; counters: string[] }>()
  for (const counter of countersOf(hallModel, state, queueId)) {
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
