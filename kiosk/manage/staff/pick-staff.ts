import type { StaffRow } from '../../../gateway/contract/staff.ts'

export type StaffFilter = 'all' | 'in' | 'noPhone' | 'off'

/** Who needs a second step and has no phone joined yet. */
export const needsPhone = ({ roles, secondStepAt, state }: StaffRow): boolean =>
  state !== 'off' && secondStepAt === null && roles.some((role) => role === 'supervisor' || role === 'admin')

export const fits: Record<StaffFilter, (row: StaffRow) => boolean> = {
  all: ({ state }) => state !== 'off',
  in: ({ state }) => state === 'in',
  noPhone: needsPhone,
  off: ({ state }) => state === 'off',
}

/** By number, name, department or counter; a number of a counter is meant whole. */
export function pickStaff(rows: readonly StaffRow[], filter: StaffFilter, typed: string): StaffRow[] {
  const word = typed.trim().toLowerCase()
  return rows.filter((row) => {
    if (word === '') return fits[filter](row)
    const { number, name, department, counters } = row
    return (
      [number, name, department ?? ''].some((text) => text.toLowerCase().includes(word)) || counters?.includes(word)
    )
  })
}
