import { chmodSync, closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Sum } from '../domain/reports/sum.ts'
import type { Kind, SumRow } from '../domain/reports/sum-row.ts'

/** Of the way in which days are counted. Sums that were counted in another way are made again from the log. */
const COUNTED = 2

/** The rows of the log that one day is made of. A day that was opened twice has two parts. */
export interface DayPart {
  /** Its first and last row; a day of the sample hall's past, which is in no log, counts down from −1. */
  readonly first: number
  readonly last: number
  /** Of the last row: a log that is another one has another. */
  readonly hash: string
  readonly day: string
  /** When the next day began, epoch ms: from then on nothing changes. */
  readonly closedAt: number
}

export interface DaySums {
  /** Oldest row of the log first; the past of the sample hall before it. */
  parts(): DayPart[]
  /** The figures of a day: some kinds, with or without half hours. Parts of the same day come one after the other. */
  rows(day: string, kinds: readonly Kind[], withHalves: boolean): SumRow[]
  put(part: DayPart, rows: readonly SumRow[]): void
  forget(parts: readonly DayPart[]): void
  close(): void
}

export const daySumsFile = (dataDir: string): string => join(dataDir, 'tingshi.sums.db')

/**
 * What days came to, in a file of its own beside the log: it can be thrown away at any time and is made again from the log. A file that
 * cannot be read is.
 */
export function openDaySums(dataDir: string): DaySums {
  const file = daySumsFile(dataDir)
  try {
    return daySums(openFile(file))
  } catch (broken) {
    if (!isNoDatabase(broken)) throw broken
    for (const one of [file, `${file}-wal`, `${file}-shm`]) rmSync(one, { force: true })
    return daySums(openFile(file))
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const isNoDatabase = (broken: unknown): boolean => [11, 26].includes((broken as { errcode?: number }).errcode ?? 0)

function openFile(file: string): DatabaseSync {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
  const database = new DatabaseSync(file, { timeout: 5_000 })
  try {
    // What a power cut takes is made again.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -512')
    const counted = Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0)
    if (counted !== COUNTED) database.exec('DROP TABLE IF EXISTS sums; DROP TABLE IF EXISTS parts')
    database.exec(`CREATE TABLE IF NOT EXISTS parts (first INTEGER PRIMARY KEY, last INTEGER NOT NULL, hash TEXT NOT NULL, day TEXT NOT NULL,
      closed_at INTEGER NOT NULL) STRICT; CREATE INDEX IF NOT EXISTS parts_day ON parts (day);
      CREATE TABLE IF NOT EXISTS sums (first INTEGER NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, name TEXT, whole TEXT NOT NULL,
      halves TEXT NOT NULL, PRIMARY KEY (first, kind, key)) STRICT, WITHOUT ROWID; PRAGMA user_version = ${COUNTED}`)
    return database
  } catch (broken) {
    database.close()
    throw broken
  }
}

function daySums(database: DatabaseSync): DaySums {
  const parts = database.prepare('SELECT first, last, hash, day, closed_at AS closedAt FROM parts ORDER BY first')
  const ofDay = database.prepare('SELECT first FROM parts WHERE day = ? ORDER BY first')
  const rowsOf = (halves: string) =>
    database.prepare(
      `SELECT kind, key, name, whole, ${halves} AS halves FROM sums WHERE first = ? AND kind = ? ORDER BY key`,
    )
  const [withHalves, wholeOnly] = [rowsOf('halves'), rowsOf("'{}'")]
  const putPart = database.prepare(
    'INSERT OR REPLACE INTO parts (first, last, hash, day, closed_at) VALUES (?, ?, ?, ?, ?)',
  )
  const putRow = database.prepare('INSERT INTO sums (first, kind, key, name, whole, halves) VALUES (?, ?, ?, ?, ?, ?)')
  const forgetPart = database.prepare('DELETE FROM parts WHERE first = ?')
  const forgetRows = database.prepare('DELETE FROM sums WHERE first = ?')
  function atOnce(work: () => void): void {
    database.exec('BEGIN IMMEDIATE')
    try {
      work()
      database.exec('COMMIT')
    } catch (broken) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw broken
    }
  }
  return {
    parts: () => parts.all() as unknown as DayPart[],
    rows: (day, kinds, halves) =>
      ofDay
        .all(day)
        .flatMap(({ first }) =>
          kinds.flatMap((kind) => (halves ? withHalves : wholeOnly).all(Number(first), kind).map(rowOf)),
        ),
    put: ({ first, last, hash, day, closedAt }, rows) =>
      atOnce(() => {
        forgetRows.run(first)
        putPart.run(first, last, hash, day, closedAt)
        for (const { kind, key, name, whole, halves } of rows)
          putRow.run(first, kind, key, name, JSON.stringify(whole), JSON.stringify(halves))
      }),
    forget: (gone) =>
      atOnce(() => {
        for (const { first } of gone) {
          forgetPart.run(first)
          forgetRows.run(first)
        }
      }),
    close: () => database.close(),
  }
}

const rowOf = ({ kind, key, name, whole, halves }: Record<string, unknown>): SumRow => ({
  kind: kind as Kind,
  key: String(key),
  name: name === null ? null : String(name),
  whole: JSON.parse(String(whole)) as Sum,
  halves: JSON.parse(String(halves)) as Record<number, Sum>,
})
