import { createHash, randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Role } from '../contract/commands.ts'

export interface Bearer {
  name: string
  roles: Role[]
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Only the hash is kept: a token is shown once and cannot be read back. */
export function addToken(database: DatabaseSync, name: string, roles: Role[], now: number): string {
  const token = randomBytes(24).toString('base64url')
  database
    .prepare('INSERT INTO tokens (hash, name, roles, created_at) VALUES (?, ?, ?, ?)')
    .run(hashOf(token), name, roles.join(','), now)
  return token
}

/** Reads the table each time, so that a token added beside a running gateway works at once. null = unknown or revoked. */
export function findToken(database: DatabaseSync, token: string): Bearer | null {
  const row = database
    .prepare('SELECT name, roles FROM tokens WHERE hash = ? AND revoked_at IS NULL')
    .get(hashOf(token))
  return row ? { name: String(row.name), roles: String(row.roles).split(',') as Role[] } : null
}
