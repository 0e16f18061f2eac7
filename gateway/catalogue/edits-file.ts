import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Guide, Matter } from '../contract/matter.ts'
import { guide } from '../contract/matter.ts'
import { type MatterEdit, matterEdit } from '../contract/matter-edits.ts'

const file = z.strictObject({ edits: z.record(z.string(), matterEdit) })
export type MatterEdits = Readonly<Record<string, MatterEdit>>

const pathOf = (dataDir: string, hash: string): string => join(dataDir, 'catalogue', `edits-${hash}.json`)

/** Keeps all edits under the hash of their content, on the platter before the log names it; null = there are none. */
export function writeEdits(dataDir: string, edits: MatterEdits): string | null {
  if (Object.keys(edits).length === 0) return null
  const text = `${JSON.stringify({ edits }, null, 1)}\n`
  const hash = createHash('sha256').update(text).digest('hex')
  mkdirSync(join(dataDir, 'catalogue'), { recursive: true })
  const path = pathOf(dataDir, hash)
  if (!existsSync(path)) {
    writeFileSync(`${path}.new`, text, { mode: 0o600, flush: true })
    renameSync(`${path}.new`, path)
  }
  return hash
}

/** Refuses, in words, a file that is lost or was changed by hand. */
export function readEdits(
  dataDir: string,
  hash: string | null,
): { ok: true; edits: MatterEdits } | { ok: false; message: string } {
  if (hash === null) return { ok: true, edits: {} }
  const path = pathOf(dataDir, hash)
  const lost = { ok: false as const, message: `手工改的事项找不到了，或被改过：${path}。请从备份放回这个文件。` }
  if (!existsSync(path)) return lost
  const text = readFileSync(path, 'utf8')
  if (createHash('sha256').update(text).digest('hex') !== hash) return lost
  const read = file.safeParse(JSON.parse(text))
  return read.success ? { ok: true, edits: read.data.edits } : lost
}

const noGuide: Guide = guide.parse({})

/** The matters with what the hall says of them itself. Ids that are not there wait for an import that brings them. */
export const withEdits = (matters: readonly Matter[], edits: MatterEdits): Matter[] =>
  matters.map((one) => {
    const edit = edits[one.id]
    return edit ? edited(one, edit) : one
  })

export function edited(one: Matter, { guide: ofGuide, ...rest }: MatterEdit): Matter {
  const told: Guide | null = ofGuide ? Object.assign({}, one.guide ?? noGuide, ofGuide) : one.guide
  return Object.assign({}, one, rest, { guide: told })
}
