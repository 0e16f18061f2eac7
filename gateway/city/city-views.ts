import type { CityBoard, CityHall } from '../contract/city.ts'
import type { CityPlaces } from './read-city-file.ts'
import { type HallCopy, waitingNow } from './hall-copy.ts'

/** Halls tell how they are each five seconds. */
const CUT_AFTER_MS = 20_000
export const isLive = ({ heardAt }: Pick<HallCopy, 'heardAt'>, now: number): boolean =>
  heardAt !== null && now - heardAt <= CUT_AFTER_MS

const rankAt = (sorted: readonly number[], share: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)

/** Every hall in a row: the longest line first, those that are cut off last. */
export function cityBoardView(halls: readonly HallCopy[], city: CityPlaces, now: number): CityBoard {
  const rows = halls.map((hall) => rowOf(hall, city, now))
  const isCut = (row: CityHall): number => (row.state === 'live' ? 0 : 1)
  const sorted = rows.toSorted((one, other) => isCut(one) - isCut(other) || other.waiting - one.waiting)
  return { name: city.name, now, halls: sorted }
}

function rowOf(copy: HallCopy, city: CityPlaces, now: number): CityHall {
  const { id, state, model, pulse, waited, course } = copy
  const named = city.halls.find((one) => one.id === id)
  const live = isLive(copy, now)
  const sorted = waited.toSorted((one, other) => one - other)
  const lights = [...state.lights.watched.values()].map(({ light }) => light)
  const countOf = (light: string): number => lights.filter((one) => one === light).length
  const slots = [...course.keys()].toSorted((one, other) => one - other)
  const [first = 0, last = -1] = [slots[0], slots.at(-1)]
  let before = 0
  const line = Array.from({ length: last - first + 1 }, (_, nth) => (before = course.get(first + nth) ?? before))
  return {
    id,
    name: named?.name ?? model?.hall.name ?? id,
    place: named?.place ?? '',
    state: copy.isUnfit ? 'unfit' : live ? 'live' : 'cut',
    heardAt: pulse?.at ?? state.clock.newestAt ?? null,
    waiting: waitingNow(copy),
    takenToday: copy.takenToday,
    waited:
      sorted.length === 0 ? null : { low: rankAt(sorted, 0.1), half: rankAt(sorted, 0.5), most: rankAt(sorted, 0.9) },
    openCounters: [...state.counters.states.values()].filter((one) => one.state === 'open').length,
    counters: model?.hall.counters.length ?? 0,
    faults: live ? (pulse?.faults ?? null) : null,
    lights: live ? { red: countOf('red'), yellow: countOf('yellow'), paused: countOf('paused') } : null,
    course: { from: first * 30, waiting: line },
    at: placeOn(city, id),
  }
}

/** Kilometres as shares of the whole map, with a margin around the outermost halls. */
function placeOn(city: CityPlaces, id: string): CityHall['at'] {
  const placed = city.halls.flatMap(({ at }) => (at ? [at] : []))
  const own = city.halls.find((one) => one.id === id)?.at
  if (!own) return null
  const share = (axis: 0 | 1): number => {
    const all = placed.map((at) => at[axis])
    const [least, most] = [Math.min(...all), Math.max(...all)]
    return most === least ? 0.5 : 0.1 + (0.8 * (own[axis] - least)) / (most - least)
  }
  return { x: share(0), y: share(1) }
}
