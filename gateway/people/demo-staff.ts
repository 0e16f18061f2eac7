import type { DatabaseSync } from 'node:sqlite'
import type { Hall } from '../contract/hall.ts'
import type { StaffRole } from '../contract/staff-roles.ts'
import { addStaff, listStaff } from '../store/staff-store.ts'

/** Nobody of these exists, and none has a password: the demo lends its sign-ins. */
const people: [number: string, name: string, roles: StaffRole[], counters: string[]][] = [
  ['0301', '赵*', ['supervisor', 'admin'], []],
  ['0312', '李*', ['clerk'], ['31', '32', '33']],
  ['0318', '乌*', ['clerk', 'guide'], ['5', '6', '7', '8']],
  ['0327', '王*', ['clerk'], ['12', '13']],
  ['0329', '斯*', ['clerk'], ['125', '126', '127', '128', '129', '130']],
  ['0334', '陈*', ['clerk'], ['125', '126', '127', '128', '129', '130']],
  ['0341', '苏*', ['guide'], []],
  ['0345', '阿*', ['guide'], []],
  ['0352', '刘*', ['clerk'], ['19', '20']],
  ['0366', '张*', ['clerk'], ['87', '88', '89', '90']],
]

/** Fills an empty register of a demo hall, as far as it has these counters. */
export function demoStaff(database: DatabaseSync, hall: Hall, now: number): void {
  if (listStaff(database).length > 0) return
  const known = new Set(hall.counters.map(({ id }) => id))
  for (const [number, name, roles, wished] of people) {
    const counters = wished.filter((id) => known.has(id))
    const at = hall.counters.find(({ id }) => id === counters[0])
    const department = hall.departments.find(({ id }) => id === at?.department)?.name ?? null
    addStaff(database, number, { name, department, roles, counters }, now)
  }
}
