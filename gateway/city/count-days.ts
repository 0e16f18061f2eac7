import type { LoggedEvent } from '../domain/events.ts'
import { hallPlaces, placesData } from '../domain/reports/hall-places.ts'
import { readDay } from '../domain/reports/read-day.ts'
import type { Sum } from '../domain/reports/sum.ts'
import { sumDay } from '../domain/reports/sum-day.ts'
import type { StreamLine } from '../stream/connect-stream.ts'
import { messagesAfter } from '../stream/read-stream.ts'
import { CITY_STREAM, cityLogOf } from '../stream/ship-log.ts'
import { turnReader } from '../stream/turn-message.ts'
import { breathe } from '../time.ts'
import type { HallCopy, OverDay } from './hall-copy.ts'

/** A hall's day in figures, by the same rules as in the hall, read again from the stream. Others have their turn between two messages. */
export async function countDay(
  line: Pick<StreamLine, 'manager' | 'client'>,
  hall: HallCopy,
  day: OverDay,
): Promise<Sum> {
  if (hall.model === null) return {}
  const places = hallPlaces(placesData(hall.model))
  const reading = readDay(day.day, places.queuesOf)
  const read = turnReader()
  for await (const { place, headers, body } of messagesAfter(line, CITY_STREAM, cityLogOf(hall.id), day.from - 1)) {
    for (const { seq, body: fact } of read(headers, body)?.rows ?? [])
      if (seq > day.first && seq <= day.last) reading.read({ ...(JSON.parse(fact) as LoggedEvent), seq })
    if (place >= day.until) break
    await breathe()
  }
  return sumDay(reading.facts(), places).find(({ kind }) => kind === 'hall')?.whole ?? {}
}

/** Counts one day that is over and has no figures yet; false = there is none. */
export async function countNextDay(
  line: Pick<StreamLine, 'manager' | 'client'>,
  halls: readonly HallCopy[],
): Promise<boolean> {
  for (const hall of halls) {
    const day = hall.model === null || hall.isUnfit ? undefined : hall.over.find(({ sum }) => sum === null)
    if (!day) continue
    day.sum = await countDay(line, hall, day)
    return true
  }
  return false
}
