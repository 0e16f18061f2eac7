import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { StaffRole } from '../contract/staff-roles.ts'

/** A person who works in the hall. Times are epoch ms. */
export interface Staff {
  /** 工号; never changes. */
  number: string
  name: string
  department: string | null
  roles: StaffRole[]
  /** null = all counters. */
  counters: string[] | null
  /** As `hashPassword` makes it; null = no way in by password. */
  password: string | null
  /** The password is a code that was given out: it opens nothing but the choice of an own one. */
  mustChange: boolean
  passwordAt: number
  /** Key of the one-time codes of a phone (base32); null = none. */
  secondStep: string | null
  secondStepAt: number | null
  /** The last period whose code was used: no code opens twice. */
  secondStepUsed: number
  /** Wrong tries in a row, and until when no more are taken. */
  wrong: number
  lockedUntil: number
  createdAt: number
  signedInAt: number | null
  /** null = works here. */
  offAt: number | null
}
export type StaffFields = Pick<Staff, 'name' | 'department' | 'roles' | 'counters'>

const COLUMNS = `number, name, department, roles, counters, password, must_change, password_at, second_step, second_step_at,
  second_step_used, wrong, locked_until, created_at, signed_in_at, off_at`
type Row = Record<string, SQLOutputValue>
const orNull = (value: SQLOutputValue | undefined): number | null => (value == null ? null : Number(value))
const textOrNull = (value: SQLOutputValue | undefined): string | null => (value == null ? null : String(value))

const staffOf = (row: Row): Staff => ({
  number: String(row.number),
  name: String(row.name),
  department: textOrNull(row.department),
  roles: String(row.roles).split(',').filter(Boolean) as StaffRole[],
  counters: row.counters === null ? null : (JSON.parse(String(row.counters)) as string[]),
  password: textOrNull(row.password),
  mustChange: row.must_change === 1,
  passwordAt: Number(row.password_at),
  secondStep: textOrNull(row.second_step),
  secondStepAt: orNull(row.second_step_at),
  secondStepUsed: Number(row.second_step_used),
  wrong: Number(row.wrong),
  lockedUntil: Number(row.locked_until),
  createdAt: Number(row.created_at),
  signedInAt: orNull(row.signed_in_at),
  offAt: orNull(row.off_at),
})

/** In the order of their numbers, those who left too. */
export const listStaff = (database: DatabaseSync): Staff[] =>
  database.prepare(`SELECT ${COLUMNS} FROM staff ORDER BY number`).all().map(staffOf)

/** null = nobody has this number. */
export function findStaff(database: DatabaseSync, number: string): Staff | null {
  const row = database.prepare(`SELECT ${COLUMNS} FROM staff WHERE number = ?`).get(number)
  return row ? staffOf(row) : null
}

/** False = the number is somebody's already. */
export function addStaff(
  database: DatabaseSync,
  number: string,
  { name, department, roles, counters }: StaffFields,
  now: number,
): boolean {
  const { changes } = database
    .prepare(
      `INSERT INTO staff (number, name, department, roles, counters, must_change, password_at, created_at)
       VALUES (?, ?, ?, ?, ?, 1, ?, ?) ON CONFLICT DO NOTHING`,
    )
    .run(number, name, department, roles.join(','), counters && JSON.stringify(counters), now, now)
  return Number(changes) === 1
}

export function changeStaff(
  database: DatabaseSync,
  number: string,
  { name, department, roles, counters }: StaffFields,
): void {
  database
    .prepare('UPDATE staff SET name = ?, department = ?, roles = ?, counters = ? WHERE number = ?')
    .run(name, department, roles.join(','), counters && JSON.stringify(counters), number)
}

/** A new password forgets the wrong tries. */
export function setPassword(
  database: DatabaseSync,
  number: string,
  password: string,
  mustChange: boolean,
  now: number,
): void {
  database
    .prepare(
      'UPDATE staff SET password = ?, must_change = ?, password_at = ?, wrong = 0, locked_until = 0 WHERE number = ?',
    )
    .run(password, mustChange ? 1 : 0, now, number)
}

/** `secret` null = taken away: it is set up anew at the next sign-in. */
export function setSecondStep(database: DatabaseSync, number: string, secret: string | null, now: number): void {
  database
    .prepare('UPDATE staff SET second_step = ?, second_step_at = ?, second_step_used = 0 WHERE number = ?')
    .run(secret, secret === null ? null : now, number)
}
export function noteSecondStep(database: DatabaseSync, number: string, period: number): void {
  database.prepare('UPDATE staff SET second_step_used = ? WHERE number = ?').run(period, number)
}

export function setTries(database: DatabaseSync, number: string, wrong: number, lockedUntil: number): void {
  database.prepare('UPDATE staff SET wrong = ?, locked_until = ? WHERE number = ?').run(wrong, lockedUntil, number)
}

/** `at` null = works here again. */
export function setOff(database: DatabaseSync, number: string, at: number | null): void {
  database.prepare('UPDATE staff SET off_at = ? WHERE number = ?').run(at, number)
}
