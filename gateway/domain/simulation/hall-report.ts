import type { OfficeEvent } from '../events.ts'
import type { HallModel } from '../hall-model.ts'
import { configuredEstimate } from '../waits/configured-estimate.ts'
import { median, quantile } from '../waits/quantile.ts'
import { shownRange } from '../waits/shown-range.ts'
import type { Forecast } from '../waits/wait-memory.ts'

interface Spread {
  n: number
  p50: number
  p90: number
  p99: number
}

/** How well the waits told came true. */
interface Told {
  n: number
  /** Share of the waits within what was told. */
  coverage80: number
  /** Minutes between the ends of what was told. */
  medianWidth: number
  /** 1 − mean distance ÷ that of the configured minutes (B0 of the eval). */
  skill: number
}

const HOUR_MS = 3_600_000

export interface HallReport {
  tickets: number
  finished: number
  missed: number
  cancelled: number
  expired: number
  waits: Record<'all' | 'ordinary' | 'priority', Spread>
  byQueue: ({ queueId: string; name: string } & Spread)[]
  /** Share of a counter's open time that somebody was at it. */
  load: { counters: number; mean: number; highest: number }
  /** Of the wait that was shown when the number was taken, ordinary tickets only; minutes. */
  shown: Told & {
    mae: number
    width80: number
    firstHour: Told
    maePlace: number
    maeReplay: number
    maePlaceShared: number
    maeReplayShared: number
    nShared: number
  }
}

/** Listens to the facts of a simulation and tells at the end how it went. */
export function hallReport(hallModel: HallModel): {
  learn: (event: OfficeEvent, at: number) => void
  report: () => HallReport
} {
  const taken = new Map<string, { at: number; queueId: string; priority: boolean; forecast: Forecast | null }>()
  const waits: { at: number; queueId: string; priority: boolean; minutes: number; forecast: Forecast | null }[] = []
  const counts = { tickets: 0, finished: 0, missed: 0, cancelled: 0, expired: 0 }
  const openSince = new Map<string, number>()
  const openMs = new Map<string, number>()
  const busySince = new Map<string, { counterId: string; at: number }>()
  const busyMs = new Map<string, number>()
  const add = (to: Map<string, number>, id: string, ms: number): void => void to.set(id, (to.get(id) ?? 0) + ms)
  const free = (ticketId: string, at: number): void => {
    const busy = busySince.get(ticketId)
    if (busy) add(busyMs, busy.counterId, at - busy.at)
    busySince.delete(ticketId)
  }
  const shut = (counterId: string, at: number): void => {
    const since = openSince.get(counterId)
    if (since !== undefined) add(openMs, counterId, at - since)
    openSince.delete(counterId)
  }

  function learn(event: OfficeEvent, at: number): void {
    if (event.type === 'ticket-taken') {
      counts.tickets++
      taken.set(event.ticketId, {
        at,
        queueId: event.queueId,
        priority: event.priority !== null,
        forecast: event.forecast ?? null,
      })
    } else if (event.type === 'ticket-called') {
      const visit = taken.get(event.ticketId)
      if (visit) waits.push({ ...visit, minutes: (at - visit.at) / 60_000 })
      taken.delete(event.ticketId)
      busySince.set(event.ticketId, { counterId: event.counterId, at })
    } else if (event.type === 'ticket-resumed') busySince.set(event.ticketId, { counterId: event.counterId, at })
    else if (
      event.type === 'ticket-finished' ||
      event.type === 'ticket-missed' ||
      event.type === 'ticket-held' ||
      event.type === 'ticket-transferred'
    ) {
      free(event.ticketId, at)
      if (event.type === 'ticket-finished') counts.finished++
      if (event.type === 'ticket-missed') counts.missed++
    } else if (event.type === 'ticket-cancelled') counts.cancelled++
    else if (event.type === 'ticket-expired') counts.expired++
    else if (event.type === 'counter-opened') openSince.set(event.counterId, at)
    else if (event.type === 'counter-paused' || event.type === 'counter-closed') shut(event.counterId, at)
  }

  function report(): HallReport {
    const spread = (of: typeof waits): Spread => {
      const minutes = Float64Array.from(of, (visit) => visit.minutes).sort()
      const at = (q: number): number => (minutes.length === 0 ? 0 : tenth(quantile(minutes, q)))
      return { n: of.length, p50: at(0.5), p90: at(0.9), p99: at(0.99) }
    }
    const loads = [...openMs].map(([id, ms]) => (busyMs.get(id) ?? 0) / ms)
    const isShared = (queueId: string): boolean =>
      (hallModel.countersOf.get(queueId) ?? []).some(({ queues }) => queues.length > 1)
    const told = waits.flatMap(({ at, queueId, priority, minutes, forecast }) => {
      const range = shownRange(forecast)
      return priority || forecast === null || range === null ? [] : [{ at, queueId, minutes, forecast, range }]
    })
    const first = told.reduce((least, one) => Math.min(least, one.at), Number.POSITIVE_INFINITY)
    const shared = told.filter(({ queueId }) => isShared(queueId))
    const mean = (of: typeof told, what: (one: (typeof told)[number]) => number): number =>
      of.length === 0 ? 0 : Math.round((of.reduce((sum, one) => sum + what(one), 0) / of.length) * 100) / 100
    const off =
      (which: 'place' | 'replay' | 'shown') =>
      (one: (typeof told)[number]): number =>
        Math.abs(one.forecast[which] - one.minutes)
    const width = ({ range }: (typeof told)[number]): number => range.highMinutes - range.lowMinutes
    const offB0 = ({ queueId, minutes, forecast }: (typeof told)[number]): number =>
      Math.abs(
        configuredEstimate({
          ahead: forecast.ahead ?? 0,
          openCounters: forecast.open ?? 1,
          configuredMinutes: hallModel.queues.get(queueId)?.minutes ?? 10,
        }) - minutes,
      )
    const scored = (of: typeof told): Told => ({
      n: of.length,
      coverage80: percent(
        of.filter(({ minutes, range }) => minutes >= range.lowMinutes && minutes <= range.highMinutes).length /
          Math.max(1, of.length),
      ),
      medianWidth: of.length === 0 ? 0 : median(of.map(width)),
      skill: of.length === 0 ? 0 : percent(1 - mean(of, off('shown')) / mean(of, offB0)),
    })
    return {
      ...counts,
      waits: {
        all: spread(waits),
        ordinary: spread(waits.filter(({ priority }) => !priority)),
        priority: spread(waits.filter(({ priority }) => priority)),
      },
      byQueue: hallModel.hall.queues.map(({ id, name }) => ({
        queueId: id,
        name,
        ...spread(waits.filter(({ queueId }) => queueId === id)),
      })),
      load: {
        counters: loads.length,
        mean: percent(loads.reduce((sum, load) => sum + load, 0) / Math.max(1, loads.length)),
        highest: percent(loads.reduce((most, load) => Math.max(most, load), 0)),
      },
      shown: {
        ...scored(told),
        mae: mean(told, off('shown')),
        width80: mean(told, width),
        firstHour: scored(told.filter(({ at }) => at < first + HOUR_MS)),
        maePlace: mean(told, off('place')),
        maeReplay: mean(told, off('replay')),
        nShared: shared.length,
        maePlaceShared: mean(shared, off('place')),
        maeReplayShared: mean(shared, off('replay')),
      },
    }
  }
  return { learn, report }
}

const tenth = (value: number): number => Math.round(value * 10) / 10
const percent = (value: number): number => Math.round(value * 1000) / 1000
