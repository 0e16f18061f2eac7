import { createHash, randomBytes } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  readSync,
} from 'node:fs'
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { backup as copyDatabase } from 'node:sqlite'
import { z } from 'zod'
import { undecided, findDamage } from './find-damage.ts'
import { openLogHead } from './log-head.ts'
import { hallFile, openToLook, openUntouched } from './open-hall-file.ts'
import { FILE_BROKEN, sayDamages } from './say-damage.ts'
import type { LogEnd } from './event-log.ts'
import { keyOfBackup, sealFile, unsealFile } from './sealed-file.ts'
import { sqliteLog } from './sqlite-log.ts'
import { isDamaged } from './disk-trouble.ts'

const LIST = 'backup.json'
/**
 * What belongs to this start of the gateway, or is made again from the log; keys that must be gone everywhere once they are thrown away; and how
 * far the copy had read a stream, which may be further than the log that was copied before it. */
const left =
  /^(tingshi\.(db|head|sums)|writer\.lock|state\.snapshot|gateway\.json|grievance-cases\.keys|backup\.(part|trying)|stream\.place)/
const SEALED = '.sealed'
const list = z.object({
  takenAt: z.number(),
  end: z.object({ seq: z.number(), hash: z.string() }),
  /** SHA-256 of each file, by its path in the folder. */
  files: z.record(z.string(), z.string()),
  /** Each file is encrypted, with a key that is made of the hall's and this salt; null = none is. */
  sealed: z.object({ salt: z.string() }).nullable().default(null),
  /** A schedule throws away only what the gateway made. */
  by: z.enum(['command', 'gateway']).default('command'),
})
export type Backup = z.infer<typeof list>
export type CheckedBackup = { ok: true; backup: Backup } | { ok: false; words: string[] }

export interface BackupWish {
  /** The hall's key; null = not encrypted. */
  key: string | null
  by: Backup['by']
  /** Tries the restore of what was copied; says in words why it did not work, null = it did. */
  tryOut(folder: string): Promise<string[] | null>
}
export type TakenBackup =
  | { ok: true; folder: string; name: string; rows: number; bytes: number }
  | { ok: false; words: string[] }

/**
 * A copy of all that a hall must not lose, in a new folder below `into`; beside a gateway that goes on writing, or without one. The copy is
 * looked through and its restore tried before it gets its name, so that what is named a backup is one. `now`: epoch ms.
 */
export async function takeBackup(
  dataDir: string,
  into: string,
  now: number,
  { key, by, tryOut }: BackupWish,
): Promise<TakenBackup> {
  const name = `tingshi-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '')}Z`
  const folder = join(into, name)
  const fresh = `${folder}.part`
  // What is to be encrypted lies in clear only where it does anyway.
  const plain = key === null ? fresh : join(dataDir, 'backup.part')
  const clear = (): void => {
    for (const one of [fresh, plain]) rmSync(one, { recursive: true, force: true })
  }
  clear()
  for (const one of new Set([fresh, plain])) mkdirSync(one, { recursive: true, mode: 0o700 })
  try {
    const database = openToLook(hallFile(dataDir))
    await copyDatabase(database, hallFile(plain))
    database.close()
    const looked = await lookThrough(plain)
    if (!looked.ok) return looked
    noteEnd(plain, looked.end)
    for (const path of filesIn(dataDir).filter((one) => !left.test(one)))
      copyFile(join(dataDir, path), join(plain, path))
    const files = Object.fromEntries(filesIn(plain).map((path) => [path, sumOf(join(plain, path))]))
    const sealed = key === null ? null : { salt: randomBytes(16).toString('base64url') }
    if (key !== null && sealed !== null) sealAll(keyOfBackup(key, sealed.salt), Object.keys(files), plain, fresh)
    const about: Backup = { takenAt: now, end: looked.end, files, sealed, by }
    writeFileSync(join(fresh, LIST), `${JSON.stringify(about, null, 1)}\n`, { mode: 0o600 })
    const words = await tryOut(fresh)
    if (words !== null) return { ok: false, words }
    let bytes = 0
    for (const path of filesIn(fresh)) {
      bytes += statSync(join(fresh, path)).size
      toDisk(join(fresh, path))
    }
    renameSync(fresh, folder)
    toDisk(into)
    return { ok: true, folder, name, rows: looked.rows, bytes }
  } finally {
    clear()
  }
}

