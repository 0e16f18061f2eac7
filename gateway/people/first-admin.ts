import type { DatabaseSync } from 'node:sqlite'
import { inOneCommit, noteChange } from '../store/register-changes.ts'
import { addStaff, findStaff, listStaff, setPassword } from '../store/staff-store.ts'
import { type Passwords, oneTimeCode } from './password.ts'

export const FIRST_ADMIN = '0001'
/** Also calls and decides, until there are others who do. */
const everything = { name: '管理员', department: null, roles: ['admin', 'supervisor'], counters: null } as const

/**
 * A hall in which no admin has chosen a password yet gets one, with a new one-time code at each start; the code is told on the console alone.
 * null = there is an admin.
 */
export async function firstAdmin(
  database: DatabaseSync,
  passwords: Passwords,
  now: number,
): Promise<{ number: string; code: string } | null> {
  const admins = listStaff(database).filter(({ roles, offAt }) => offAt === null && roles.includes('admin'))
  if (admins.some(({ mustChange, password }) => !mustChange && password !== null)) return null
  const number = admins[0]?.number ?? FIRST_ADMIN
  // Somebody else's number is not taken over.
  if (admins.length === 0 && findStaff(database, FIRST_ADMIN)) return null
  const code = oneTimeCode()
  const kept = await passwords.hash(code)
  if (kept === null) return null
  inOneCommit(database, () => {
    const roles = [...everything.roles]
    if (admins.length === 0) {
      addStaff(database, number, { ...everything, roles }, now)
      noteChange(database, 'hall', now, { type: 'staff-added', number, roles, counters: null })
    }
    setPassword(database, number, kept, true, now)
    noteChange(database, 'hall', now, { type: 'password-given-out', number })
  })
  return { number, code }
}
