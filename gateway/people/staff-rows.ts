import type { DatabaseSync } from 'node:sqlite'
import type { StaffRow } from '../contract/staff.ts'
import { type KeptSignIn, listSignIns } from '../store/sign-in-store.ts'
import { type Staff, listStaff } from '../store/staff-store.ts'

/** People as those who keep the register see them: nothing of passwords and keys but when they were made. */
export function staffRows(database: DatabaseSync, now: number): StaffRow[] {
  const signIns = Map.groupBy(listSignIns(database, null), ({ number }) => number)
  return listStaff(database).map((staff) => staffRowOf(staff, signIns.get(staff.number) ?? [], now))
}

export function staffRowOf(staff: Staff, signIns: readonly KeptSignIn[], now: number): StaffRow {
  const { number, name, department, roles, counters, mustChange, passwordAt } = staff
  const isLocked = staff.lockedUntil > now
  const here = staff.offAt === null ? signIns : []
  return {
    number,
    name,
    department,
    roles,
    counters,
    state: staff.offAt !== null ? 'off' : isLocked ? 'locked' : here.length > 0 ? 'in' : 'out',
    lockedUntil: isLocked ? staff.lockedUntil : null,
    signedInAt: staff.signedInAt,
    mustChange,
    passwordAt,
    secondStepAt: staff.secondStepAt,
    signIns: here.map(({ place, way, passed, createdAt }) => ({
      place,
      way,
      stage: staff.secondStep !== null && !passed ? 'code' : 'in',
      since: createdAt,
    })),
  }
}
