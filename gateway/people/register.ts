import type { DatabaseSync } from 'node:sqlite'
import type { RegisterChange } from '../contract/register-changes.ts'
import type { StaffImportDone } from '../contract/staff-import.ts'
import { inOneCommit, noteChange } from '../store/register-changes.ts'
import { endSignInsOf } from '../store/sign-in-store.ts'
import {
  type Staff,
  type StaffFields,
  addStaff,
  changeStaff,
  findStaff,
  listStaff,
  setOff,
  setPassword,
  setSecondStep,
} from '../store/staff-store.ts'
import { type Keeper, isAdmin, isHigh } from './keeper.ts'
import { type Passwords, oneTimeCode } from './password.ts'
import type { StaffImport } from './plan-staff-import.ts'
import { type SignInRefusal, no } from './sign-in-refusal.ts'

export type RegisterAnswer = { ok: true; staff: Staff; code: string | null } | SignInRefusal

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
/** What is different now; the name itself is nobody's business. null = nothing is. */
function changeOf(number: string, before: StaffFields, after: StaffFields): RegisterChange | null {
  const moved = <Part>(was: Part, is: Part) => (same(was, is) ? null : { before: was, after: is })
  const change = {
    type: 'staff-changed' as const,
    number,
    roles: moved<string[]>(before.roles, after.roles),
    counters: moved(before.counters, after.counters),
    isRenamed: before.name !== after.name,
    isMoved: before.department !== after.department,
  }
  return change.roles || change.counters || change.isRenamed || change.isMoved ? change : null
}

/**
 * The people who work here, in the file beside the log; each change is noted for the log in its own commit. `code`: the password that was
 * given out, told this once.
 */
export function staffRegister(database: DatabaseSync, passwords: Passwords, now: () => number) {
  const note = (by: Keeper, change: RegisterChange): void => noteChange(database, by.name, now(), change)
  const told = (number: string, code: string | null): RegisterAnswer => {
    const staff = findStaff(database, number)
    return staff ? { ok: true, staff, code } : no('unknown-staff')
  }
  async function giveOut(keeper: Keeper, number: string): Promise<RegisterAnswer> {
    const code = oneTimeCode()
    const kept = await passwords.hash(code)
    if (kept === null) return no('too-many')
    inOneCommit(database, () => {
      setPassword(database, number, kept, true, now())
      endSignInsOf(database, number)
      note(keeper, { type: 'password-given-out', number })
    })
    return told(number, code)
  }
  /** All in one commit, a password for each who is new. `plan` is asked again within it: null = somebody else changed the register meanwhile. */
  async function takeIn(keeper: Keeper, plan: () => StaffImport): Promise<StaffImportDone | 'too-many' | null> {
    const shown = plan()
    const given = new Map<string, { code: string; kept: string }>()
    for (const { number } of shown.added) {
      const code = oneTimeCode()
      const kept = await passwords.hash(code)
      if (kept === null) return 'too-many'
      given.set(number, { code, kept })
    }
    return inOneCommit(database, () => {
      if (!same(plan(), shown)) return null
      const codes = shown.added.map(({ number, after }) => {
        const { code, kept } = given.get(number) ?? { code: '', kept: '' }
        const { roles, counters } = after
        addStaff(database, number, after, now())
        note(keeper, { type: 'staff-added', number, roles, counters })
        setPassword(database, number, kept, true, now())
        note(keeper, { type: 'password-given-out', number })
        return { number, name: after.name, department: after.department, code }
      })
      for (const { number, before, after } of shown.changed) {
        changeStaff(database, number, after)
        const change = changeOf(number, before, after)
        if (change) note(keeper, change)
      }
      return { codes, changed: shown.changed.length }
    })
  }
  /** Somebody whom this keeper may change; a refusal else. */
  function changeable(keeper: Keeper, number: string): Staff | SignInRefusal {
    const staff = findStaff(database, number)
    if (!staff) return no('unknown-staff')
    return isHigh(staff.roles) && !isAdmin(keeper) ? no('admin-only') : staff
  }
  const isLastAdmin = (number: string): boolean =>
    !listStaff(database).some((one) => one.number !== number && one.offAt === null && one.roles.includes('admin'))

  return {
    list: (): Staff[] => listStaff(database),
    takeIn,
    /** With a password for the first sign-in. Refuses a number that somebody has. */
    async add(keeper: Keeper, number: string, fields: StaffFields): Promise<RegisterAnswer> {
      if (isHigh(fields.roles) && !isAdmin(keeper)) return no('admin-only')
      const isNew = inOneCommit(database, () => {
        const { roles, counters } = fields
        if (!addStaff(database, number, fields, now())) return false
        note(keeper, { type: 'staff-added', number, roles, counters })
        return true
      })
      return isNew ? giveOut(keeper, number) : no('staff-known', { number })
    },
    change(keeper: Keeper, number: string, fields: StaffFields): RegisterAnswer {
      const staff = changeable(keeper, number)
      if ('ok' in staff) return staff
      if (isHigh(fields.roles) && !isAdmin(keeper)) return no('admin-only')
      const loses = staff.roles.includes('admin') && !fields.roles.includes('admin')
      if (loses && isLastAdmin(number)) return no('last-admin')
      const change = changeOf(number, staff, fields)
      if (change)
        inOneCommit(database, () => {
          changeStaff(database, number, fields)
          note(keeper, change)
        })
      return told(number, null)
    },
    /** A new password to be given out; whoever is signed in with the old one is out. */
    async reset(keeper: Keeper, number: string): Promise<RegisterAnswer> {
      const staff = changeable(keeper, number)
      return 'ok' in staff ? staff : giveOut(keeper, number)
    },
    /** The phone is lost: the next sign-in joins another. */
    forgetPhone(keeper: Keeper, number: string): RegisterAnswer {
      const staff = changeable(keeper, number)
      if ('ok' in staff) return staff
      inOneCommit(database, () => {
        setSecondStep(database, number, null, now())
        endSignInsOf(database, number)
        note(keeper, { type: 'phone-forgotten', number })
      })
      return told(number, null)
    },
    signOut(keeper: Keeper, number: string): RegisterAnswer {
      const staff = changeable(keeper, number)
      if ('ok' in staff) return staff
      inOneCommit(database, () => {
        endSignInsOf(database, number)
        note(keeper, { type: 'staff-signed-out', number })
      })
      return told(number, null)
    },
    /** Left, or back again. What they did stays under their number. */
    setOff(keeper: Keeper, number: string, isOff: boolean): RegisterAnswer {
      const staff = changeable(keeper, number)
      if ('ok' in staff) return staff
      if (isOff && keeper.number === number) return no('own-account')
      if (isOff && staff.roles.includes('admin') && isLastAdmin(number)) return no('last-admin')
      inOneCommit(database, () => {
        setOff(database, number, isOff ? now() : null)
        if (isOff) endSignInsOf(database, number)
        note(keeper, { type: isOff ? 'staff-left' : 'staff-returned', number })
      })
      return told(number, null)
    },
  }
}
export type StaffRegister = ReturnType<typeof staffRegister>
