import type { DatabaseSync } from 'node:sqlite'
import type { LoggedEvent } from '../domain/events.ts'
import type { EventLog, KeptAnswer } from './event-log.ts'
import { FIRST_HASH, bodyOf, chainHash } from './hash-chain.ts'

/** The log in SQLite: one transaction for all events and answers of a turn. */
export function sqliteLog(database: DatabaseSync): EventLog {
  const insert = database.prepare('INSERT INTO events (seq, body, hash) VALUES (?, ?, ?)')
  const keep = database.prepare('INSERT OR REPLACE INTO answers (command_id, at, body) VALUES (?, ?, ?)')
  const last = database.prepare('SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1')
  const after = database.prepare('SELECT body FROM events WHERE seq > ? ORDER BY seq LIMIT ?')
  const end = (): { seq: number; hash: string } => {
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
          seq += 1
          insert.run(seq, body, hash)
        }
        for (const { commandId, at, body } of answers) keep.run(commandId, at, JSON.stringify(body))
        database.exec('COMMIT')
      } catch (broken) {
        if (database.isTransaction) database.exec('ROLLBACK')
        throw broken
      }
    },
    async read(afterSeq, limit) {
      return after.all(afterSeq, limit).map((row) => JSON.parse(String(row.body)) as LoggedEvent)
    },
    async lastSeq() {
      return end().seq
    },
    async answersSince(at) {
      database.prepare('DELETE FROM answers WHERE at < ?').run(at)
      const rows = database.prepare('SELECT command_id, at, body FROM answers').all()
      return rows.map(
        (row): KeptAnswer => ({
          commandId: String(row.command_id),
          at: Number(row.at),
          body: JSON.parse(String(row.body)),
        }),
      )
    },
    async verify() {
      let before = FIRST_HASH
      for (const row of database.prepare('SELECT seq, body, hash FROM events ORDER BY seq').iterate()) {
        before = chainHash(before, String(row.body))
        if (before !== row.hash) return Number(row.seq)
      }
      return null
    },
    async close() {
      database.close()
    },
  }
}
