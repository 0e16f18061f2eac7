import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'

/**
 * Browsers at which a person came all the way in before: wrong tries elsewhere keep that person out no more. A mark speaks for one work number, so
 * that nobody collects marks of their own to guess at others with.
 */
export interface KnownBrowsers {
  /** What such a browser keeps for this number. */
  mark(number: string): string
  /** Which one it is; null = it brings no mark, or one that this hall did not give for this number. */
  of(number: string, mark: string | null): string | null
}

const KEY = 'known-browsers'

/** Marks are signed under a key that lies in the hall's file, so that they outlive a restart and nothing is kept for each. */
export function knownBrowsers(database: DatabaseSync): KnownBrowsers {
  let key: string | null = null
  const keyIn = (): string | undefined => {
    const row = database.prepare('SELECT value FROM secrets WHERE name = ?').get(KEY)
    return row ? String(row.value) : undefined
  }
  function ownKey(): string {
    if (key !== null) return key
    const made = keyIn() ?? randomBytes(32).toString('base64url')
    try {
      database.prepare('INSERT OR IGNORE INTO secrets (name, value) VALUES (?, ?)').run(KEY, made)
    } catch {
      // A disk that takes no writes: marks hold until the next start.
    }
    return (key = keyIn() ?? made)
  }
  const signed = (number: string, id: string): string =>
    `${id}.${createHmac('sha256', ownKey()).update(`${number} ${id}`).digest('base64url')}`
  return {
    mark: (number) => signed(number, randomBytes(12).toString('base64url')),
    of(number, mark) {
      const id = /^([\w-]{16})\.[\w-]{43}$/.exec(mark ?? '')?.[1]
      if (mark === null || id === undefined) return null
      return timingSafeEqual(Buffer.from(signed(number, id)), Buffer.from(mark)) ? id : null
    },
  }
}
