import type { AuditFilter, AuditRow } from '../contract/audit.ts'
import { addDays, clockAt, dayAt, epochOf, minuteAt } from '../contract/hall-time.ts'
import type { LoggedEvent } from '../domain/events.ts'
import type { EventLog } from '../store/event-log.ts'
import { breathe } from '../time.ts'
import type { Names, TicketAt } from './names.ts'
import { sayEvent } from './say-event.ts'

/** So many records are read between two turns of everybody else. */
const PAGE = 500
/** So many are looked at for one question: whoever asks for a year is told how far it was looked. */
const MOST_LOOKED_AT = 60_000

export interface SearchDeps {
  log: Pick<EventLog, 'read' | 'end'>
  timeZone: string
  names(ticketAt: TicketAt): Names
}
export interface Found {
  /** All that fit, the oldest first. */
  rows: AuditRow[]
  /** Older days were not looked at; null = all of it was. Epoch ms. */
  lookedFrom: number | null
}

/** The records that fit, day by day from the newest: each day is read from its beginning, because it is there that numbers get their names. */
export async function searchLog({ log, timeZone, names }: SearchDeps, filter: AuditFilter): Promise<Found> {
  const found: AuditRow[][] = []
  let looked = 0
  for (let day = filter.to; day >= filter.from; day = addDays(day, -1)) {
    const begin = epochOf(day, '00:00', timeZone)
    if (looked >= MOST_LOOKED_AT)
      return { rows: found.reverse().flat(), lookedFrom: epochOf(addDays(day, 1), '00:00', timeZone) }
    const first = await firstSince(log, begin)
    const after = await firstSince(log, epochOf(addDays(day, 1), '00:00', timeZone))
    const tickets = new Map<string, { number: string; counterId: string | null }>()
    const own = names((ticketId) => tickets.get(ticketId) ?? null)
    const rows: AuditRow[] = []
    for (let at = first - 1; at < after - 1; ) {
      const page = (await log.read(at, PAGE)).filter(({ seq }) => seq < after)
      const last = page.at(-1)
      if (!last) break
      for (const event of page) {
        noteTicket(tickets, event)
        const row = rowOf(event, own)
        if (fits(filter, event, row, own, timeZone)) rows.push(row)
      }
      looked += page.length
      at = last.seq
      await breathe()
    }
    found.push(rows)
    // Nothing is older than the first record.
    if (first <= 1) break
  }
  return { rows: found.reverse().flat(), lookedFrom: null }
}

/** What later records of a number are told with. */
export function noteTicket(
  tickets: Map<string, { number: string; counterId: string | null }>,
  event: LoggedEvent,
): void {
  if (event.type === 'ticket-taken') tickets.set(event.ticketId, { number: event.number, counterId: null })
  else if (event.type === 'ticket-called' || event.type === 'ticket-resumed') {
    const ticket = tickets.get(event.ticketId)
    if (ticket) ticket.counterId = event.counterId
  }
}

/** The number of the first record at or after a time; the one after the last when there is none. Records are dated in their order. */
export async function firstSince(log: Pick<EventLog, 'read' | 'end'>, at: number): Promise<number> {
  let [low, high] = [1, (await log.end()).seq + 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const [event] = await log.read(middle - 1, 1)
    if (!event || event.at >= at) high = middle
    else low = Math.max(middle, event.seq) + 1
  }
  return low
}

export function rowOf(event: LoggedEvent, names: Names): AuditRow {
  const { seq, at, actor } = event
  const counterId = countersOf(event, names)[0] ?? null
  return { seq, at, actor, actorName: names.actor(actor), counterId, ...sayEvent(event, names) }
}

/** Whether a record is what was asked for. */
export function fits(filter: AuditFilter, event: LoggedEvent, row: AuditRow, names: Names, timeZone: string): boolean {
  const { fromMinute, toMinute, number, counterId, deviceId, topic, actor, words } = filter
  const day = dayAt(row.at, timeZone)
  if (day < filter.from || day > filter.to) return false
  const minute = minuteAt(row.at, timeZone)
  if ((fromMinute !== null && minute < fromMinute) || (toMinute !== null && minute >= toMinute)) return false
  if (topic !== null && row.topic !== topic) return false
  if (actor !== null && row.actor !== actor) return false
  if (number !== null && numberOf(event, names) !== number) return false
  if (counterId !== null && !countersOf(event, names).includes(counterId)) return false
  if (deviceId !== null && !isOfDevice(event, deviceId)) return false
  const text = `${row.sentence.replace(/[‹›]/g, '')} ${clockAt(row.at, timeZone)}`
  return words.every((word) => text.includes(word))
}

const numberOf = (event: LoggedEvent, names: Names): string | null => {
  if ('number' in event && typeof event.number === 'string') return event.number
  return 'ticketId' in event && event.ticketId !== null ? names.number(event.ticketId) : null
}
/** The counters that a record speaks of: its own, or where the number stood, and those that it goes from and to. */
function countersOf(event: LoggedEvent, { counterOf }: Names): string[] {
  const named = event as Partial<Record<'counterId' | 'fromCounterId' | 'toCounterId', string | null>>
  const stood = 'ticketId' in event && event.ticketId !== null ? counterOf(event.ticketId) : null
  const beside =
    'place' in event && 'rowId' in event && (event.kind === 'strip' || event.kind === 'tablet') ? event.place : null
  return [named.counterId ?? stood, beside, named.fromCounterId, named.toCounterId].flatMap((id) => id ?? [])
}
function isOfDevice(event: LoggedEvent, deviceId: string): boolean {
  const named = event as Partial<Record<'deviceId' | 'printerId' | 'terminalId' | 'screenId' | 'padId', string | null>>
  const machine = 'place' in event && 'rowId' in event ? event.place : null
  const ids = [machine, named.deviceId, named.printerId, named.terminalId, named.screenId, named.padId]
  return ids.includes(deviceId) || event.actor === deviceId || event.actor === `terminal ${deviceId}`
}
