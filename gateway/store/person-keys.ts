import { createHmac, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { diskTrouble } from './disk-trouble.ts'

const keyFile = z.array(z.object({ from: z.iso.date(), key: z.string().regex(/^[0-9a-f]{64}$/) }))
type Keys = z.infer<typeof keyFile>

/** A person as hashes: under the present key first, then under the older ones that still live. */
export interface PersonKeys {
  hashesOf(secret: string, day: string): string[]
  /** A copy of the present key, 32 bytes, for whoever hashes by himself and wipes it. */
  keyOf(day: string): Uint8Array
}

/**
 * Keys that come and go in a file of mode 600: a new one every `everyDays`, thrown away after `keptDays` more. With the key the
 * hashes in the log become noise, so nobody is recognised longer than that. The number itself is never kept.
 */
export function openPersonKeys(dataDir: string, name: string, everyDays: number, keptDays: number): PersonKeys {
  const file = join(dataDir, `${name}.keys`)
  let keys: Keys = existsSync(file) ? keyFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : []
  let unsaved = false
  const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
  const turn = (day: string): void => {
    const living = keys.filter(({ from }) => daysFrom(from, day) < everyDays + keptDays)
    const [newest] = living
    const next =
      newest && daysFrom(newest.from, day) < everyDays
        ? living
        : [{ from: day, key: randomBytes(32).toString('hex') }, ...living]
    if (next.length !== keys.length || next[0] !== keys[0]) unsaved = true
    keys = next
    if (unsaved) save()
  }
  /** On a full disk the key lives in this process only, and is written as soon as there is room. */
  const save = (): void => {
    try {
      writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600 })
      chmodSync(`${file}.new`, 0o600)
      renameSync(`${file}.new`, file)
      unsaved = false
    } catch (broken) {
      if (diskTrouble(broken) === 'other') throw broken
    }
  }
  return {
    hashesOf(secret, day) {
      turn(day)
      return keys.map(({ key }) =>
        createHmac('sha256', Buffer.from(key, 'hex')).update(`${name}:${secret}`).digest('hex'),
      )
    },
    keyOf(day) {
      turn(day)
      return Uint8Array.from(Buffer.from(keys[0]?.key ?? '', 'hex'))
    },
  }
}

/** For one live ticket per person and queue: a key of the day, gone the day after. What a card reader gives is hashed under it. */
export const openIdentityKeys = (dataDir: string): Pick<PersonKeys, 'keyOf'> =>
  openPersonKeys(dataDir, 'identity', 1, 0)
