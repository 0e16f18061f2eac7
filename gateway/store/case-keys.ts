import { existsSync, readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from './write-whole.ts'

const keyFile = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/))

/** One key for each case, 32 bytes. */
export interface CaseKeys {
  /** The case's own key; made when there is none yet. On disk before it is given. */
  keyFor(id: string): Buffer
  /** null = it was thrown away, or it is lost. */
  keyOf(id: string): Buffer | null
  /** From here on nobody can read what lies under it. */
  throwAway(id: string): void
}

/** In a file of its own that no backup takes along: a key that is thrown away here is gone everywhere. */
export const CASE_KEYS = 'grievance-cases.keys'

export function openCaseKeys(dataDir: string): CaseKeys {
  const file = join(dataDir, CASE_KEYS)
  let keys = existsSync(file) ? keyFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
  const save = (next: typeof keys): void => {
    writeWhole(file, JSON.stringify(next))
    keys = next
  }
  const keyOf = (id: string): Buffer | null => {
    const key = keys[id]
    return key === undefined ? null : Buffer.from(key, 'hex')
  }
  return {
    keyOf,
    keyFor(id) {
      const known = keyOf(id)
      if (known) return known
      const key = randomBytes(32)
      save({ ...keys, [id]: key.toString('hex') })
      return key
    },
    throwAway(id) {
      if (keys[id] === undefined) return
      const { [id]: _, ...others } = keys
      save(others)
    },
  }
}
