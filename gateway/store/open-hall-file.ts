import { copyFileSync, existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { openDatabase, openToRead, openWithoutRoom } from './database.ts'
import { type DiskTrouble, diskTrouble, isDamaged } from './disk-trouble.ts'
import type { LogEnd } from './event-log.ts'
import { openLogHead, readHead } from './log-head.ts'
import { FILE_BROKEN, wayOut } from './say-damage.ts'

/** SQLITE_CANTOPEN: the files beside the database cannot be made. */
const CANNOT_OPEN = 14

export const hallFile = (dataDir: string): string => join(dataDir, 'tingshi.db')

/** `trouble` not null: it can only be read for now, and why. */
export type HallFile =
  | { ok: true; database: DatabaseSync; head: LogEnd | null; trouble: DiskTrouble | null; warning: string | null }
  | { ok: false; words: string[] }

/**
 * Opens what the gateway remembers, on a full disk and in a read-only folder too. Refuses, in words, an empty file where a hall has
 * been before: numbers would begin again at 001.
 */
export function openHallFile(dataDir: string): HallFile {
  const file = hallFile(dataDir)
  const head = readHead(dataDir)
  const gone = sayGone(dataDir)
  if (!existsSync(file) && gone !== null) return { ok: false, words: [gone, ...wayOut(dataDir)] }
  try {
    if (!existsSync(file) && head === null) beginHead(dataDir)
    const { database, trouble } = openSomehow(file)
    const rows = Number(
      database.prepare('SELECT count(*) AS rows FROM (SELECT 1 FROM events LIMIT 1)').get()?.rows ?? 0,
    )
    if (rows === 0 && gone !== null) {
      database.close()
      return { ok: false, words: [gone, ...wayOut(dataDir)] }
    }
    const warning = head === null && rows > 0 && knowsHead(database) ? NO_HEAD : null
    if (trouble === null) rememberHead(database)
    return { ok: true, database, head, trouble, warning }
  } catch (broken) {
    if (!isDamaged(broken)) throw broken
    return { ok: false, words: [FILE_BROKEN, ...wayOut(dataDir)] }
  }
}

function openSomehow(file: string): { database: DatabaseSync; trouble: DiskTrouble | null } {
  try {
    return { database: openDatabase(file), trouble: null }
  } catch (broken) {
    if (!existsSync(file)) throw broken
    if (diskTrouble(broken) === 'disk-full') return { database: openWithoutRoom(file), trouble: 'disk-full' }
    const { errcode = 0 } = broken as { errcode?: number }
    if (diskTrouble(broken) !== 'read-only' && (errcode & 0xff) !== CANNOT_OPEN) throw broken
    return { database: openUntouched(file), trouble: 'read-only' }
  }
}

/** Makes nothing beside the file. What the last start left in the WAL is looked at in a copy. */
export function openUntouched(file: string): DatabaseSync {
  const wal = `${file}-wal`
  if (!existsSync(wal) || statSync(wal).size === 0) return openToRead(file, true)
  const copy = join(mkdtempSync(join(tmpdir(), 'tingshi-read-')), 'tingshi.db')
  copyFileSync(file, copy)
  copyFileSync(wal, `${copy}-wal`)
  return openToRead(copy, false)
}

/** What an empty log means beside what lies in the folder: the words for a hall that has been here before; null = a new hall. */
export function sayGone(dataDir: string): string | null {
  const head = readHead(dataDir)
  if (head !== null) return head.seq === 0 ? null : `日志是空的，可是已经写到过第 ${head.seq} 条。这不是一个新大厅。`
  const keys = existsSync(dataDir) ? readdirSync(dataDir).filter((name) => /\.keys?$/.test(name)) : []
  return keys.length === 0 ? null : `日志是空的，可是文件夹里有以前的钥匙（${keys.join('、')}）。这不是一个新大厅。`
}

/** To look only, beside a gateway that writes or without one. */
export const openToLook = (file: string): DatabaseSync =>
  existsSync(`${file}-shm`) ? openToRead(file, false) : openUntouched(file)

/** A hall that never was open: a start that fails before its first event leaves this and not only keys. */
function beginHead(dataDir: string): void {
  const head = openLogHead(dataDir, (broken) => {
    throw broken
  })
  head.note({ seq: 0, hash: '-' })
  head.close()
}

const NO_HEAD =
  '文件夹里的 tingshi.head 不见了或读不出来，没法核对日志后面有没有少。已经重新记起；请和最近的备份比一比。'
/** Whether the log has had its head noted beside it before. */
export const knowsHead = (database: DatabaseSync): boolean =>
  database.prepare("SELECT 1 FROM secrets WHERE name = 'head'").get() !== undefined
function rememberHead(database: DatabaseSync): void {
  if (!knowsHead(database)) database.exec("INSERT INTO secrets (name, value) VALUES ('head', 'kept beside the log')")
}
