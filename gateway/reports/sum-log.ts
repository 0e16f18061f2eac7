import { hallPlaces, type PlacesData } from '../domain/reports/hall-places.ts'
import { type DayReading, readDay } from '../domain/reports/read-day.ts'
import { sumDay } from '../domain/reports/sum-day.ts'
import type { LoggedEvent } from '../domain/events.ts'
import type { DayPart, DaySums } from '../store/day-sums.ts'
import type { EventLog, LogRow } from '../store/event-log.ts'

const AT_ONCE = 1_000

/** What is read of the log. */
type Rows = Pick<EventLog, 'rows'>

/**
 * Sums every day of the log that is over and has no sum yet. Sums of a log that is not this one (another row stands where their day
 * ended) are forgotten first. Rows that cannot be read count nothing. Returns the days that were summed. `rest` is awaited between pages.
 */
export async function sumLog(
  log: Rows,
  sums: DaySums,
  places: PlacesData,
  rest: () => Promise<unknown> = async () => {},
): Promise<string[]> {
  const known = await trusted(log, sums)
  const { queuesOf } = hallPlaces(places)
  const done: string[] = []
  let open: { first: number; reading: DayReading; day: string } | null = null
  let before: LogRow | null = null
  let after = known.at(-1)?.last ?? 0
  for (let rows = await log.rows(after, AT_ONCE); rows.length > 0; rows = await log.rows(after, AT_ONCE)) {
    for (const row of rows) {
      const event = eventOf(row)
      after = row.seq
      if (event?.type === 'day-opened') {
        if (open !== null && before !== null) {
          const facts = open.reading.facts()
          const part: DayPart = {
            first: open.first,
            last: before.seq,
            hash: before.hash,
            day: facts.day,
            closedAt: event.at,
          }
          sums.put(part, sumDay(facts, hallPlaces(places)))
          done.push(facts.day)
        }
        open = { first: row.seq, reading: readDay(event.day, queuesOf), day: event.day }
      } else if (event !== null) open?.reading.read(event)
      before = row
    }
    await rest()
  }
  return done
}

/** Parts of this very log, without a hole between them; what comes after the first that is not is forgotten. */
async function trusted(log: Rows, sums: DaySums): Promise<DayPart[]> {
  const parts = sums.parts().filter(({ first }) => first > 0)
  for (const [place, part] of parts.entries()) {
    const [row] = await log.rows(part.last - 1, 1)
    if (row?.seq === part.last && row.hash === part.hash) continue
    sums.forget(parts.slice(place))
    return parts.slice(0, place)
  }
  return parts
}

function eventOf({ seq, body }: LogRow): LoggedEvent | null {
  try {
    return { ...(JSON.parse(body) as LoggedEvent), seq }
  } catch {
    return null
  }
}
