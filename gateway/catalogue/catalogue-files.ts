import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { matter } from '../contract/matter.ts'

/** All imported matters, and from which source each came (id → source's name). */
const imported = z.strictObject({ matters: z.array(matter), sources: z.record(z.string(), z.string()) })
export type Imported = z.infer<typeof imported>
export const nothingImported: Imported = { matters: [], sources: {} }

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const fileOf = (dataDir: string, hash: string): string => join(dataDir, 'catalogue', `${hash}.json`)

/**
 * Keeps a catalogue under the hash of its content and says it. On the platter, file and folder, before it returns: the log names only what
 * is there. Older ones stay, so that an import can be undone.
 */
export function writeCatalogue(dataDir: string, catalogue: Imported): string {
  const text = `${JSON.stringify(catalogue, null, 1)}\n`
  const hash = hashOf(text)
  const path = fileOf(dataDir, hash)
  const folder = join(dataDir, 'catalogue')
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${path}.new`, text, { flush: true })
  renameSync(`${path}.new`, path)
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  return hash
}

export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** `hash` null = nothing was imported. Refuses, in words, a file that is lost or was changed by hand. */
export function readCatalogue(
  dataDir: string,
  hash: string | null,
): { ok: true; catalogue: Imported } | { ok: false; message: string } {
  if (hash === null) return { ok: true, catalogue: nothingImported }
  const path = fileOf(dataDir, hash)
  if (!isHash(hash) || !existsSync(path))
    return { ok: false, message: `导入的事项找不到了：${path}。请从备份放回这个文件，或撤销这次导入。` }
  const text = readFileSync(path, 'utf8')
  if (hashOf(text) !== hash)
    return { ok: false, message: `导入的事项被改过：${path}。请从备份放回这个文件，或重新导入。` }
  const read = imported.safeParse(JSON.parse(text))
  return read.success
    ? { ok: true, catalogue: read.data }
    : { ok: false, message: `导入的事项读不懂：${path}。请重新导入。` }
}
