import { wordsOf } from '../contract/refusals.ts'
import type { StaffImportPlan } from '../contract/staff-import.ts'
import { staffFields } from '../contract/staff.ts'
import type { Staff, StaffFields } from '../store/staff-store.ts'
import type { RefusedRow, StaffSheetRow } from './read-staff-sheet.ts'
import { type Keeper, isAdmin, isHigh } from './keeper.ts'

export type StaffImport = Pick<
  StaffImportPlan,
  'added' | 'changed' | 'unchanged' | 'refused' | 'unknownCounters' | 'absent' | 'notes'
>
const inWords = (code: 'admin-only' | 'last-admin'): string => wordsOf(code, 'zh-Hans', {})

/**
 * What rows of a file mean for the register as it is now: nobody is taken out by it, an empty cell changes nothing, and a row that may not be
 * is left out with its reason. `isCounter`: whether the hall has it.
 */
export function planStaffImport(
  rows: readonly StaffSheetRow[],
  staff: readonly Staff[],
  keeper: Keeper,
  isCounter: (id: string) => boolean,
): StaffImport {
  const plan: StaffImport = {
    added: [],
    changed: [],
    unchanged: 0,
    refused: [],
    unknownCounters: [],
    absent: 0,
    notes: [],
  }
  const known = new Map(staff.map((one) => [one.number, one]))
  const admins = new Set(
    staff.filter(({ roles, offAt }) => offAt === null && roles.includes('admin')).map(({ number }) => number),
  )
  const seen = new Map<string, number>()
  const strange = new Set<string>()
  const padded: string[] = []
  for (const line of rows) {
    const number = wholeNumber(line, known)
    if (number !== line.number) padded.push(`${line.number} → ${number}`)
    const { row } = line
    const refuse = (message: string): void => void plan.refused.push({ row, number, message } satisfies RefusedRow)
    const before = known.get(number) ?? null
    const lacking =
      line.counters === null || line.counters === 'all' ? [] : line.counters.filter((id) => !isCounter(id))
    for (const id of lacking) strange.add(id)
    const earlier = seen.get(number)
    seen.set(number, earlier ?? row)
    const after = fieldsOf(line, before)
    if (earlier !== undefined) refuse(`工号 ${number} 在第 ${earlier} 行已经有了`)
    else if (before?.offAt != null) refuse('这个工号停用了。还在这里工作的，先在人员里恢复')
    else if (lacking.length > 0) refuse(`大厅里没有 ${firstOf(lacking)} 号窗口`)
    else if (typeof after === 'string') refuse(after)
    else if (before !== null && isSame(before, after)) plan.unchanged += 1
    else if (!isAdmin(keeper) && (isHigh(after.roles) || isHigh(before?.roles ?? []))) refuse(inWords('admin-only'))
    else if (admins.has(number) && !after.roles.includes('admin') && admins.size === 1) refuse(inWords('last-admin'))
    else {
      if (after.roles.includes('admin')) admins.add(number)
      else admins.delete(number)
      if (before === null) plan.added.push({ row, number, after })
      else plan.changed.push({ row, number, before: ofStaff(before), after })
    }
  }
  if (padded.length > 0) plan.notes.push(`表格把工号存成了数字，前面的 0 补上了：${firstOf(padded)}。`)
  plan.unknownCounters = [...strange]
  plan.absent = staff.filter(({ number, offAt }) => offAt === null && !seen.has(number)).length
  return plan
}

const SHOWN = 4
const firstOf = (list: readonly string[]): string =>
  `${list.slice(0, SHOWN).join('、')}${list.length > SHOWN ? ` 等 ${list.length} 个` : ''}`

/** A spreadsheet makes 327 of 0327. Where all numbers of the register are figures of one length, a shorter one gets its zeros back. */
function wholeNumber({ number, isFigure }: StaffSheetRow, known: ReadonlyMap<string, Staff>): string {
  if (!isFigure || known.has(number)) return number
  const lengths = new Set([...known.keys()].map((one) => (/^\d+$/.test(one) ? one.length : 0)))
  const [length = 0] = lengths
  return lengths.size === 1 ? number.padStart(length, '0') : number
}

const ofStaff = ({ name, department, roles, counters }: StaffFields): StaffFields => ({
  name,
  department,
  roles,
  counters,
})
const sorted = (list: readonly string[] | null): string => (list === null ? '*' : list.toSorted().join())
const isSame = (one: StaffFields, other: StaffFields): boolean =>
  one.name === other.name &&
  one.department === other.department &&
  sorted(one.roles) === sorted(other.roles) &&
  sorted(one.counters) === sorted(other.counters)

/** Somebody as the row makes them; why it cannot be, in words. */
function fieldsOf(line: StaffSheetRow, before: Staff | null): StaffFields | string {
  const counters = line.counters === 'all' ? null : line.counters
  const isSaid = line.counters !== null
  const name = line.name ?? before?.name
  // Whoever has counters and no other word works at them.
  const roles = line.roles ?? before?.roles ?? (isSaid ? ['clerk' as const] : undefined)
  if (name === undefined) return '没有写姓名'
  if (roles === undefined) return '没有写岗位。请写：窗口办理、咨询台引导、大厅主管、管理员'
  const read = staffFields.safeParse({
    name,
    department: line.department ?? before?.department ?? null,
    roles,
    counters: isSaid ? counters : before ? before.counters : [],
  })
  if (read.success) return read.data
  return read.error.issues[0]?.path[0] === 'name' ? '姓名最多 30 个字' : '部门最多 60 个字'
}
