import { createHash } from 'node:crypto'
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'

/** Somebody who is signed in on one computer, as it is kept: only the hash of what the browser holds. Times are epoch ms. */
export interface KeptSignIn {
  hash: string
  number: string
  /** The second step was done too, or another system vouched for it. */
  passed: boolean
  way: 'password' | 'oidc'
  /** Which computer, in words; null = unknown. */
  place: string | null
  createdAt: number
  seenAt: number
}

export const signInHash = (token: string): string => createHash('sha256').update(token).digest('hex')

const signInOf = (row: Record<string, SQLOutputValue>): KeptSignIn => ({
  hash: String(row.hash),
  number: String(row.number),
  passed: row.passed === 1,
  way: row.way === 'oidc' ? 'oidc' : 'password',
  place: row.place === null ? null : String(row.place),
  createdAt: Number(row.created_at),
  seenAt: Number(row.seen_at),
})

export function keepSignIn(database: DatabaseSync, one: KeptSignIn): void {
  database
    .prepare(
      'INSERT INTO sign_ins (hash, number, passed, way, place, created_at, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(one.hash, one.number, one.passed ? 1 : 0, one.way, one.place, one.createdAt, one.seenAt)
  database.prepare('UPDATE staff SET signed_in_at = ? WHERE number = ?').run(one.createdAt, one.number)
}
/** null = none, or signed out. */
export function findSignIn(database: DatabaseSync, hash: string): KeptSignIn | null {
  const row = database.prepare('SELECT * FROM sign_ins WHERE hash = ?').get(hash)
  return row ? signInOf(row) : null
}
/** Of one person, or of all; the newest first. */
export const listSignIns = (database: DatabaseSync, number: string | null): KeptSignIn[] =>
  database
    .prepare('SELECT * FROM sign_ins WHERE ? IS NULL OR number = ? ORDER BY created_at DESC')
    .all(number, number)
    .map(signInOf)

export function passSignIn(database: DatabaseSync, hash: string): void {
  database.prepare('UPDATE sign_ins SET passed = 1 WHERE hash = ?').run(hash)
}
export function endSignIn(database: DatabaseSync, hash: string): void {
  database.prepare('DELETE FROM sign_ins WHERE hash = ?').run(hash)
}
/** Signs a person out everywhere; `but`: the one that stays. Returns how many ended. */
export function endSignInsOf(database: DatabaseSync, number: string, but: string | null = null): number {
  const { changes } = database
    .prepare('DELETE FROM sign_ins WHERE number = ? AND (? IS NULL OR hash <> ?)')
    .run(number, but, but)
  return Number(changes)
}
/** When they were last used, in one commit; those not used since `idleSince` or older than `since` end. Returns how many ended. */
export function noteSeen(
  database: DatabaseSync,
  seen: ReadonlyMap<string, number>,
  idleSince: number,
  since: number,
): number {
  database.exec('BEGIN IMMEDIATE')
  try {
    const note = database.prepare('UPDATE sign_ins SET seen_at = ? WHERE hash = ?')
    for (const [hash, at] of seen) note.run(at, hash)
    const { changes } = database
      .prepare('DELETE FROM sign_ins WHERE seen_at < ? OR created_at < ?')
      .run(idleSince, since)
    database.exec('COMMIT')
    return Number(changes)
  } catch (broken) {
    database.exec('ROLLBACK')
    throw broken
  }
}
