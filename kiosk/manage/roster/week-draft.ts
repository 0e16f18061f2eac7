import { addDays, weekdayOf } from '../../../gateway/contract/hall-time.ts'
import { cellWords, readCell } from '../../../gateway/contract/roster-cell.ts'
import type { Duty, DutyPost } from '../../../gateway/contract/roster.ts'

/** Whose line of the week: a post of the hall, or the chief representative of a department. */
export interface RosterRow {
  post: DutyPost
  departmentName: string | null
}
/** What was typed and is not saved yet: cell → its words. */
export type Draft = ReadonlyMap<string, string>

export const keyOf = ({ post, departmentName }: RosterRow, day: string): string =>
  `${day} ${post} ${departmentName ?? ''}`
const partsOf = (key: string): { row: RosterRow; day: string } => {
  const [day = '', post = '', ...name] = key.split(' ')
  const departmentName = name.join(' ')
  return { day, row: { post: post as DutyPost, departmentName: departmentName === '' ? null : departmentName } }
}

export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day))
export const weekFrom = (monday: string): string[] => [0, 1, 2, 3, 4, 5, 6].map((nth) => addDays(monday, nth))

/** The lines of a week: leaders, guides, then each department. */
export const rowsOf = (departments: readonly string[]): RosterRow[] => [
  { post: 'leader', departmentName: null },
  { post: 'guide', departmentName: null },
  ...departments.map((departmentName): RosterRow => ({ post: 'chief', departmentName })),
]

/** Every cell that names somebody, as words. */
export function cellsOf(duties: readonly Duty[]): Map<string, string> {
  const byCell = new Map<string, Duty[]>()
  for (const one of duties) byCell.set(keyOf(one, one.day), [...(byCell.get(keyOf(one, one.day)) ?? []), one])
  return new Map([...byCell].map(([key, shifts]) => [key, cellWords(shifts)]))
}

/** The draft with one cell written; what says the same as before is no change. */
export function written(draft: Draft, saved: ReadonlyMap<string, string>, key: string, text: string): Draft {
  const next = new Map(draft)
  if (isSame(text, saved.get(key) ?? '')) next.delete(key)
  else next.set(key, text)
  return next
}
function isSame(one: string, other: string): boolean {
  if (one.trim() === other) return true
  const [read, before] = [readCell(one), readCell(other)]
  return read.ok && before.ok && cellWords(read.shifts) === cellWords(before.shifts)
}

/** Last week's cells on the open days of this one; a cell that says the same already is left alone. */
export function copied(
  last: ReadonlyMap<string, string>,
  rows: readonly RosterRow[],
  openDays: readonly string[],
  now: (key: string) => string,
): [key: string, text: string][] {
  return rows.flatMap((row) =>
    openDays.flatMap((day): [string, string][] => {
      const text = last.get(keyOf(row, addDays(day, -7))) ?? ''
      return text === '' || isSame(now(keyOf(row, day)), text) ? [] : [[keyOf(row, day), text]]
    }),
  )
}

/** Duties with these cells in the place of what they held before; a cell without people is emptied. What cannot be read is a fault. */
export function withCells(
  duties: readonly Duty[],
  cells: Iterable<readonly [key: string, text: string]>,
): { ok: true; duties: Duty[] } | { ok: false; key: string; message: string } {
  const changed = new Map<string, Duty[]>()
  for (const [key, text] of cells) {
    const read = readCell(text)
    if (!read.ok) return { ok: false, key, message: read.message }
    const { row, day } = partsOf(key)
    changed.set(
      key,
      read.shifts.map((shift) => ({ day, ...row, ...shift })),
    )
  }
  const kept = duties.filter((one) => !changed.has(keyOf(one, one.day)))
  return { ok: true, duties: [...kept, ...[...changed.values()].flat()] }
}

/** The cells of days on which the hall is open that name nobody, by post. */
export function gapsIn(
  rows: readonly RosterRow[],
  openDays: readonly string[],
  text: (key: string) => string,
): Record<DutyPost, number> {
  const gaps = { leader: 0, guide: 0, chief: 0 }
  for (const row of rows) for (const day of openDays) if (text(keyOf(row, day)).trim() === '') gaps[row.post] += 1
  return gaps
}
