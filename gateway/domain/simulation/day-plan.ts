import { minuteOf } from '../../contract/hall-time.ts'
import type { HallModel } from '../hall-model.ts'
import type { Chance } from './chance.ts'

/** Share of a day's arrivals by half hour, `[minute of day, share]`. */
export type ArrivalProfile = readonly (readonly [number, number])[]

/** How people and clerks behave; shares 0…1, minutes. */
export interface Habits {
  /** On a day that is not a Monday. */
  readonly ticketsPerDay: number
  readonly mondayFactor: number
  readonly noShow: number
  readonly priority: number
  readonly hold: number
  readonly transfer: number
  /** Of those who were missed, how many come back. */
  readonly comeBack: number
  /** Mean patience; who has none left goes home, and most say nothing. */
  readonly patience: number
  /** Short breaks per counter and day. */
  readonly pauses: number
  /** Load for which the hall staffs itself. */
  readonly wantedLoad: number
  readonly serviceSpread: number
  /** How long services really take, of the configured minutes: no hall knows its own exactly. */
  readonly serviceFactor: number
}

export const ordinary: Habits = {
  ticketsPerDay: 3000,
  mondayFactor: 1.42,
  noShow: 0.08,
  priority: 0.02,
  hold: 0.02,
  transfer: 0.03,
  comeBack: 0.4,
  patience: 240,
  pauses: 2,
  wantedLoad: 0.92,
  serviceSpread: 0.7,
  serviceFactor: 1,
}

export const LUNCH = { from: 12 * 60, to: 13 * 60 + 30 }

/** Chinese halls: the measured curve with its peaks drawn to 10:00 and 14:45 and a valley at noon. */
export function halfHours(profile: ArrivalProfile, open: number, lastTicket: number): [number, number][] {
  const bump = (minute: number, at: number): number => Math.exp(-(((minute - at) / 55) ** 2))
  const weights = profile
    .filter(([minute]) => minute >= open && minute < lastTicket)
    .map(([minute, share]): [number, number] => {
      const middle = minute + 15
      const shape = 0.7 + 0.9 * bump(middle, 600) + 0.7 * bump(middle, 885)
      return [minute, share * shape * (middle >= LUNCH.from && middle < LUNCH.to ? 0.25 : 1)]
    })
  const sum = weights.reduce((total, [, weight]) => total + weight, 0)
  return weights.map(([minute, weight]) => [minute, weight / sum])
}

/** Arrivals of one day, `[minute of day, queue]`, earliest first. */
export function arrivalsOf(
  hallModel: HallModel,
  profile: ArrivalProfile,
  habits: Habits,
  weekday: number,
  chance: Chance,
): [number, string][] {
  const open = minuteOf(hallModel.hall.hours.open)
  const last = minuteOf(hallModel.hall.hours.lastTicket)
  const halves = halfHours(profile, open, last)
  const shares = queueShares(hallModel)
  const wanted = Math.round(habits.ticketsPerDay * (weekday === 1 ? habits.mondayFactor : 1))
  return Array.from({ length: wanted }, (): [number, string] => {
    const half = pick(halves, chance)
    return [Math.min(last - 0.01, half + 30 * chance.share()), pick(shares, chance)]
  }).sort(([a], [b]) => a - b)
}

/** A queue is wanted as much as its counters can do; a shared counter counts in part. */
export function queueShares(hallModel: HallModel): [string, number][] {
  const can = hallModel.hall.queues.map(({ id, minutes }): [string, number] => [
    id,
    (hallModel.countersOf.get(id) ?? []).reduce((sum, { queues }) => sum + 1 / queues.length, 0) / minutes,
  ])
  const sum = can.reduce((total, [, one]) => total + one, 0)
  return can.map(([id, one]) => [id, one / sum])
}

/** Which counters work today: as many of each queue as its load asks for, at least one. */
export function staffed(hallModel: HallModel, habits: Habits, weekday: number): string[] {
  const day = habits.ticketsPerDay * (weekday === 1 ? habits.mondayFactor : 1)
  const hours = minuteOf(hallModel.hall.hours.close) - minuteOf(hallModel.hall.hours.open) - (LUNCH.to - LUNCH.from) / 2
  const working = new Set<string>()
  for (const [id, share] of queueShares(hallModel)) {
    const need = (day * share * ((hallModel.queues.get(id)?.minutes ?? 10) + 1)) / (hours * habits.wantedLoad)
    let there = 0
    for (const counter of hallModel.countersOf.get(id) ?? []) {
      if (there >= Math.max(1, need)) break
      working.add(counter.id)
      there += 1 / counter.queues.length
    }
  }
  return [...working]
}

function pick<T>(weighted: readonly (readonly [T, number])[], chance: Chance): T {
  let left = chance.share()
  for (const [one, weight] of weighted) if ((left -= weight) < 0) return one
  return (weighted.at(-1) as readonly [T, number])[0]
}
