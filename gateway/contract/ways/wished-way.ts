import type { FloorPlan, Point } from '../plan.ts'
import { type CounterPlace, deskGoal } from './desk-goal.ts'
import { type Route, findRoute } from './route.ts'
import type { WayGoal } from './way-goal.ts'

/** The way that a terminal's plan shows, to be taken along. Nothing of whoever takes it is in it. */
export interface WishedWay {
  terminal: string
  goal: WayGoal | null
  stepFree: boolean
}

const LONGEST = 60

/** The address of a way, after /way?: a counter by its number, a zone, or a place by its floor and name. */
export function wayAddress({ terminal, goal, stepFree }: WishedWay): string {
  const fields = new URLSearchParams({ from: terminal })
  if (goal?.kind === 'counter') fields.set('counter', goal.counter)
  if (goal?.kind === 'zone') fields.set('zone', goal.zone)
  if (goal?.kind === 'place') {
    fields.set('floor', goal.floor)
    fields.set('place', goal.name)
  }
  if (stepFree) fields.set('lift', '1')
  return `/way?${fields}`
}

export function wishedWay(fields: URLSearchParams): WishedWay {
  const field = (name: string): string => (fields.get(name) ?? '').slice(0, LONGEST)
  const [counter, zone, place] = [field('counter'), field('zone'), field('place')]
  return {
    terminal: field('from'),
    goal:
      counter !== ''
        ? { kind: 'counter', counter }
        : zone !== ''
          ? { kind: 'zone', zone }
          : place !== ''
            ? { kind: 'place', floor: field('floor'), name: place }
            : null,
    stepFree: field('lift') === '1',
  }
}

export interface FoundWay {
  route: Route
  floor: string
  /** The counters themselves, where one waits before them; null = the way ends at the place. */
  desk: Point | null
  zone: string | null
  counters: readonly string[]
  place: FloorPlan['places'][number] | null
}

/** The way through this hall; null = machine or goal are not on its plan, or no walk leads there. */
export function findWished(
  { plan, counters }: { plan: readonly FloorPlan[]; counters: readonly CounterPlace[] },
  { terminal, goal, stepFree }: WishedWay,
): FoundWay | null {
  const from = plan.flatMap(({ floor, terminals }) =>
    terminals.filter((one) => one.terminal === terminal).map(({ at }) => ({ floor, at })),
  )[0]
  if (!from || goal === null) return null
  if (goal.kind === 'place') {
    const place = plan.find(({ floor }) => floor === goal.floor)?.places.find(({ name }) => name === goal.name)
    const route = place && findRoute(plan, from, { floor: goal.floor, at: place.at }, stepFree)
    return route ? { route, floor: goal.floor, desk: null, zone: null, counters: [], place } : null
  }
  const sought = counters.filter(({ id, zone }) => (goal.kind === 'zone' ? zone === goal.zone : id === goal.counter))
  const [first] = sought
  const desk = first && deskGoal(plan, counters, { ...first, counters: sought.map(({ id }) => id) }, stepFree)
  const route = desk && findRoute(plan, from, desk, stepFree)
  return route
    ? { route, floor: desk.floor, desk: desk.desk, zone: first.zone, counters: desk.counters, place: null }
    : null
}
