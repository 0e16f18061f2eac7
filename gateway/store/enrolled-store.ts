import { createHash, randomBytes } from 'node:crypto'
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { EnrolledKind, EnrolledRow } from '../contract/enrolment.ts'
import { inOneCommit, noteChange } from './register-changes.ts'

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
  return inOneCommit(database, () => {
    const replaced = database
      .prepare('UPDATE devices SET revoked_at = ? WHERE kind = ? AND place = ? AND revoked_at IS NULL RETURNING *')
      .all(now, kind, place)
      .map((row) => rowOf(row).id)
    const row = database
      .prepare('INSERT INTO devices (hash, kind, place, approved_by, created_at) VALUES (?, ?, ?, ?, ?) RETURNING *')
      .get(hashOf(token), kind, place, approvedBy, now)
    if (!row) throw new Error('what was just written is not there')
    const rowId = rowOf(row).id
    noteChange(database, approvedBy, now, { type: 'device-enrolled', rowId, kind, place, replaced })
    return { token, row: rowOf(row) }
  })
}

/** null = no device of this hall, or not any more. */
export function findDevice(database: DatabaseSync, token: string): EnrolledRow | null {
  const row = database.prepare('SELECT * FROM devices WHERE hash = ? AND revoked_at IS NULL').get(hashOf(token))
  return row ? rowOf(row) : null
}
/** All that were ever let in, by kind and place; the newest of a place first. */
export const listDevices = (database: DatabaseSync): EnrolledRow[] =>
  database.prepare('SELECT * FROM devices ORDER BY kind, place, created_at DESC').all().map(rowOf)

/** By its id, or all at a place (`K3`). `by`: who takes it back. Returns those that are out now. */
export function revokeDevices(database: DatabaseSync, idOrPlace: string, by: string, now: number): EnrolledRow[] {
  const living = listDevices(database).filter(({ revokedAt }) => revokedAt === null)
  const byId = living.filter(({ id }) => id === idOrPlace)
  const taken = byId.length > 0 ? byId : living.filter(({ place }) => place === idOrPlace)
  const revoke = database.prepare('UPDATE devices SET revoked_at = ? WHERE substr(hash, 1, ?) = ?')
  inOneCommit(database, () => {
    for (const { id, kind, place } of taken) {
      revoke.run(now, ID_SIGNS, id)
      noteChange(database, by, now, { type: 'device-revoked', rowId: id, kind, place })
    }
  })
  return taken.map((row) => ({ ...row, revokedAt: now }))
}
/** False = there is none of this id. */
export function renameDevice(database: DatabaseSync, id: string, name: string, by: string, now: number): boolean {
  return inOneCommit(database, () => {
    const row = database
      .prepare('UPDATE devices SET name = ? WHERE substr(hash, 1, ?) = ? RETURNING *')
      .get(name, ID_SIGNS, id)
    if (!row) return false
    const { kind, place } = rowOf(row)
    noteChange(database, by, now, { type: 'enrolled-renamed', rowId: id, kind, place, name })
    return true
  })
}
export function noteDeviceSeen(database: DatabaseSync, id: string, at: number, from: string): void {
  database
    .prepare('UPDATE devices SET seen_at = ?, seen_from = ? WHERE substr(hash, 1, ?) = ?')
    .run(at, from, ID_SIGNS, id)
}
