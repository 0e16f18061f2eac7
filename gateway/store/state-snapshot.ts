import { createHash, hash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { z } from 'zod'
import type { OfficeState } from '../domain/office-state.ts'
import { codeFiles } from './code-files.ts'
import type { EventLog, LogEnd } from './event-log.ts'

const head = z.object({ rules: z.string(), seq: z.number(), hash: z.string(), sum: z.string() })
const NEW_LINE = 10

/** The state as it was after one row of the log. It can be thrown away at any time: the log makes it anew. */
export interface Snapshot {
  state: OfficeState
  end: LogEnd
}

/**
 * Reads the snapshot of a data folder. null = there is none, it is broken, other rules made it, or the log does not hold the row it
 * was made after; then the whole log is replayed.
 */
export async function readSnapshot(dataDir: string, log: Pick<EventLog, 'rows'>): Promise<Snapshot | null> {
  try {
    const bytes = readFileSync(fileOf(dataDir))
    const split = bytes.indexOf(NEW_LINE)
    const { rules, seq, hash: of, sum } = head.parse(JSON.parse(bytes.toString('utf8', 0, split)))
    const body = bytes.subarray(split + 1)
    if (rules !== rulesMark() || sum !== sumOf(body)) return null
    const [row] = await log.rows(seq - 1, 1)
    if (row?.seq !== seq || row.hash !== of) return null
    return { state: deserialize(body) as OfficeState, end: { seq, hash: of } }
  } catch {
    return null
  }
}

/** Takes the state as it is now and brings it to disk, whole or not at all. `end`: the row that made it. */
export async function writeSnapshot(dataDir: string, state: OfficeState, end: LogEnd): Promise<void> {
  const body = serialize(state)
  const about: z.infer<typeof head> = { rules: rulesMark(), seq: end.seq, hash: end.hash, sum: sumOf(body) }
  const fresh = `${fileOf(dataDir)}.new`
  try {
    const file = await open(fresh, 'w', 0o600)
    try {
      await file.write(`${JSON.stringify(about)}\n`)
      await file.write(body)
      await file.datasync()
    } finally {
      await file.close()
    }
    await rename(fresh, fileOf(dataDir))
  } catch (broken) {
    // A half-written one only takes the room that somebody else needs.
    rmSync(fresh, { force: true })
    throw broken
  }
}

const fileOf = (dataDir: string): string => join(dataDir, 'state.snapshot')
const sumOf = (body: Uint8Array): string => hash('sha256', body)

/** The code that makes a state of a log: nothing else can make another state of the same log. */
export const stateCode = ['evolve.ts', 'office-state.ts'].map((name) => resolve(import.meta.dirname, '../domain', name))
let mark: string | null = null
export function rulesMark(): string {
  if (mark !== null) return mark
  const sum = createHash('sha256')
  for (const file of codeFiles(stateCode)) sum.update(readFileSync(file))
  mark = sum.digest('hex')
  return mark
}
