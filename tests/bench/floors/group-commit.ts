import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** One durable commit for all that wait in the same turn; gives each its number. */
export function groupCommit(): (body: string, done: (seq: number) => void) => void {
  const database = new DatabaseSync(join(mkdtempSync(join(tmpdir(), 'floor-')), 'floor.db'))
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE events (seq INTEGER PRIMARY KEY, body TEXT)',
  )
  const insert = database.prepare('INSERT INTO events (body) VALUES (?)')
  const waiting: { body: string; done: (seq: number) => void }[] = []
  function commit(): void {
    const all = waiting.splice(0)
    database.exec('BEGIN')
    const seqs = all.map(({ body }) => Number(insert.run(body).lastInsertRowid))
    database.exec('COMMIT')
    for (const [nth, { done }] of all.entries()) done(seqs[nth] ?? 0)
  }
  return (body, done) => {
    waiting.push({ body, done })
    if (waiting.length === 1) setImmediate(commit)
  }
}
