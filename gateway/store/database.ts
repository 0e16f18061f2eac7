import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** SQLite's own code for a file that is none of its. */
const NOT_A_DATABASE = 26

/** Steps only go forward; the number of steps is the schema version. Never change one that has been released. */
const steps = [
  `CREATE TABLE events (seq INTEGER PRIMARY KEY, body TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
   CREATE TABLE answers (command_id TEXT PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
   CREATE INDEX answers_at ON answers (at);
   CREATE TABLE tokens (hash TEXT PRIMARY KEY, name TEXT NOT NULL, roles TEXT NOT NULL, created_at INTEGER NOT NULL, revoked_at INTEGER) STRICT;
   CREATE TABLE secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;`,
  `CREATE TABLE staff (
     number TEXT PRIMARY KEY, name TEXT NOT NULL, department TEXT, roles TEXT NOT NULL, counters TEXT,
     password TEXT, must_change INTEGER NOT NULL, password_at INTEGER NOT NULL,
     second_step TEXT, second_step_at INTEGER, second_step_used INTEGER NOT NULL DEFAULT 0,
     wrong INTEGER NOT NULL DEFAULT 0, locked_until INTEGER NOT NULL DEFAULT 0,
     created_at INTEGER NOT NULL, signed_in_at INTEGER, off_at INTEGER) STRICT;
   CREATE TABLE sign_ins (
     hash TEXT PRIMARY KEY, number TEXT NOT NULL REFERENCES staff (number), passed INTEGER NOT NULL, way TEXT NOT NULL,
     place TEXT, created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL) STRICT;
   CREATE INDEX sign_ins_of ON sign_ins (number);
   CREATE TABLE devices (
     hash TEXT PRIMARY KEY, kind TEXT NOT NULL, place TEXT NOT NULL, name TEXT, approved_by TEXT NOT NULL,
     created_at INTEGER NOT NULL, seen_at INTEGER, seen_from TEXT, revoked_at INTEGER) STRICT;`,
  `CREATE TABLE register_changes (
     id INTEGER PRIMARY KEY AUTOINCREMENT, change_id TEXT NOT NULL, by TEXT NOT NULL, done_at INTEGER NOT NULL, body TEXT NOT NULL) STRICT;`,
]

/** For its owner only; what SQLite puts beside it takes its rights from it. A file from before is mended. */
function keepPrivate(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
  for (const one of [file, `${file}-wal`, `${file}-shm`]) {
    try {
      chmodSync(one, 0o600)
    } catch {
      // Not there, or on a disk that takes no writes: opening it tells.
    }
  }
}

/** Opens the hall's one file (WAL, every commit on the platter). Refuses a file that a newer version wrote. */
export function openDatabase(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  keepPrivate(file)
  return prepared(new DatabaseSync(file, { timeout: 5_000 }), (database) => {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
    for (const [index, step] of steps.entries()) {
      if (index < versionOf(database, file)) continue
      database.exec(`BEGIN IMMEDIATE; ${step} PRAGMA user_version = ${index + 1}; COMMIT`)
    }
  })
}

/**
 * For a full disk: the index of the WAL is held in memory instead of a file beside it, so that no room is needed to open. Nobody else
 * can read the file meanwhile. Writes go through as soon as there is room.
 */
export function openWithoutRoom(file: string): DatabaseSync {
  return prepared(new DatabaseSync(file, { timeout: 5_000 }), (database) => {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    versionOf(database, file)
  })
}

/** For a folder that cannot be written, and for whoever only looks: makes nothing, changes nothing. `whole`: no WAL lies beside it. */
export function openToRead(file: string, whole: boolean): DatabaseSync {
  const address = new URL(`file://${encodeURI(file)}${whole ? '?immutable=1' : ''}`)
  return prepared(new DatabaseSync(address, { readOnly: true, timeout: 5_000 }), (database) =>
    versionOf(database, file),
  )
}

function prepared(database: DatabaseSync, prepare: (database: DatabaseSync) => void): DatabaseSync {
  try {
    prepare(database)
    return database
  } catch (broken) {
    database.close()
    throw broken
  }
}

function versionOf(database: DatabaseSync, file: string): number {
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0)
  // No release comes so far: bits of the file's own head have changed.
  if (version < 0 || version > 1_000)
    throw Object.assign(new Error('not a version of ours'), { errcode: NOT_A_DATABASE })
  if (version > steps.length) {
    throw new Error(
      `数据文件 ${file} 是新版本（${version}）写的，本程序只认识到版本 ${steps.length}。请用新版本打开，或换回备份。`,
    )
  }
  return version
}
