import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { hash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { type CityPulse, cityPulse } from '../contract/city.ts'
import type { HolidayCalendar } from '../contract/calendar.ts'
import type { Hall } from '../contract/hall.ts'
import type { Matter } from '../contract/matter.ts'
import type { LoggedEvent } from '../domain/events.ts'
import { buildHallModel } from '../domain/hall-model.ts'
import { rulesMark } from '../store/state-snapshot.ts'
import { checkChain } from '../stream/check-turn.ts'
import type { StreamMessage } from '../stream/read-stream.ts'
import { type ReadTurn, turnReader } from '../stream/turn-message.ts'
import { type FoldedHall, type HallCopy, foldEvent, newHall } from './hall-copy.ts'

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
  /** Brings all of it to a file, whole or not at all. */
  keep(file: string): void
}

/** What a hall says of itself. */
interface HallCard {
  hall: Hall
  matters: Matter[]
  alwaysOpen: boolean
}

const USUAL_ZONE = 'Asia/Shanghai'
const head = z.object({ rules: z.string(), place: z.number(), sum: z.string() })
const NEW_LINE = 10

/** All halls as their logs make them. `file`: where it was kept; what is broken there, or was made by other rules, is made anew from the stream. */
export function openCityHalls(file: string, calendar: HolidayCalendar): CityHalls {
  const kept = readKept(file)
  let { place } = kept
  let rows = 0
  const halls = new Map<string, HallCopy>(kept.halls.map((one) => [one.id, withNothing(one)]))
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
    keep(to) {
      const folded = [...halls.values()].map(({ model: _, pulse: __, heardAt: ___, ...one }) => one)
      const body = serialize(folded)
      const about: z.infer<typeof head> = { rules: rulesMark(), place, sum: hash('sha256', body) }
      writeFileSync(`${to}.new`, Buffer.concat([Buffer.from(`${JSON.stringify(about)}\n`), body]), { mode: 0o600 })
      renameSync(`${to}.new`, to)
    },
  }
}

const withNothing = (one: FoldedHall): HallCopy => ({ ...one, model: null, pulse: null, heardAt: null })

function readKept(file: string): { place: number; halls: FoldedHall[] } {
  try {
    const bytes = readFileSync(file)
    const split = bytes.indexOf(NEW_LINE)
    const { rules, place, sum } = head.parse(JSON.parse(bytes.toString('utf8', 0, split)))
    const body = bytes.subarray(split + 1)
    if (rules === rulesMark() && sum === hash('sha256', body))
      return { place, halls: deserialize(body) as FoldedHall[] }
  } catch {
    // Made anew.
  }
  return { place: 0, halls: [] }
}
