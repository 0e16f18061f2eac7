import type { StaffRow } from '../../../gateway/contract/staff.ts'
import type { StaffRole } from '../../../gateway/contract/staff-roles.ts'

/** Somebody as the editor has them, before it is saved. */
export interface StaffDraft {
  number: string
  name: string
  department: string
  roles: readonly StaffRole[]
  /** null = all of them. */
  counters: readonly string[] | null
}
export const nobodyYet: StaffDraft = { number: '', name: '', department: '', roles: ['clerk'], counters: [] }
export const draftOf = ({ number, name, department, roles, counters }: StaffRow): StaffDraft => ({
  number,
  name,
  department: department ?? '',
  roles,
  counters,
})

const sorted = (list: readonly string[] | null): string => (list === null ? '*' : list.toSorted().join())
/** Which fields were changed, and not saved yet. */
export function changesIn(before: StaffDraft, now: StaffDraft): (keyof StaffDraft)[] {
  const changed: (keyof StaffDraft)[] = []
  if (now.name.trim() !== before.name) changed.push('name')
  if (now.department.trim() !== before.department) changed.push('department')
  if (sorted(now.roles) !== sorted(before.roles)) changed.push('roles')
  if (sorted(now.counters) !== sorted(before.counters)) changed.push('counters')
  return changed
}
export const isWhole = ({ number, name, roles }: StaffDraft): boolean =>
  /^[A-Za-z0-9][A-Za-z0-9-]{0,15}$/.test(number.trim()) && name.trim() !== '' && roles.length > 0

/** `12-14、20`, the first also with either Chinese word for the dash, as the counters that it names. */
export const countersIn = (typed: string): string[] =>
  typed.split(/[\s,，、;；]+/).flatMap((part) => {
    const [, from, to] = /^(\d{1,4})\s*[-–—~\u5230\u81f3]\s*(\d{1,4})$/.exec(part) ?? []
    if (from === undefined || to === undefined) return part === '' ? [] : [part]
    const count = Math.min(400, Number(to) - Number(from) + 1)
    return Array.from({ length: Math.max(0, count) }, (_, nth) => String(Number(from) + nth))
  })

/** What goes to the gateway; the number of somebody new goes with it. */
export const bodyOf = ({ number, name, department, roles, counters }: StaffDraft, isNew: boolean): object => ({
  ...(isNew ? { number: number.trim() } : {}),
  name: name.trim(),
  department: department.trim() === '' ? null : department.trim(),
  roles,
  counters,
})
