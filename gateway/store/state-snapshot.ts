import { createHash, hash } from 'node:crypto'
import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { z } from 'zod'
import type { OfficeState } from '../domain/office-state.ts'
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

let mark: string | null = null
/** Of the program text that makes the state: another version may make another state of the same log. */
function rulesMark(): string {
  if (mark !== null) return mark
  const sum = createHash('sha256')
  for (const folder of ['domain', 'contract']) {
    const path = resolve(import.meta.dirname, '..', folder)
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }).toSorted())
      if (name.endsWith('.ts')) sum.update(name).update(readFileSync(join(path, name)))
  }
  mark = sum.digest('hex')
  return mark
}