function sealAll(key: Uint8Array, paths: readonly string[], from: string, to: string): void {
  for (const path of paths) {
    const sealed = join(to, `${path}${SEALED}`)
    mkdirSync(dirname(sealed), { recursive: true, mode: 0o700 })
    sealFile(key, path, join(from, path), sealed)
  }
}

/** What a folder says of itself; refuses, in words, one that is no backup. */
export function readBackup(folder: string): CheckedBackup {
  const path = join(folder, LIST)
  if (!existsSync(path)) return { ok: false, words: [`${folder} 不是备份：里面没有 ${LIST}。`] }
  const read = list.safeParse(parsed(readFileSync(path, 'utf8')))
  return read.success ? { ok: true, backup: read.data } : { ok: false, words: [`${path} 读不出来，这份备份不能用。`] }
}

/** Whether a folder is a whole backup: each file as it was written, and a log without a hole. `key`: of an encrypted one. */
export async function checkBackup(folder: string, key: string | null = null): Promise<CheckedBackup> {
  const read = readBackup(folder)
  if (!read.ok) return read
  const { backup } = read
  const opened = backup.sealed === null ? null : mkdtempSync(join(tmpdir(), 'tingshi-check-'))
  try {
    const words = opened === null ? faultsIn(folder, backup) : unpackBackup(folder, backup, opened, key)
    if (words.length > 0) return { ok: false, words }
    const looked = await lookThrough(opened ?? folder)
    return looked.ok ? { ok: true, backup } : looked
  } finally {
    if (opened !== null) rmSync(opened, { recursive: true, force: true })
  }
}

function faultsIn(folder: string, { files }: Backup): string[] {
  return Object.entries(files).flatMap(([name, sum]) => {
    const file = join(folder, name)
    if (!existsSync(file)) return [`备份里少了 ${name}。`]
    return sumOf(file) === sum ? [] : [`备份里的 ${name} 和写下时不一样。`]
  })
}

/** Puts the files of a backup into an empty folder, on the disk. Says in words what did not come out as it was written. */
export function unpackBackup(folder: string, backup: Backup, dataDir: string, key: string | null = null): string[] {
  const { files, sealed } = backup
  if (sealed !== null && key === null) return ['这份备份是加密的，要用做它时的那把钥匙打开（--key 钥匙文件）。']
  const opening = sealed === null || key === null ? null : keyOfBackup(key, sealed.salt)
  for (const name of Object.keys(files)) {
    const [from, to] = [join(folder, opening === null ? name : `${name}${SEALED}`), join(dataDir, name)]
    if (!existsSync(from)) return [`备份里少了 ${name}。`]
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
    if (opening === null) copyFileSync(from, to)
    else if (!unsealFile(opening, name, from, to)) return [`备份里的 ${name} 打不开：钥匙不对，或文件被改过。`]
    toDisk(to)
  }
  return faultsIn(dataDir, backup)
}

async function lookThrough(
  folder: string,
): Promise<{ ok: true; end: LogEnd; rows: number } | { ok: false; words: string[] }> {
  try {
    const log = sqliteLog(openUntouched(hallFile(folder)))
    const report = await findDamage(log, null)
    await log.close()
    const damages = undecided(report)
    return damages.length === 0
      ? { ok: true, end: report.end, rows: report.rows }
      : { ok: false, words: sayDamages(damages) }
  } catch (broken) {
    if (!isDamaged(broken)) throw broken
    return { ok: false, words: [FILE_BROKEN] }
  }
}

export function noteEnd(dataDir: string, end: LogEnd): void {
  const head = openLogHead(dataDir, (broken) => {
    throw broken
  })
  head.note(end)
  head.close()
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .toSorted()
const PART = 1024 * 1024
/** In parts: a log of years is larger than what a thread may hold. */
function sumOf(file: string): string {
  const sum = createHash('sha256')
  const opened = openSync(file, 'r')
  const part = Buffer.alloc(PART)
  for (let got = readSync(opened, part); got > 0; got = readSync(opened, part)) sum.update(part.subarray(0, got))
  closeSync(opened)
  return sum.digest('hex')
}
function copyFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  copyFileSync(from, to)
}
function toDisk(path: string): void {
  const opened = openSync(path, 'r')
  fsyncSync(opened)
  closeSync(opened)
}
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
