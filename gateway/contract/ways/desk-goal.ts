import type { FloorPlan, Point } from '../plan.ts'
import { type Goal, desksOf } from './route.ts'

/** Where counters stand, as the hall tells it. */
export interface CounterPlace {
  id: string
  floor: string
  zone: string
  accessible: boolean
}
export interface DeskGoal extends Goal {
  /** The desk itself; `at` is where one waits before it. */
  desk: Point
  counters: readonly string[]
}

/** The middle of these counters; a wheelchair goes to the low one of them, if there is one. null = the plan does not show them. */
export function deskGoal(
  plans: readonly FloorPlan[],
  counters: readonly CounterPlace[],
  { floor, zone, counters: wanted }: { floor: string; zone: string; counters: readonly string[] },
  stepFree: boolean,
): DeskGoal | null {
  const drawn = plans.find((plan) => plan.floor === floor)?.zones.find((one) => one.zone === zone)
  if (!drawn) return null
  const inZone = counters.filter((counter) => counter.zone === zone)
  const low = stepFree ? wanted.filter((id) => inZone.some((counter) => counter.id === id && counter.accessible)) : []
  const sought = low.length > 0 ? low : wanted
  const desks = desksOf(
    drawn,
    inZone.map(({ id }) => id),
  ).filter(({ id }) => sought.includes(id))
  const middle = desks[Math.floor((desks.length - 1) / 2)]
  return middle ? { floor, at: middle.front, desk: middle.at, counters: sought } : null
}
