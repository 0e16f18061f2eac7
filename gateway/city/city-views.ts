import type { CityBoard, CityHall, Quickest, QuickestHall } from '../contract/city.ts'
import { isOffered } from '../contract/is-offered.ts'
import type { Matter } from '../contract/matter.ts'
import { nothingLive, plainReading } from '../views/plain-reading.ts'
import { queueView } from '../views/queue-view.ts'
import type { CityFile } from './read-city-file.ts'
import { type HallCopy, waitingNow } from './hall-copy.ts'

/** Halls tell how they are each five seconds. */
const CUT_AFTER_MS = 20_000

const rankAt = (sorted: readonly number[], share: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)

/** Every hall in a row: the longest line first, those that are cut off last. */
export function cityBoardView(halls: readonly HallCopy[], city: CityFile, now: number): CityBoard {
  const rows = halls.map((hall) => rowOf(hall, city, now))
  const isCut = (row: CityHall): number => (row.state === 'live' ? 0 : 1)
  const sorted = rows.toSorted((one, other) => isCut(one) - isCut(other) || other.waiting - one.waiting)
  return { name: city.name, now, halls: sorted }
}

function rowOf(copy: HallCopy, city: CityFile, now: number): CityHall {
  const { id, state, model, pulse, heardAt, waited, course } = copy
  const named = city.halls.find((one) => one.id === id)
  const isLive = heardAt !== null && now - heardAt <= CUT_AFTER_MS
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
    state: copy.isUnfit ? 'unfit' : isLive ? 'live' : 'cut',
    heardAt: pulse?.at ?? state.clock.newestAt ?? null,
    waiting: waitingNow(copy),
    takenToday: copy.takenToday,
    waited:
      sorted.length === 0 ? null : { low: rankAt(sorted, 0.1), half: rankAt(sorted, 0.5), most: rankAt(sorted, 0.9) },
    openCounters: [...state.counters.states.values()].filter((one) => one.state === 'open').length,
    counters: model?.hall.counters.length ?? 0,
    faults: isLive ? (pulse?.faults ?? null) : null,
    lights: isLive ? { red: countOf('red'), yellow: countOf('yellow'), paused: countOf('paused') } : null,
    course: { from: first * 30, waiting: line },
    at: placeOn(city, id),
  }
}

/** Kilometres as shares of the whole map, with a margin around the outermost halls. */
function placeOn(city: CityFile, id: string): CityHall['at'] {
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

/**
 * Where a matter is done soonest by waiting alone, with the straight way from a hall. `query`: its id or its name, whole or a part of it. Halls that do not do
 * it now are named apart.
 */
export function quickestView(
  halls: readonly HallCopy[],
  city: CityFile,
  { query, from, now }: { query: string; from: string | null; now: number },
): Quickest {
  const items: QuickestHall[] = []
  const missing: string[] = []
  let name: string | null = null
  for (const copy of halls) {
    const { model, state } = copy
    if (model === null || copy.isUnfit) continue
    const title = city.halls.find((one) => one.id === copy.id)?.name ?? model.hall.name
    const matter = matterIn([...model.matters.values()], query)
    const isLive = copy.heardAt !== null && now - copy.heardAt <= CUT_AFTER_MS
    const queueId = matter?.queueId ?? null
    const reading = plainReading({ hallModel: model, state, now, live: nothingLive })
    const queue = queueId === null || !isLive ? null : queueView(reading, queueId)
    if (matter === null || queueId === null || queue === null || queue.notNow !== null) missing.push(title)
    else {
      name ??= matter.name
      const kilometres = from === null ? null : distance(city, from, copy.id)
      items.push({ id: copy.id, name: title, wait: queue.wait, kilometres, queueId, matterId: matter.id })
    }
  }
  const soonest = ({ wait }: QuickestHall): number => wait?.highMinutes ?? Number.MAX_SAFE_INTEGER
  return { matter: name, items: items.toSorted((one, other) => soonest(one) - soonest(other)), missing }
}

function matterIn(matters: readonly Matter[], query: string): Matter | null {
  const offered = matters.filter(isOffered)
  return (
    offered.find(({ id, name }) => id === query || name === query) ??
    offered.find(({ name }) => query !== '' && name.includes(query)) ??
    null
  )
}

function distance(city: CityFile, from: string, to: string): number | null {
  const [one, other] = [from, to].map((id) => city.halls.find((hall) => hall.id === id)?.at)
  if (!one || !other) return null
  return Math.round(10 * Math.hypot(one[0] - other[0], one[1] - other[1])) / 10
}
