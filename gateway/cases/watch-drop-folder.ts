import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { extname, join } from 'node:path'
import { keepDoing } from '../work/keep-doing.ts'
import type { CaseStore } from './case-store.ts'
import { type CaseTime, readCaseSheet } from './read-case-sheet.ts'

const LARGEST = 50 * 1024 * 1024
const LOOK_EVERY_MS = 10_000
/** A file in failed/ holds what its sender wrote; it is there to be mended and not for ever. */
const FAILED_KEPT_MS = 7 * 24 * 3_600_000

interface DropFolder {
  store: CaseStore
  dataDir: string
  time: CaseTime
  now: () => number
  /** A folder or file that refuses; it is looked at again. */
  onBroken: (error: unknown) => void
}

/**
 * Cases as files: csv or xlsx put into `cases-in`. What was taken is gone, with a note in `done/`, because the file holds the last four in
 * plain; what was not is in `failed/` with the reason beside it. A file that still grows is left until it rests.
 */
export function watchDropFolder(parts: DropFolder): { look(): Promise<void>; stop(): void } {
  const folder = join(parts.dataDir, 'cases-in')
  for (const path of [folder, join(folder, 'done'), join(folder, 'failed')])
    mkdirSync(path, { recursive: true, mode: 0o700 })
  const seen = new Map<string, string>()
  let looking: Promise<void> | null = null
  const look = (): Promise<void> => {
    looking ??= lookOnce(folder, seen, parts).finally(() => {
      looking = null
    })
    return looking
  }
  const timer = keepDoing(LOOK_EVERY_MS, look, parts.onBroken)
  return { look, stop: timer.stop }
}

async function lookOnce(folder: string, seen: Map<string, string>, parts: DropFolder): Promise<void> {
  forgetFailed(join(folder, 'failed'), parts.now())
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (!found?.isFile() || /^[.~]|\.(part|tmp|crdownload)$/i.test(name)) continue
    const mark = `${found.size}/${found.mtimeMs}`
    if (seen.get(name) !== mark) {
      seen.set(name, mark)
      continue
    }
    seen.delete(name)
    await takeFile(folder, name, found.size, found.mtimeMs, parts)
  }
}

async function takeFile(
  folder: string,
  name: string,
  size: number,
  fileTime: number,
  { store, time, now }: DropFolder,
): Promise<void> {
  const path = join(folder, name)
  const fail = (lines: string[]): void => {
    const kept = freeName(join(folder, 'failed'), name, now())
    renameSync(path, kept)
    chmodSync(kept, 0o600)
    writeFileSync(`${kept}.txt`, `${lines.join('\n')}\n`)
  }
  if (size > LARGEST) return fail(['没有收：文件超过 50 MB。请拆成几个文件再放进来。'])
  const read = await readCaseSheet(readFileSync(path), Math.floor(fileTime), time)
  if (!read.ok) return fail([`没有收：${read.message}`])
  const taken = read.cases.map((one) => store.take(one)).filter((answer) => answer === 'taken').length
  const counts = `收了 ${taken} 件，已有更新的 ${read.cases.length - taken} 件，没收 ${read.refused.length} 件。`
  if (read.refused.length > 0)
    return fail([
      counts,
      ...read.refused.map(({ row, message }) => `第 ${row} 行：${message}`),
      '改好没收的行，再把文件放进来一次。',
    ])
  writeFileSync(`${freeName(join(folder, 'done'), name, now())}.txt`, `${[counts, ...read.notes].join('\n')}\n`)
  rmSync(path)
}

/** name.csv, or name-1774000000000.csv when that is there already. */
function freeName(folder: string, name: string, now: number): string {
  const taken = existsSync(join(folder, name)) || existsSync(join(folder, `${name}.txt`))
  const end = extname(name)
  return join(folder, taken ? `${name.slice(0, name.length - end.length)}-${now}${end}` : name)
}

function forgetFailed(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    const found = lstatSync(join(folder, name), { throwIfNoEntry: false })
    if (found?.isFile() && now - found.ctimeMs > FAILED_KEPT_MS) rmSync(join(folder, name))
  }
}
