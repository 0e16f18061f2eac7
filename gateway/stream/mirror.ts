import type { DatabaseSync } from 'node:sqlite'
import type { KeptAnswer, LogRow } from '../store/event-log.ts'

/** Writes rows as they came, in one transaction with the answers that belong to them. */
export function mirrorInto(database: DatabaseSync): (rows: readonly LogRow[], answers: readonly KeptAnswer[]) => void {
  const insert = database.prepare('INSERT INTO events (seq, body, hash) VALUES (?, ?, ?)')
  const keep = database.prepare('INSERT OR REPLACE INTO answers (command_id, at, body) VALUES (?, ?, ?)')
  return (rows, answers) => {
    database.exec('BEGIN IMMEDIATE')
    try {
      for (const { seq, body, hash } of rows) insert.run(seq, body, hash)
      for (const { commandId, at, body } of answers) keep.run(commandId, at, JSON.stringify(body))
      database.exec('COMMIT')
    } catch (broken) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw broken
    }
  }
}
