import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DatabaseSync, SQLInputValue } from 'node:sqlite'

/** What stands beside the log and must be the same on both gateways: tables of the hall's file and files of its folder, by name. */
export type Beside = ReadonlyMap<string, { hash: string; bytes: Uint8Array }>

/** The log itself, and what belongs to one gateway's own run. */
const ownTables = new Set(['events', 'answers'])
const ownFiles =
  /^(tingshi\.(db|head|sums)|writer\.lock|state\.snapshot|gateway\.json|stream\.place)|\.new$|^cases-in\//
/** Films are carried by whoever sets the two up. */
const LARGEST_FILE = 16 * 1024 * 1024
const LARGEST_TABLE_ROWS = 50_000

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32)
const tablesOf = (database: DatabaseSync): { name: string; sql: string }[] =>
  database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map((row) => ({ name: String(row.name), sql: String(row.sql) }))
    .filter(({ name }) => !ownTables.has(name))

interface TableDump {
  sql: string
  rows: Record<string, unknown>[]
}
const asText = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ||
  (typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer')
    ? { blob: Buffer.from(value as Uint8Array).toString('base64') }
    : value
const fromText = (value: unknown): SQLInputValue =>
  typeof value === 'object' && value !== null && 'blob' in value
    ? Buffer.from(String(value.blob), 'base64')
    : (value as SQLInputValue)

/** Keeps what is beside the log ready for the other gateway; a table is read again only when it may have changed. */
export function besideOf(database: DatabaseSync, dataDir: string): () => Beside {
  const version = database.prepare('PRAGMA data_version')
  const changes = database.prepare('SELECT total_changes() AS changes')
  const known = new Map<string, { hash: string; bytes: Uint8Array; mark: string }>()
  let mark = ''
  return () => {
    const now = `${String(version.get()?.data_version)} ${String(changes.get()?.changes)}`
    const seen = new Set<string>()
    for (const { name, sql } of tablesOf(database)) {
      const key = `table ${name}`
      seen.add(key)
      if (now === mark && known.has(key)) continue
      const rows = database.prepare(`SELECT * FROM "${name}" LIMIT ${LARGEST_TABLE_ROWS}`).all()
      const dump: TableDump = { sql, rows }
      const bytes = new TextEncoder().encode(JSON.stringify(dump, asText))
      known.set(key, { hash: hashOf(bytes), bytes, mark: now })
    }
    mark = now
    for (const path of filesIn(dataDir)) {
      const key = `file ${path}`
      const { mtimeMs, size } = statSync(join(dataDir, path))
      seen.add(key)
      const at = `${mtimeMs} ${size}`
      if (known.get(key)?.mark === at) continue
      const bytes = readFileSync(join(dataDir, path))
      known.set(key, { hash: hashOf(bytes), bytes, mark: at })
    }
    for (const key of known.keys()) if (!seen.has(key)) known.delete(key)
    return known
  }
}

function filesIn(dataDir: string): string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dataDir.length + 1))
    .filter((path) => !ownFiles.test(path) && statSync(join(dataDir, path)).size <= LARGEST_FILE)
}

/** Puts one of them in its place here, whole or not at all. */
export function putBeside(database: DatabaseSync, dataDir: string, name: string, bytes: Uint8Array): void {
  const path = /^file (.+)$/.exec(name)?.[1]
  if (path !== undefined) {
    if (path.split('/').includes('..') || ownFiles.test(path)) return
    const file = join(dataDir, path)
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(`${file}.new`, bytes, { mode: 0o600 })
    renameSync(`${file}.new`, file)
    return
  }
  const table = /^table ([A-Za-z0-9_]+)$/.exec(name)?.[1]
  if (table === undefined || ownTables.has(table)) return
  const { sql, rows } = JSON.parse(new TextDecoder().decode(bytes)) as TableDump
  database.exec('PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE')
  try {
    const there = database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined
    if (!there) database.exec(sql)
    database.exec(`DELETE FROM "${table}"`)
    for (const row of rows) {
      const columns = Object.keys(row)
      const marks = columns.map(() => '?').join(', ')
      const into = `INSERT INTO "${table}" (${columns.map((one) => `"${one}"`).join(', ')}) VALUES (${marks})`
      database.prepare(into).run(...columns.map((one) => fromText(row[one])))
    }
    database.exec('COMMIT')
  } catch (broken) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw broken
  } finally {
    database.exec('PRAGMA foreign_keys = ON')
  }
}
