import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { z } from 'zod'
import { rulesMark } from '../store/state-snapshot.ts'
import type { FoldedHall } from './hall-copy.ts'

export interface KeptHalls {
  /** From the message behind this one on the stream is read again; rows that a hall has already are passed over. */
  place: number
  halls: FoldedHall[]
}

const stateHead = z.object({ rules: z.string(), sum: z.string() })
const noted = z.object({ rules: z.string(), place: z.number().int().min(0) })
const NEW_LINE = 10
const PLACE = 'place.json'

function put(file: string, bytes: string | Uint8Array): void {
  writeFileSync(`${file}.new`, bytes, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** Brings a hall's fold to a file of its own, whole or not at all. */
export function keepHall(folder: string, hall: FoldedHall): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const body = serialize(hall)
  const head: z.infer<typeof stateHead> = { rules: rulesMark(), sum: hash('sha256', body) }
  const file = join(folder, `${encodeURIComponent(hall.id)}.state`)
  put(file, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]))
}

/** Up to here all that came is in the files of the halls. */
export function keepPlace(folder: string, place: number): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const note: z.infer<typeof noted> = { rules: rulesMark(), place }
  put(join(folder, PLACE), JSON.stringify(note))
}

/** What was kept. Where one file is broken or was made by other rules, its hall is made anew, and the stream is read from its beginning. */
export function readKept(folder: string): KeptHalls {
  const halls: FoldedHall[] = []
  try {
    const files = readdirSync(folder).filter((name) => name.endsWith('.state'))
    for (const name of files) {
      const hall = readHall(join(folder, name))
      if (hall) halls.push(hall)
    }
    const { rules, place } = noted.parse(JSON.parse(readFileSync(join(folder, PLACE), 'utf8')))
    if (rules === rulesMark() && halls.length === files.length) return { place, halls }
  } catch {
    // Made anew.
  }
  return { place: 0, halls }
}

function readHall(file: string): FoldedHall | null {
  try {
    const bytes = readFileSync(file)
    const split = bytes.indexOf(NEW_LINE)
    const { rules, sum } = stateHead.parse(JSON.parse(bytes.toString('utf8', 0, split)))
    const body = bytes.subarray(split + 1)
    return rules === rulesMark() && sum === hash('sha256', body) ? (deserialize(body) as FoldedHall) : null
  } catch {
    return null
  }
}
