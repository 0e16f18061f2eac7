import { createHash, randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Role } from '../contract/commands.ts'
import { inOneCommit, noteChange } from './register-changes.ts'

export interface Bearer {
  name: string
  roles: Role[]
}

/** So much of a hash names it among a hall's tokens. */
const ID_SIGNS = 8
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Only the hash is kept: a token is shown once and cannot be read back. `by`: who gives it out. */
export function addToken(database: DatabaseSync, name: string, roles: Role[], by: string, now: number): string {
  const token = randomBytes(24).toString('base64url')
  inOneCommit(database, () => {
    database
      .prepare('INSERT INTO tokens (hash, name, roles, created_at) VALUES (?, ?, ?, ?)')
      .run(hashOf(token), name, roles.join(','), now)
    noteChange(database, by, now, { type: 'token-made', tokenId: hashOf(token).slice(0, ID_SIGNS), name, roles })
  })
  return token
}

/** Reads the table each time, so that a token added beside a running gateway works at once. null = unknown or revoked. */
export function findToken(database: DatabaseSync, token: string): Bearer | null {
  const row = database
    .prepare('SELECT name, roles FROM tokens WHERE hash = ? AND revoked_at IS NULL')
    .get(hashOf(token))
  return row ? { name: String(row.name), roles: String(row.roles).split(',') as Role[] } : null
}

/** A token as it may be shown: its id is the beginning of its hash. Times are epoch ms. */
export interface ListedToken extends Bearer {
  id: string
  createdAt: number
  revokedAt: number | null
}

/** All that were ever given out, the oldest first. */
export function listTokens(database: DatabaseSync): ListedToken[] {
  const rows = database
    .prepare('SELECT hash, name, roles, created_at, revoked_at FROM tokens ORDER BY created_at')
    .all()
  return rows.map((row) => ({
    id: String(row.hash).slice(0, ID_SIGNS),
    name: String(row.name),
    roles: String(row.roles).split(',') as Role[],
    createdAt: Number(row.created_at),
    revokedAt: row.revoked_at === null ? null : Number(row.revoked_at),
  }))
}

/** Takes back all tokens of this name, or the one of this id. Returns those that it took back; [] = none was valid. */
export function revokeTokens(database: DatabaseSync, nameOrId: string, by: string, now: number): ListedToken[] {
  const valid = listTokens(database).filter(({ revokedAt }) => revokedAt === null)
  const named = valid.filter(({ name }) => name === nameOrId)
  const taken = named.length > 0 ? named : valid.filter(({ id }) => id === nameOrId)
  const revoke = database.prepare('UPDATE tokens SET revoked_at = ? WHERE substr(hash, 1, ?) = ?')
  inOneCommit(database, () => {
    for (const { id, name } of taken) {
      revoke.run(now, ID_SIGNS, id)
      noteChange(database, by, now, { type: 'token-revoked', tokenId: id, name })
    }
  })
  return taken.map((token) => ({ ...token, revokedAt: now }))
}
