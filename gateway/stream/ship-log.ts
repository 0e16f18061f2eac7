import type { EventLog, LogEnd } from '../store/event-log.ts'
import { FIRST_HASH } from '../store/hash-chain.ts'
import { newId } from '../time.ts'
import { OtherChain } from './check-turn.ts'
import type { StreamLine } from './connect-stream.ts'
import { nothingThere } from './stream-errors.ts'
import { encodeTurn, endIn } from './turn-message.ts'

/** The stream on which a city holds copies of the logs of its halls: a subject for each. */
export const CITY_STREAM = 'CITY'
export const cityLogOf = (hall: string): string => `tingshi.city.log.${hall}`

const AT_ONCE = 500
const ASK_WITHIN_MS = 5_000
const ROOM_FOR_HEADERS = 1_024

/** How far the city's copy of a hall goes, and the message that says so. */
interface Copied {
  place: number
  end: LogEnd
}
type Line = Pick<StreamLine, 'line' | 'client' | 'manager'>

async function copiedTo({ manager }: Pick<StreamLine, 'manager'>, hall: string): Promise<Copied> {
  const query = { last_by_subj: cityLogOf(hall) }
  const last = await manager.streams.getMessage(CITY_STREAM, query).catch((broken: unknown) => {
    if (nothingThere(broken)) return null
    throw broken
  })
  return { place: last?.seq ?? 0, end: endIn(last?.header) ?? { seq: 0, hash: FIRST_HASH } }
}

/**
 * Brings a hall's own log to the city's stream, from where the copy ends, in order. However often it is broken off, it goes on there: the
 * copy itself says how far it goes, and each message is taken only behind the one before. It is asked once, and again after whatever went wrong. Throws
 * `OtherChain` when the copy is of another log, which is never written over. A call gives how many rows went.
 */
export function logShipper(
  line: Line,
  hall: string,
  log: Pick<EventLog, 'rows'>,
): (stopped: () => boolean) => Promise<number> {
  let copied: Copied | null = null
  async function begin(): Promise<Copied> {
    const found = await copiedTo(line, hall)
    if (found.end.seq > 0) {
      const [row] = await log.rows(found.end.seq - 1, 1)
      if (row?.seq !== found.end.seq || row.hash !== found.end.hash) throw new OtherChain(found.end.seq)
    }
    return found
  }
  return async (stopped) => {
    let { place, end } = copied ?? (await begin())
    copied = null
    let sent = 0
    while (!stopped()) {
      const rows = await log.rows(end.seq, AT_ONCE)
      const last = rows.at(-1)
      if (last === undefined) break
      const next = { seq: last.seq, hash: last.hash }
      const turn = { id: newId(), by: hall, before: end, end: next, rows, answers: [] }
      const most = (line.line.info?.max_payload ?? 1_048_576) - ROOM_FOR_HEADERS
      for (const { headers, body } of encodeTurn(turn, most)) {
        const expect = { lastSubjectSequence: place }
        place = (await line.client.publish(cityLogOf(hall), body, { headers, expect, timeout: ASK_WITHIN_MS })).seq
      }
      end = next
      sent += rows.length
    }
    copied = { place, end }
    return sent
  }
}
