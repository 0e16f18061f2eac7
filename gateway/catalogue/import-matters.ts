import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Hall } from '../contract/hall.ts'
import { type Matter, matter } from '../contract/matter.ts'
import type { SourceRow } from './read-matter-rows.ts'

const FILE = 'catalogue.json'

/** Matters that were imported earlier into this data folder. */
export function readImported(dataDir: string): Matter[] {
  const path = join(dataDir, FILE)
  return existsSync(path) ? z.array(matter).parse(JSON.parse(readFileSync(path, 'utf8'))) : []
}

/** Written beside and renamed: a power cut leaves the old catalogue or the new, never half of one. */
export function writeImported(dataDir: string, matters: readonly Matter[]): void {
  mkdirSync(dataDir, { recursive: true })
  const path = join(dataDir, FILE)
  writeFileSync(`${path}.new`, `${JSON.stringify(matters, null, 1)}\n`, { flush: true })
  renameSync(`${path}.new`, path)
}

/** The hall's own matters with the imported ones over them: the same code is the same matter. */
export function withImported(own: readonly Matter[], imported: readonly Matter[]): Matter[] {
  const byCode = new Map(own.map((one) => [one.code, one]))
  for (const one of imported) {
    const known = byCode.get(one.code)
    byCode.set(one.code, known ? { ...known, name: one.name, kind: one.kind, parentName: one.parentName, onlineUrl: one.onlineUrl } : one)
  }
  return [...byCode.values()]
}

/** Rows as matters of this hall. A department the hall does not have is kept by name; its matters have no counter here. */
export function matterOfRow(hall: Hall, row: SourceRow): Matter {
  const department = hall.departments.find(({ name }) => name === row.department)
  const queueId = department ? (hall.counters.find((counter) => counter.department === department.id)?.queues[0] ?? null) : null
  // Codes may hold anything; the id goes into addresses.
  const id = `c${createHash('sha256').update(row.code).digest('hex').slice(0, 15)}`
  return matter.parse({
    id,
    code: row.code,
    name: row.name,
    parentName: row.parentName || null,
    department: department?.id ?? row.department,
    kind: row.kind || '未提供',
    queueId,
    onlineUrl: row.url || null,
  })
}

export interface ImportResult {
  matters: Matter[]
  added: number
  updated: number
  unchanged: number
}

/** A second import of the same rows changes nothing; a changed row updates its matter. */
export function importMatters(hall: Hall, before: readonly Matter[], rows: readonly SourceRow[]): ImportResult {
  const byCode = new Map(before.map((one) => [one.code, one]))
  const result = { added: 0, updated: 0, unchanged: 0 }
  for (const row of rows) {
    const next = matterOfRow(hall, row)
    const known = byCode.get(row.code)
    result[known === undefined ? 'added' : JSON.stringify(known) === JSON.stringify(next) ? 'unchanged' : 'updated'] += 1
    byCode.set(row.code, next)
  }
  return { matters: [...byCode.values()], ...result }
}
