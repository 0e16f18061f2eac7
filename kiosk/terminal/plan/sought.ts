import type { FloorPlan, Point } from '../../../gateway/contract/plan.ts'
import { facts } from '../hall-facts.ts'
import type { PlanGoal } from '../visit.ts'
import { say } from '../words.ts'
import { goalOf, zoneName } from './way-drawing.tsx'

/** What was touched, looked for or found by its number. */
export interface Sought {
  floor: string
  at: Point
  /** The thing itself, where one waits before it; null = the way ends there. */
  desk: Point | null
  name: string
  place: FloorPlan['places'][number] | null
  zone: string | null
  counters: readonly string[]
}

export const soughtPlace = (floor: string, place: FloorPlan['places'][number]): Sought => ({
  floor,
  at: place.at,
  desk: null,
  name: place.name,
  place,
  zone: null,
  counters: [],
})

/** Counters of one zone: one by its number, or all of them. null = not on the plan. */
export function soughtCounters(zone: string, ids: readonly string[], stepFree: boolean): Sought | null {
  const floor = facts.value.counters.find(({ id }) => id === ids[0])?.floor
  const goal = floor === undefined ? null : goalOf({ floor, zone, counters: [...ids] }, stepFree)
  if (!goal) return null
  const name = ids.length === 1 ? say('planCounter', { counter: ids[0] ?? '' }) : zoneName(goal.floor, zone)
  return { ...goal, name, place: null, zone, counters: ids }
}

/** A counter by what stands over it; null = there is none of this number. */
export function soughtCounter(id: string, stepFree: boolean): Sought | null {
  const counter = facts.value.counters.find((one) => one.id === id)
  return counter ? soughtCounters(counter.zone, [counter.id], stepFree) : null
}

/** What the visitor asked for before the plan was opened; null = nothing, or it is not on the plan. */
export function soughtBefore(goal: PlanGoal | null, stepFree: boolean): Sought | null {
  switch (goal?.kind) {
    case 'counter':
      return soughtCounter(goal.counter, stepFree)
    case 'facility': {
      const plan = facts.value.plan.find(({ floor }) => floor === goal.floor)
      const place = plan?.places.find(({ name }) => name === goal.name)
      return place ? soughtPlace(goal.floor, place) : null
    }
    case undefined:
      return null
  }
}
