import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type CodedField, nationalCodes } from './import/code-tables.ts'
import { matterFields } from './import/matter-fields.ts'
import { notUtf8, readUtf8 } from '../sheets/read-utf8.ts'
import type { SourceHabits } from './read-matter-rows.ts'

const keys = matterFields.map(({ key }): string => key)
const coded = Object.keys(nationalCodes) as CodedField[]
const habits = z.strictObject({
  /** Heading → field. */
  columns: z
    .record(
      z.string(),
      z.string().refine((key) => keys.includes(key), '没有这个字段'),
    )
    .default({}),
  /** Field → code → word, where this source differs from the national lists. */
  codes: z.partialRecord(z.enum(coded as [CodedField, ...CodedField[]]), z.record(z.string(), z.string())).default({}),
  /** The source's department → the hall's department id; '' = the hall does not have it. */
  departments: z.record(z.string(), z.string()).default({}),
})

export const isSourceName = (name: string): boolean => /^[\p{L}\p{N}_-]{1,40}$/u.test(name)

/** What was kept or written by hand for a source in `sources/NAME.json`; a source that is new has none. Refuses what it cannot read, in words. */
export function readHabits(
  dataDir: string,
  source: string,
): { ok: true; habits: SourceHabits } | { ok: false; message: string } {
  const path = join(dataDir, 'sources', `${source}.json`)
  if (!existsSync(path)) return { ok: true, habits: { columns: {}, codes: {}, departments: {} } }
  try {
    const text = readUtf8(path)
    if (text === null) return { ok: false, message: `读不懂 ${path}：${notUtf8}` }
    return { ok: true, habits: habits.parse(JSON.parse(text)) }
  } catch (broken) {
    const where =
      broken instanceof z.ZodError
        ? broken.issues.map(({ path: at, message }) => `${at.map(String).join('.')} ${message}`).join('；')
        : '不是完整的 JSON'
    return { ok: false, message: `读不懂 ${path}：${where}。` }
  }
}

/** Keeps what was guessed, so that the next import of this source reads the same columns and a person can correct them. */
export function keepHabits(dataDir: string, source: string, habits: SourceHabits): void {
  const folder = join(dataDir, 'sources')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${source}.json`)
  writeFileSync(`${path}.new`, `${JSON.stringify(habits, null, 2)}\n`, { flush: true })
  renameSync(`${path}.new`, path)
}
