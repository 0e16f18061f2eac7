import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { type RegisterChange, registerChange } from '../contract/register-changes.ts'

/** A change of the register on its way to the log. `by`: who did it, as the log keeps it. `doneAt`: epoch ms. */
export interface WaitingChange {
  changeId: string
  by: string
  doneAt: number
  change: RegisterChange
}

/** Notes what was done, in the same commit as the deed itself: whoever changes the register cannot miss the log, and the gateway need not run. */
export function noteChange(database: DatabaseSync, by: string, doneAt: number, change: RegisterChange): void {
  database
    .prepare('INSERT INTO register_changes (change_id, by, done_at, body) VALUES (?, ?, ?, ?)')
    .run(randomBytes(12).toString('base64url'), by, doneAt, JSON.stringify(change))
}

/** All of it is on disk, or nothing. Within another commit it is a part of that one. */
export function inOneCommit<Done>(database: DatabaseSync, work: () => Done): Done {
  if (database.isTransaction) return work()
  database.exec('BEGIN IMMEDIATE')
  try {
    const done = work()
    database.exec('COMMIT')
    return done
  } catch (broken) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw broken
  }
}

/** What the log does not have yet, in the order in which it was done. What cannot be read is passed over. */
export const waitingChanges = (database: DatabaseSync): WaitingChange[] =>
  database
    .prepare('SELECT change_id, by, done_at, body FROM register_changes ORDER BY id')
    .all()
    .flatMap(({ change_id: changeId, by, done_at: doneAt, body }) => {
      const read = registerChange.safeParse(JSON.parse(String(body)))
      return read.success
        ? [{ changeId: String(changeId), by: String(by), doneAt: Number(doneAt), change: read.data }]
        : []
    })

/** It is in the log. */
export function forgetChange(database: DatabaseSync, changeId: string): void {
  database.prepare('DELETE FROM register_changes WHERE change_id = ?').run(changeId)
}
