import type { DatabaseSync } from 'node:sqlite'
import type { StaffRole } from '../contract/staff-roles.ts'
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
import { hashPassword, oneTimeCode } from './password.ts'
import { type SignInRefusal, no } from './sign-in-refusal.ts'

/** Who keeps the register: a person with these roles, or the command line of this computer. */
export interface Keeper {
  roles: readonly string[]
  /** null = no person. */
  number: string | null
}
export const commandLine: Keeper = { roles: ['admin'], number: null }

export type RegisterAnswer = { ok: true; staff: Staff; code: string | null } | SignInRefusal

/** Roles that only an admin gives and takes. */
const high: readonly StaffRole[] = ['supervisor', 'admin']
const isAdmin = ({ roles }: Keeper): boolean => roles.includes('admin')
const isHigh = (roles: readonly StaffRole[]): boolean => roles.some((role) => high.includes(role))

/** The people who work here, in the file beside the log. `code`: the password that was given out, told this once. */
export function staffRegister(database: DatabaseSync, now: () => number) {
  const told = (number: string, code: string | null): RegisterAnswer => {
    const staff = findStaff(database, number)
    return staff ? { ok: true, staff, code } : no('unknown-staff')
  }
  async function giveOut(number: string): Promise<RegisterAnswer> {
    const code = oneTimeCode()
    const kept = await hashPassword(code)
    if (kept === null) return no('too-many')
    setPassword(database, number, kept, true, now())
    endSignInsOf(database, number)
    return told(number, code)
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
    /** With a password for the first sign-in. Refuses a number that somebody has. */
    async add(keeper: Keeper, number: string, fields: StaffFields): Promise<RegisterAnswer> {
      if (isHigh(fields.roles) && !isAdmin(keeper)) return no('admin-only')
      return addStaff(database, number, fields, now()) ? giveOut(number) : no('staff-known', { number })
    },
    change(keeper: Keeper, number: string, fields: StaffFields): RegisterAnswer {
      const staff = changeable(keeper, number)
      if ('ok' in staff) return staff
      if (isHigh(fields.roles) && !isAdmin(keeper)) return no('admin-only')
      const loses = staff.roles.includes('admin') && !fields.roles.includes('admin')
      if (loses && isLastAdmin(number)) return no('last-admin')
      changeStaff(database, number, fields)
      return told(number, null)
    },
    /** A new password to be given out; whoever is signed in with the old one is out. */
    async reset(keeper: Keeper, number: string): Promise<RegisterAnswer> {
      const staff = changeable(keeper, number)
      return 'ok' in staff ? staff : giveOut(number)
    },
    /** The phone is lost: the next sign-in joins another. */
    forgetPhone(keeper: Keeper, number: string): RegisterAnswer {
      const staff = changeable(keeper, number)
      if ('ok' in staff) return staff
      setSecondStep(database, number, null, now())
      endSignInsOf(database, number)
      return told(number, null)
    },
    signOut(keeper: Keeper, number: string): RegisterAnswer {
      const staff = changeable(keeper, number)
      if ('ok' in staff) return staff
      endSignInsOf(database, number)
      return told(number, null)
    },
    /** Left, or back again. What they did stays under their number. */
    setOff(keeper: Keeper, number: string, isOff: boolean): RegisterAnswer {
      const staff = changeable(keeper, number)
      if ('ok' in staff) return staff
      if (isOff && keeper.number === number) return no('own-account')
      if (isOff && staff.roles.includes('admin') && isLastAdmin(number)) return no('last-admin')
      setOff(database, number, isOff ? now() : null)
      if (isOff) endSignInsOf(database, number)
      return told(number, null)
    },
  }
}
export type StaffRegister = ReturnType<typeof staffRegister>
