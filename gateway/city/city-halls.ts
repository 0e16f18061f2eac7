import { gunzipSync } from 'node:zlib'
import { type CityPulse, cityPulse } from '../contract/city.ts'
import type { HolidayCalendar } from '../contract/calendar.ts'
import type { Hall } from '../contract/hall.ts'
import type { Matter } from '../contract/matter.ts'
import type { LoggedEvent } from '../domain/events.ts'
import { buildHallModel } from '../domain/hall-model.ts'
import { checkChain } from '../stream/check-turn.ts'
import type { StreamMessage } from '../stream/read-stream.ts'
import { type ReadTurn, turnReader } from '../stream/turn-message.ts'
import { type FoldedHall, type HallCopy, foldEvent, newHall } from './hall-copy.ts'
import { keepHall, keepPlace, readKept } from './keep-halls.ts'

export interface CityHalls {
  all(): HallCopy[]
  /** Up to which message of the stream it is folded. */
  readonly place: number
  /** How many rows were folded since the start. */
  readonly rows: number
  /** A message of a hall's log, in the order of the stream. Gives the time of its newest row (epoch ms); null = it brought none. */
  takeLog(hallId: string, message: StreamMessage): number | null
  /** What a hall is, and how it is. */
  takeCard(hallId: string, bytes: Uint8Array): void
  takePulse(hallId: string, bytes: Uint8Array, now: number): void
  /** Brings the hall that waited longest to its file; false = all are there. A hall is some milliseconds: between two others have their turn. */
  keepNext(): boolean
  /** The same for all of them, before the end. */
  keep(): void
}

/** What a hall says of itself. */
interface HallCard {
  hall: Hall
  matters: Matter[]
  alwaysOpen: boolean
}

const USUAL_ZONE = 'Asia/Shanghai'

/** All halls as their logs make them. `folder`: where they are kept; what is broken there, or was made by other rules, is made anew from the stream. */
export function openCityHalls(folder: string, calendar: HolidayCalendar): CityHalls {
  const kept = readKept(folder)
  let { place } = kept
  let rows = 0
  const halls = new Map<string, HallCopy>(kept.halls.map((one) => [one.id, withNothing(one)]))
  /** Halls that have more than their file, from the message behind this one on; who waited longest first. */
  const behind = new Map<string, number>()
  /** Turns of which only a part has come, by their first message. */
  const openFrom = new Map<string, number>()
  function keepOne(id: string): void {
    const { model: _, pulse: __, heardAt: ___, ...hall } = hallOf(id)
    keepHall(folder, hall)
    behind.delete(id)
    const open = openFrom.get(id)
    if (open !== undefined) behind.set(id, open - 1)
    keepPlace(
      folder,
      [...behind.values()].reduce((least, one) => Math.min(least, one), place),
    )
  }
  const readers = new Map<string, ReturnType<typeof turnReader>>()
  const hallOf = (id: string): HallCopy => {
    const known = halls.get(id) ?? withNothing(newHall(id))
    halls.set(id, known)
    return known
  }
  function fold(hall: HallCopy, turn: ReadTurn): number | null {
    const zone = hall.model?.hall.timeZone ?? USUAL_ZONE
    let newest: number | null = null
    try {
      for (const row of checkChain(hall.end, turn.rows)) {
        const event: LoggedEvent = { ...(JSON.parse(row.body) as LoggedEvent), seq: row.seq }
        foldEvent(hall, event, zone, place)
        hall.end = { seq: row.seq, hash: row.hash }
        newest = event.at
        rows += 1
      }
    } catch {
      // Another chain, or facts that speak of what is not there: what a hall says of itself is not believed by halves.
      hall.isUnfit = true
    }
    return newest
  }
  return {
    all: () => [...halls.values()],
    get place() {
      return place
    },
    get rows() {
      return rows
    },
    takeLog(hallId, { place: at, headers, body }) {
      const read = readers.get(hallId) ?? turnReader()
      readers.set(hallId, read)
      const turn = read(headers, body)
      const hall = hallOf(hallId)
      place = at
      if (!behind.has(hallId)) behind.set(hallId, at - 1)
      if (turn === null) openFrom.set(hallId, openFrom.get(hallId) ?? at)
      else openFrom.delete(hallId)
      return turn === null || hall.isUnfit ? null : fold(hall, turn)
    },
    takeCard(hallId, bytes) {
      const { hall, matters, alwaysOpen } = JSON.parse(gunzipSync(bytes).toString()) as HallCard
      hallOf(hallId).model = buildHallModel(hall, matters, alwaysOpen, calendar)
    },
    takePulse(hallId, bytes, now) {
      const pulse = cityPulse.safeParse(JSON.parse(new TextDecoder().decode(bytes)) as CityPulse)
      if (!pulse.success) return
      const hall = hallOf(hallId)
      hall.pulse = pulse.data
      hall.heardAt = now
    },
    keepNext() {
      const [id] = behind.keys()
      if (id === undefined) return false
      keepOne(id)
      return true
    },
    keep() {
      for (const id of [...behind.keys()]) keepOne(id)
    },
  }
}

const withNothing = (one: FoldedHall): HallCopy => ({ ...one, model: null, pulse: null, heardAt: null })
