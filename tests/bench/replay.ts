import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoggedEvent, OfficeEvent } from '../../gateway/domain/events.ts'
import { evolve } from '../../gateway/domain/evolve.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { replay } from '../../gateway/office/replay.ts'
import { openDatabase } from '../../gateway/store/database.ts'
import { sqliteLog } from '../../gateway/store/sqlite-log.ts'

/** `npm run bench`: 300,000 events (a month of 3,000 visitors a day) written, then replayed; the floor is the fold without a disk. */
const EVENTS = 300_000
const log = sqliteLog(openDatabase(join(mkdtempSync(join(tmpdir(), 'bench-')), 'hall.db')))
const events: LoggedEvent[] = []
const say = (event: OfficeEvent): void =>
  void events.push({
    ...event,
    seq: events.length + 1,
    at: 1_700_000_000_000 + events.length * 1_000,
    actor: 'bench',
    commandId: null,
  })
for (let day = 1; events.length < EVENTS; day += 1) {
  const date = `2026-${String(1 + Math.floor(day / 28)).padStart(2, '0')}-${String(1 + (day % 28)).padStart(2, '0')}`
  say({ type: 'day-opened', day: date })
  for (let nth = 1; nth <= 3_000 && events.length < EVENTS - 4; nth += 1) {
    const ticketId = `${day}-${nth}`
    const counterId = String(1 + (nth % 170))
    say({
      type: 'ticket-taken',
      ticketId,
      day: date,
      series: 'A',
      number: `A${String(nth).padStart(3, '0')}`,
      queueId: 'A',
      matterId: null,
      token: `t${ticketId}`,
      terminalId: 'K1',
      priority: null,
      missing: [],
    })
    say({ type: 'ticket-called', ticketId, counterId, callId: `c${ticketId}` })
    say({ type: 'ticket-served', ticketId })
    say({ type: 'ticket-finished', ticketId })
  }
  if (events.length >= EVENTS - 4) break
}
for (let from = 0; from < events.length; from += 10_000) await log.append(from, events.slice(from, from + 10_000), [])
const time = async (name: string, work: () => Promise<unknown>): Promise<void> => {
  const before = performance.now()
  await work()
  console.log(`${name}: ${Math.round(performance.now() - before)} ms`)
}
console.log(`${events.length} events`)
await time('floor, fold in memory', async () => events.reduce(evolve, emptyOffice()))
await time('replay from SQLite', () => replay(log))
await log.close()
