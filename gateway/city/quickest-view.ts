import type { Quickest, QuickestHall } from '../contract/city.ts'
import { isOffered } from '../contract/is-offered.ts'
import type { Matter } from '../contract/matter.ts'
import { nothingLive, plainReading } from '../views/plain-reading.ts'
import { queueView } from '../views/queue-view.ts'
import { isLive } from './city-views.ts'
import type { HallCopy } from './hall-copy.ts'
import type { CityPlaces } from './read-city-file.ts'

/**
 * Where a matter is done soonest by waiting alone, with the straight way from a hall. `query`: its id or its name, whole or a part of it. Halls that do not do
 * it now are named apart.
 */
export function quickestView(
  halls: readonly HallCopy[],
  city: CityPlaces,
  { query, from, now }: { query: string; from: string | null; now: number },
): Quickest {
  const items: QuickestHall[] = []
  const missing: string[] = []
  let name: string | null = null
  for (const copy of halls) {
    const { model, state } = copy
    if (model === null || copy.isUnfit) continue
    const named = city.halls.find((one) => one.id === copy.id)
    const title = named?.name ?? model.hall.name
    const matter = matterIn([...model.matters.values()], query)
    const queueId = matter?.queueId ?? null
    const reading = plainReading({ hallModel: model, state, now, live: nothingLive })
    const queue = queueId === null || !isLive(copy, now) ? null : queueView(reading, queueId)
    if (matter === null || queueId === null || queue === null || queue.notNow !== null) missing.push(title)
    else {
      name ??= matter.name
      const kilometres = from === null ? null : distance(city, from, copy.id)
      items.push({
        id: copy.id,
        name: title,
        place: named?.place ?? '',
        wait: queue.wait,
        kilometres,
        url: model.hall.publicUrl,
        queueId,
        matterId: matter.id,
      })
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

function distance(city: CityPlaces, from: string, to: string): number | null {
  const [one, other] = [from, to].map((id) => city.halls.find((hall) => hall.id === id)?.at)
  if (!one || !other) return null
  return Math.round(10 * Math.hypot(one[0] - other[0], one[1] - other[1])) / 10
}
