import type { FloorPlan, PlaceKind, Point } from '../plan.ts'
import { type Way, findWay } from './find-way.ts'

export interface Goal {
  floor: string
  at: Point
}
/** The way through the hallModel: one leg for each floor; `by` is what takes you to the next floor. */
export interface Route {
  legs: { plan: FloorPlan; way: Way; by: { kind: PlaceKind; name: string } | null }[]
}

const lifting: readonly PlaceKind[] = ['lift', 'escalator', 'stairs']
/** Metres that one would rather walk than climb: an escalator is no work, stairs over several floors are. */
const trouble: Partial<Record<PlaceKind, number>> = { lift: 12, escalator: 10, stairs: 60 }

/** From where you stand to the goal. A wheelchair (`stepFree`) is led by the lift. null = the plan does not know a way. */
export function findRoute(plans: readonly FloorPlan[], from: Goal, to: Goal, stepFree: boolean): Route | null {
  const [here, there] = [plans.find(({ floor }) => floor === from.floor), plans.find(({ floor }) => floor === to.floor)]
  if (!here || !there) return null
  if (here === there) {
    const way = findWay(here, from.at, to.at, stepFree)
    return way && { legs: [{ plan: here, way, by: null }] }
  }
  const routes = here.places.flatMap((place) => {
    const above = there.places.find(({ up }) => up !== null && up === place.up)
    if (place.up === null || !above || !lifting.includes(place.kind) || (stepFree && place.kind !== 'lift')) return []
    const [first, second] = [findWay(here, from.at, place.at, stepFree), findWay(there, above.at, to.at, stepFree)]
    if (!first || !second) return []
    const { kind, name } = place
    const legs: Route['legs'] = [
      { plan: here, way: first, by: { kind, name } },
      { plan: there, way: second, by: null },
    ]
    return [{ legs, effort: first.metres + second.metres + (trouble[kind] ?? 0) }]
  })
  const [best] = routes.sort((one, other) => one.effort - other.effort)
  return best ? { legs: best.legs } : null
}

/** Its length on all floors. */
export const routeMetres = ({ legs }: Route): number => legs.reduce((sum, { way }) => sum + way.metres, 0)

/** Where the counters of a zone stand: along its side of desks, in the hall's order. `at` is the middle of the desk, `front` where one waits. */
export function desksOf(
  zone: FloorPlan['zones'][number],
  counterIds: readonly string[],
): { id: string; at: Point; front: Point }[] {
  const [x, y] = zone.at
  const [width, height] = zone.size
  const along = zone.desks === 'top' || zone.desks === 'bottom' ? width : height
  const step = along / Math.max(1, counterIds.length)
  return counterIds.map((id, nth) => {
    const middle = step * (nth + 0.5)
    switch (zone.desks) {
      case 'top':
        return { id, at: [x + middle, y + 1] as Point, front: [x + middle, y + 3] as Point }
      case 'bottom':
        return { id, at: [x + middle, y + height - 1] as Point, front: [x + middle, y + height - 3] as Point }
      case 'left':
        return { id, at: [x + 1, y + middle] as Point, front: [x + 3, y + middle] as Point }
      case 'right':
        return { id, at: [x + width - 1, y + middle] as Point, front: [x + width - 3, y + middle] as Point }
    }
  })
}
