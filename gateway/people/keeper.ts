import { COMMAND_LINE } from '../contract/actor-words.ts'
import type { StaffRole } from '../contract/staff-roles.ts'

/** Who keeps the register: a person with these roles, or the command line of this computer. */
export interface Keeper {
  /** As the log keeps it. */
  name: string
  roles: readonly string[]
  /** null = no person. */
  number: string | null
}
export const commandLine: Keeper = { name: COMMAND_LINE, roles: ['admin'], number: null }

/** Roles that only an admin gives and takes. */
const high: readonly StaffRole[] = ['supervisor', 'admin']
export const isAdmin = ({ roles }: Keeper): boolean => roles.includes('admin')
export const isHigh = (roles: readonly StaffRole[]): boolean => roles.some((role) => high.includes(role))
