import type { DatabaseSync } from 'node:sqlite'
import type { LoggedEvent } from '../domain/events.ts'
import type { EventLog, KeptAnswer, LogEnd, LogRow } from './event-log.ts'
import { FIRST_HASH, bodyOf, chainHash } from './hash-chain.ts'

/** The log in SQLite: one transaction for all events and answers of a turn. */
export function sqliteLog(database: DatabaseSync): EventLog {
  const insert = database.prepare('INSERT INTO events (seq, body, hash) VALUES (?, ?, ?)')
  const keep = database.prepare('INSERT OR REPLACE INTO answers (command_id, at, body) VALUES (?, ?, ?)')
  const last = database.prepare('SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1')
  const after = database.prepare('SELECT seq, body, hash FROM events WHERE seq > ? ORDER BY seq LIMIT ?')
  const since = database.prepare('SELECT command_id, at, body FROM answers WHERE at >= ?')
  const forget = database.prepare('DELETE FROM answers WHERE at < ?')
  const end = (): LogEnd => {
    const row = last.get()
    return { seq: Number(row?.seq ?? 0), hash: String(row?.hash ?? FIRST_HASH) }
  }
  return {
    async append(expectedSeq, events, answers) {
      database.exec('BEGIN IMMEDIATE')
      try {
        let { seq, hash } = end()
        if (seq !== expectedSeq) throw new Error(`wrong sequence: log is at ${seq}, writer at ${expectedSeq}`)
        for (const event of events) {
          const body = bodyOf(event)
          hash = chainHash(hash, body)
          seq = event.seq
          insert.run(seq, body, hash)
        }
        for (const { commandId, at, body } of answers) keep.run(commandId, at, JSON.stringify(body))
        database.exec('COMMIT')
        return { seq, hash }
      } catch (broken) {
        if (database.isTransaction) database.exec('ROLLBACK')
        throw broken
      }
    },
    async read(afterSeq, limit) {
      return after.all(afterSeq, limit).map((row) => JSON.parse(String(row.body)) as LoggedEvent)
    },
    async rows(afterSeq, limit) {
      return inOrder(after.all(afterSeq, limit) as unknown as LogRow[], afterSeq)
    },
    async end() {
      return end()
    },
    async answersSince(at) {
      return since.all(at).flatMap((row) => answerOf(row) ?? [])
    },
    async forgetAnswers(before) {
      forget.run(before)
    },
    async close() {
      database.close()
    },
  }
}

/** An answer that cannot be read any more is as good as none: the order is then judged anew. */
function answerOf(row: Record<string, unknown>): KeptAnswer | null {
  try {
    return { commandId: String(row.command_id), at: Number(row.at), body: JSON.parse(String(row.body)) }
  } catch {
    return null
  }
}

/** SQLITE_CORRUPT */
const CORRUPT = 11

/** A broken file can give rows out of their order, which would be read for ever. */
export function inOrder<Row extends { seq: number }>(rows: Row[], afterSeq: number): Row[] {
  let before = afterSeq
  for (const { seq } of rows) {
    if (!(seq > before)) throw Object.assign(new Error('rows out of order'), { errcode: CORRUPT })
    before = seq
  }
  return rows
}
