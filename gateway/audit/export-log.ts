import type { Hall } from '../contract/hall.ts'
import { addDays, epochOf } from '../contract/hall-time.ts'
import type { EventLog } from '../store/event-log.ts'
import { breathe } from '../time.ts'
import type { Names, TicketAt } from './names.ts'
import { firstSince, noteTicket, rowOf } from './search-log.ts'

const PAGE = 500

export interface LogSpan {
  /** The rows of these days: the first, and the one after the last. */
  first: number
  after: number
}
/** Which rows the days from … to (2026-03-18, both with it) are. */
export async function spanOfDays(
  log: Pick<EventLog, 'read' | 'end'>,
  from: string,
  to: string,
  timeZone: string,
): Promise<LogSpan> {
  const first = await firstSince(log, epochOf(from, '00:00', timeZone))
  return { first, after: await firstSince(log, epochOf(addDays(to, 1), '00:00', timeZone)) }
}

/**
 * The log as lines of JSON for whoever inspects it (等保): first what it is, then each row with its time, who, what in words, and the hash that
 * stands on the row before. No names of visitors and nothing of their papers is in it, as in the log itself.
 */
export async function* logLines(
  log: Pick<EventLog, 'read' | 'rows'>,
  { id, name, timeZone }: Pick<Hall, 'id' | 'name' | 'timeZone'>,
  names: (ticketAt: TicketAt) => Names,
  { first, after }: LogSpan,
  days: { from: string; to: string },
): AsyncGenerator<string> {
  const [before] = first > 1 ? await log.rows(first - 2, 1) : []
  const about = { hall: id, name, timeZone, ...days, rows: after - first, hashBefore: before?.hash ?? null }
  yield `${JSON.stringify(about)}\n`
  const tickets = new Map<string, { number: string; counterId: string | null }>()
  const own = names((ticketId) => tickets.get(ticketId) ?? null)
  for (let at = first - 1; at < after - 1; ) {
    const page = (await log.read(at, PAGE)).filter(({ seq }) => seq < after)
    const last = page.at(-1)
    if (!last) return
    const hashes = new Map((await log.rows(at, PAGE)).map(({ seq, hash }) => [seq, hash]))
    let text = ''
    for (const event of page) {
      noteTicket(tickets, event)
      const { seq, actor, actorName, sentence, topic } = rowOf(event, own)
      const time = new Date(event.at).toISOString()
      const what = sentence.replace(/[‹›]/g, '')
      text += `${JSON.stringify({ seq, time, actor, who: actorName, what, about: topic, type: event.type, hash: hashes.get(seq) })}\n`
    }
    yield text
    at = last.seq
    await breathe()
  }
}
