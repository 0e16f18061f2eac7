import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, closeSync, readFileSync } from 'node:fs'
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backup as copyDatabase } from 'node:sqlite'
import { z } from 'zod'
import { undecided, findDamage } from './find-damage.ts'
import { openLogHead } from './log-head.ts'
import { hallFile, openToLook, openUntouched } from './open-hall-file.ts'
import { FILE_BROKEN, sayDamages } from './say-damage.ts'
import type { LogEnd } from './event-log.ts'
import { sqliteLog } from './sqlite-log.ts'
import { isDamaged } from './disk-trouble.ts'

const LIST = 'backup.json'
/** What belongs to this start of the gateway, or is made again from the log; and keys that must be gone everywhere once they are thrown away. */
const left = /^(tingshi\.(db|head|sums)|writer\.lock|state\.snapshot|gateway\.json|grievance-cases\.keys)/
const list = z.object({
  takenAt: z.number(),
  end: z.object({ seq: z.number(), hash: z.string() }),
  /** SHA-256 of each file, by its path in the folder. */
  files: z.record(z.string(), z.string()),
})
export type Backup = z.infer<typeof list>
export type CheckedBackup = { ok: true; backup: Backup } | { ok: false; words: string[] }

/**
 * A copy of all that a hall must not lose, in a new folder below `into`; beside a gateway that goes on writing, or without one. The copy is
 * looked through before it gets its name, so that what is named a backup is one. `now`: epoch ms.
 */
export async function takeBackup(
  dataDir: string,
  into: string,
  now: number,
): Promise<{ ok: true; folder: string; rows: number } | { ok: false; words: string[] }> {
  const name = `tingshi-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '')}Z`
  const folder = join(into, name)
  const fresh = `${folder}.part`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true, mode: 0o700 })
  try {
    const database = openToLook(hallFile(dataDir))
    await copyDatabase(database, hallFile(fresh))
    database.close()
    const looked = await lookThrough(fresh)
    if (!looked.ok) return looked
    noteEnd(fresh, looked.end)
    for (const path of filesIn(dataDir).filter((one) => !left.test(one)))
      copyFile(join(dataDir, path), join(fresh, path))
    const files = Object.fromEntries(filesIn(fresh).map((path) => [path, sumOf(join(fresh, path))]))
    const about: Backup = { takenAt: now, end: looked.end, files }
    writeFileSync(join(fresh, LIST), `${JSON.stringify(about, null, 1)}\n`, { mode: 0o600 })
    for (const path of filesIn(fresh)) toDisk(join(fresh, path))
    renameSync(fresh, folder)
    toDisk(into)
    return { ok: true, folder, rows: looked.rows }
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** Whether a folder is a whole backup: each file as it was written, and a log without a hole. */
export async function checkBackup(folder: string): Promise<CheckedBackup> {
  const path = join(folder, LIST)
  if (!existsSync(path)) return { ok: false, words: [`${folder} 不是备份：里面没有 ${LIST}。`] }
  const read = list.safeParse(parsed(readFileSync(path, 'utf8')))
  if (!read.success) return { ok: false, words: [`${path} 读不出来，这份备份不能用。`] }
  const words = Object.entries(read.data.files).flatMap(([name, sum]) => {
    const file = join(folder, name)
    if (!existsSync(file)) return [`备份里少了 ${name}。`]
    return sumOf(file) === sum ? [] : [`备份里的 ${name} 和写下时不一样。`]
  })
  if (words.length > 0) return { ok: false, words }
  const looked = await lookThrough(folder)
  return looked.ok ? { ok: true, backup: read.data } : looked
}

/** Puts the files of a backup into an empty folder, on the disk. */
export function unpackBackup(folder: string, { files }: Backup, dataDir: string): void {
  for (const name of Object.keys(files)) {
    copyFile(join(folder, name), join(dataDir, name))
    toDisk(join(dataDir, name))
  }
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
const sumOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
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
