import type { FloorPlan, Point } from '../../../gateway/contract/plan.ts'
import { deskGoal } from './desk-goal.ts'
import type { HallPlaces } from './hall-places.ts'
import { type Route, findRoute } from './route.ts'

/** What was scanned at a terminal's plan. Nothing of whoever scanned it is in it. */
export interface WishedWay {
  terminal: string
  goal: { kind: 'counter'; counter: string } | { kind: 'place'; floor: string; name: string } | null
  stepFree: boolean
}

const LONGEST = 60

/** The address of a way, after /way?: a counter by its number, or a place by its floor and name. */
export function wayAddress({ terminal, goal, stepFree }: WishedWay): string {
  const fields = new URLSearchParams({ from: terminal })
  if (goal?.kind === 'counter') fields.set('counter', goal.counter)
  if (goal?.kind === 'place') {
    fields.set('floor', goal.floor)
    fields.set('place', goal.name)
  }
  if (stepFree) fields.set('lift', '1')
  return `/way?${fields}`
}

export function wishedWay(fields: URLSearchParams): WishedWay {
  const field = (name: string): string => (fields.get(name) ?? '').slice(0, LONGEST)
  const [counter, place] = [field('counter'), field('place')]
  return {
    terminal: field('from'),
    goal:
      counter !== ''
        ? { kind: 'counter', counter }
        : place !== ''
          ? { kind: 'place', floor: field('floor'), name: place }
          : null,
    stepFree: field('lift') === '1',
  }
}

export interface FoundWay {
  route: Route
  floor: string
  /** The counter itself, where one waits before it; null = the way ends at the place. */
  desk: Point | null
  zone: string | null
  counters: readonly string[]
  place: FloorPlan['places'][number] | null
}

/** The way through this hall; null = machine or goal are not on its plan, or no walk leads there. */
export function findWished({ plan, counters }: HallPlaces, { terminal, goal, stepFree }: WishedWay): FoundWay | null {
  const from = plan.flatMap(({ floor, terminals }) =>
    terminals.filter((one) => one.terminal === terminal).map(({ at }) => ({ floor, at })),
  )[0]
  if (!from || goal === null) return null
  if (goal.kind === 'counter') {
    const counter = counters.find(({ id }) => id === goal.counter)
    const desk = counter && deskGoal(plan, counters, { ...counter, counters: [counter.id] }, stepFree)
    const route = desk && findRoute(plan, from, desk, stepFree)
    return route
      ? { route, floor: desk.floor, desk: desk.desk, zone: counter.zone, counters: [counter.id], place: null }
      : null
  }
  const place = plan.find(({ floor }) => floor === goal.floor)?.places.find(({ name }) => name === goal.name)
  const route = place && findRoute(plan, from, { floor: goal.floor, at: place.at }, stepFree)
  return route ? { route, floor: goal.floor, desk: null, zone: null, counters: [], place } : null
}
