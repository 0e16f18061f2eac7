import { createHash, randomBytes } from 'node:crypto'
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { EnrolledKind, EnrolledRow } from '../contract/enrolment.ts'

/** So much of a hash names a device. */
const ID_SIGNS = 8
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
const orNull = (value: SQLOutputValue | undefined): number | null => (value == null ? null : Number(value))

const rowOf = (row: Record<string, SQLOutputValue>): EnrolledRow => ({
  id: String(row.hash).slice(0, ID_SIGNS),
  kind: String(row.kind) as EnrolledKind,
  place: String(row.place),
  name: row.name === null ? null : String(row.name),
  approvedBy: String(row.approved_by),
  createdAt: Number(row.created_at),
  seenAt: orNull(row.seen_at),
  seenFrom: row.seen_from === null ? null : String(row.seen_from),
  revokedAt: orNull(row.revoked_at),
})

/** A machine at a place; the one that stood there before is out. The token is told once, only its hash is kept. */
export function enrolDevice(
  database: DatabaseSync,
  { kind, place, approvedBy }: Pick<EnrolledRow, 'kind' | 'place' | 'approvedBy'>,
  now: number,
): { token: string; row: EnrolledRow } {
  const token = randomBytes(24).toString('base64url')
  database
    .prepare('UPDATE devices SET revoked_at = ? WHERE kind = ? AND place = ? AND revoked_at IS NULL')
    .run(now, kind, place)
  database
    .prepare('INSERT INTO devices (hash, kind, place, approved_by, created_at) VALUES (?, ?, ?, ?, ?)')
    .run(hashOf(token), kind, place, approvedBy, now)
  const row = database.prepare('SELECT * FROM devices WHERE hash = ?').get(hashOf(token))
  if (!row) throw new Error('what was just written is not there')
  return { token, row: rowOf(row) }
}

/** null = no device of this hall, or not any more. */
export function findDevice(database: DatabaseSync, token: string): EnrolledRow | null {
  const row = database.prepare('SELECT * FROM devices WHERE hash = ? AND revoked_at IS NULL').get(hashOf(token))
  return row ? rowOf(row) : null
}
/** All that were ever let in, by kind and place; the newest of a place first. */
export const listDevices = (database: DatabaseSync): EnrolledRow[] =>
  database.prepare('SELECT * FROM devices ORDER BY kind, place, created_at DESC').all().map(rowOf)

/** By its id, or all at a place (`K3`). Returns those that are out now. */
export function revokeDevices(database: DatabaseSync, idOrPlace: string, now: number): EnrolledRow[] {
  const living = listDevices(database).filter(({ revokedAt }) => revokedAt === null)
  const byId = living.filter(({ id }) => id === idOrPlace)
  const taken = byId.length > 0 ? byId : living.filter(({ place }) => place === idOrPlace)
  const revoke = database.prepare('UPDATE devices SET revoked_at = ? WHERE substr(hash, 1, ?) = ?')
  for (const { id } of taken) revoke.run(now, ID_SIGNS, id)
  return taken.map((row) => ({ ...row, revokedAt: now }))
}
/** False = there is none of this id. */
export function renameDevice(database: DatabaseSync, id: string, name: string): boolean {
  const { changes } = database
    .prepare('UPDATE devices SET name = ? WHERE substr(hash, 1, ?) = ?')
    .run(name, ID_SIGNS, id)
  return Number(changes) > 0
}
export function noteDeviceSeen(database: DatabaseSync, id: string, at: number, from: string): void {
  database
    .prepare('UPDATE devices SET seen_at = ?, seen_from = ? WHERE substr(hash, 1, ?) = ?')
    .run(at, from, ID_SIGNS, id)
}
