import { existsSync, renameSync, rmSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { openDatabase } from './database.ts'
import type { LogRow } from './event-log.ts'
import { inOrder } from './sqlite-log.ts'
import { openUntouched } from './open-hall-file.ts'

/** What stands beside the log; whatever of it can be read goes along. People before their sign-ins, which name them. */
const others = [
  'answers',
  'tokens',
  'secrets',
  'staff',
  'sign_ins',
  'devices',
  'register_changes',
  'cases',
  'device_memory',
  'notice_plays',
]
const AT_ONCE = 500

/**
 * Makes a new file out of what can still be read of a broken one; the broken one stays beside it under another name. `upTo`: the
 * highest row that was ever written. Returns the name under which the broken file is kept.
 */
export function salvage(file: string, upTo: number): string {
  const fresh = `${file}.new`
  rmSync(fresh, { force: true })
  const old = tryTo(() => openUntouched(file))
  const database = openDatabase(fresh)
  if (old !== null) {
    copyEvents(old, database, upTo)
    for (const table of others) tryTo(() => copyTable(old, database, table))
    tryTo(() => old.close())
  }
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
  let nth = 1
  while (existsSync(`${file}.damaged-${nth}`)) nth += 1
  const kept = `${file}.damaged-${nth}`
  for (const end of ['', '-wal', '-shm']) if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${kept}${end}`)
  renameSync(fresh, file)
  return kept
}

function copyEvents(from: DatabaseSync, to: DatabaseSync, upTo: number): void {
  const many = tryTo(() => from.prepare('SELECT seq, body, hash FROM events WHERE seq > ? ORDER BY seq LIMIT ?'))
  const one = tryTo(() => from.prepare('SELECT seq, body, hash FROM events WHERE seq = ?'))
  if (many === null || one === null) return
  const put = to.prepare('INSERT OR IGNORE INTO events (seq, body, hash) VALUES (?, ?, ?)')
  const keep = (row: Partial<LogRow> | undefined): void => {
    if (row && typeof row.body === 'string' && typeof row.hash === 'string')
      put.run(Number(row.seq), row.body, row.hash)
  }
  to.exec('BEGIN')
  for (let seq = 0; ; ) {
    const rows = tryTo(() => inOrder(many.all(seq, AT_ONCE) as unknown as LogRow[], seq))
    if (rows !== null && rows.length === 0) break
    for (const row of rows ?? []) keep(row)
    // A page that cannot be read is gone through row by row.
    if (rows === null)
      for (let at = seq + 1; at <= Math.min(seq + AT_ONCE, upTo); at += 1) keep(tryTo(() => one.get(at)) ?? undefined)
    seq = rows === null ? seq + AT_ONCE : Number(rows.at(-1)?.seq)
    if (rows === null && seq >= upTo) break
  }
  to.exec('COMMIT')
}

function copyTable(from: DatabaseSync, to: DatabaseSync, table: string): void {
  const made = from.prepare('SELECT sql FROM sqlite_schema WHERE type = ? AND name = ?').get('table', table)
  if (made?.sql) to.exec(String(made.sql).replace(/^CREATE TABLE (IF NOT EXISTS )?/, 'CREATE TABLE IF NOT EXISTS '))
  const columns = from.prepare(`SELECT * FROM ${table} LIMIT 0`).columns().length
  const put = to.prepare(`INSERT OR IGNORE INTO ${table} VALUES (${Array(columns).fill('?').join(', ')})`)
  for (const row of from.prepare(`SELECT * FROM ${table}`).iterate()) put.run(...(Object.values(row) as string[]))
}

function tryTo<Answer>(work: () => Answer): Answer | null {
  try {
    return work()
  } catch {
    return null
  }
}
