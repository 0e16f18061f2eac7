import { departmentFinder } from '../catalogue/department-for.ts'
import type { Hall } from '../contract/hall.ts'
import { addDays } from '../contract/hall-time.ts'
import { type Duty, type DutyPost, MOST_DAYS, MOST_DUTIES, type RosterRead } from '../contract/roster.ts'
import { type Shift, readCell } from '../contract/roster-cell.ts'
import { cleanLines } from '../sheets/clean-text.ts'
import { type Header, findColumns } from '../sheets/find-columns.ts'
import { field } from '../sheets/headings.ts'
import { isDash, isNothing } from '../sheets/no-value.ts'
import { readTables } from '../sheets/read-tables.ts'
import { clockOf, dayOf } from '../sheets/read-time.ts'
import { type Cell, type Table, damaged, isDamaged, isEmptyRow, textOf } from '../sheets/table.ts'

const fields = [
  field('day', '日期', 'day 值班日期 值班时间 排班日期'),
  field('post', '岗位', 'post 值班岗位 职务 类别 班次类别'),
  field('departmentName', '部门', 'departmentName 单位 部门名称 派驻部门 进驻部门 所属部门'),
  field('name', '姓名', 'name 值班人员 值班人 人员 人员姓名'),
  field('from', '上班', 'from 开始时间 开始 上岗时间'),
  field('until', '下班', 'until 结束时间 结束 离岗时间'),
  field('leader', '值班领导', 'leader 带班领导 值班主任 值班长 领导带班'),
  field('guide', '导办员', 'guide guides 导办 导办人员 引导员 咨询员 导办值班'),
  field('chief', '首席代表', 'chief 首席 窗口首席代表 部门首席代表'),
] as const
type Column = (typeof fields)[number]['key']
/** Known, and of no use here. */
const unused = new Set(['序号', '星期', '备注', '电话', '联系电话', '手机', '手机号', '办公电话', '合计'])

const posts: Readonly<Record<string, DutyPost>> = {
  首席代表: 'chief',
  首席: 'chief',
  部门首席代表: 'chief',
  值班领导: 'leader',
  带班领导: 'leader',
  领导: 'leader',
  值班主任: 'leader',
  值班长: 'leader',
  导办员: 'guide',
  导办: 'guide',
  引导员: 'guide',
  咨询员: 'guide',
}

/**
 * A duty roster from a sheet of any program: a row for each duty (日期 岗位 部门 姓名 上班 下班), or a row for each day with a column for each
 * post (日期 值班领导 导办员), names in a cell as `李红 8:30-12:00、张强 下午`. 日期 may be several days: 2026-03-16至2026-03-20. `today` gives
 * days without a year theirs. A row that cannot be understood does not count and is told; refuses, in words, a file without any.
 */
export function readRosterSheet(
  bytes: Uint8Array,
  departments: Hall['departments'],
  today: string,
): ({ ok: true } & RosterRead) | { ok: false; message: string } {
  const read = readTables(bytes)
  if (!read.ok) return read
  const found = read.tables.flatMap((table) => {
    const header = findColumns<Column>(table, { fields, unused, needed: isEnough })
    return header ? [{ table, header }] : []
  })
  if (found.length === 0)
    return {
      ok: false,
      message: `表头要有“日期”，还要有“值班领导”“导办员”或者“岗位、姓名”（首席代表再加“部门”）。${read.notes.join('')}`,
    }
  const finder = departmentFinder(departments, {})
  const names = new Map(departments.map(({ id, name }) => [id, name]))
  const department = (said: string): string | null => names.get(finder(said) ?? '') ?? null
  const parts = found.map(({ table, header }) => readRows(table, header, department, today))
  const duties = unique(parts.flatMap((part) => part.duties))
  const refused = parts.flatMap((part, nth) =>
    part.refused.map((one) => ({ ...one, sheet: found.length > 1 ? (found[nth]?.table.name ?? null) : null })),
  )
  const [firstRefused] = refused
  if (duties.length === 0)
    return {
      ok: false,
      message: firstRefused
        ? `没有一行能用。第 ${firstRefused.row} 行：${firstRefused.message}。`
        : '表里没有排班：表头下面没有写姓名的行。',
    }
  const days = duties.map(({ day }) => day).toSorted()
  const [from = '', until = ''] = [days[0], days.at(-1)]
  if (until > addDays(from, MOST_DAYS))
    return { ok: false, message: `从 ${from} 到 ${until} 超过一年。请检查日期，或分几个文件导入。` }
  if (duties.length > MOST_DUTIES)
    return { ok: false, message: `一次最多导入 ${MOST_DUTIES} 条排班，这里有 ${duties.length} 条。请分几个文件导入。` }
  const unknown = [...new Set(found.flatMap(({ header }) => header.unknown))]
  const notes = [...read.notes, ...(unknown.length > 0 ? [`没有用这些列：${unknown.join('、')}。`] : [])]
  return { ok: true, from, until, duties, refused, notes }
}

const isEnough = (columns: ReadonlySet<Column>): boolean =>
  columns.has('day') &&
  (columns.has('leader') ||
    columns.has('guide') ||
    (columns.has('chief') && columns.has('departmentName')) ||
    (columns.has('name') && (columns.has('post') || columns.has('departmentName'))))

interface RowsRead {
  duties: Duty[]
  refused: { row: number; message: string }[]
}

function readRows(
  table: Table,
  { first, columns }: Header<Column>,
  department: (said: string) => string | null,
  today: string,
): RowsRead {
  const result: RowsRead = { duties: [], refused: [] }
  for (const [index, cells] of table.rows.entries()) {
    if (index < first || isEmptyRow(cells) || table.lone.has(index)) continue
    const at = (key: Column): Cell => cells[columns.get(key) ?? -1] ?? null
    const text = (key: Column): string => {
      const said = cleanLines(textOf(at(key))).trim()
      return isNothing(said) || isDash(said) ? '' : said
    }
    const row = isDamaged(cells) ? damaged : readRow(text, at, department, today)
    if (typeof row === 'string') result.refused.push({ row: index + 1, message: row })
    else result.duties.push(...row)
  }
  return result
}

/** The duties of one row, or in words why it does not count. */
function readRow(
  text: (key: Column) => string,
  at: (key: Column) => Cell,
  department: (said: string) => string | null,
  today: string,
): Duty[] | string {
  const named = (['leader', 'guide', 'chief', 'name'] as const).filter((key) => text(key) !== '')
  // A day on which nobody was put down yet.
  if (named.length === 0) return []
  const days = daysIn(at('day'), text('day'), today)
  if (days === null) return `看不懂日期“${text('day')}”。请写成 2026-03-18，几天连写成 2026-03-16至2026-03-20`
  const duties: Duty[] = []
  for (const key of named) {
    const post = key === 'name' ? postOf(text('post'), text('departmentName') !== '') : key
    if (post === null) return `岗位“${text('post')}”不认识。写首席代表、值班领导或导办员`
    const departmentName = post === 'chief' ? department(text('departmentName')) : null
    if (post === 'chief' && departmentName === null)
      return text('departmentName') === ''
        ? '首席代表要写明部门'
        : `大厅没有“${text('departmentName')}”这个部门，或者有几个都像。请写部门的全名`
    const shifts = shiftsIn(text(key), key === 'name', text, at)
    if (typeof shifts === 'string') return shifts
    for (const day of days) duties.push(...shifts.map((shift): Duty => ({ day, post, departmentName, ...shift })))
  }
  return duties
}

/** Without a post, whoever stands beside a department is its chief representative. */
function postOf(said: string, hasDepartment: boolean): DutyPost | null {
  if (said === '') return hasDepartment ? 'chief' : null
  return posts[said.replace(/\s/g, '')] ?? null
}

/** People with the hours of their own cell, else of the row's columns. */
function shiftsIn(
  said: string,
  isOwnRow: boolean,
  text: (key: Column) => string,
  at: (key: Column) => Cell,
): Shift[] | string {
  const cell = readCell(said)
  if (!cell.ok) return cell.message
  if (!isOwnRow || (text('from') === '' && text('until') === '')) return cell.shifts
  const hours = { from: clockIn('from'), until: clockIn('until') }
  if (hours.from === 'none' || hours.until === 'none') return '上班或下班的时间不对。写成 08:30 这样'
  const { from, until } = hours
  if (from !== null && until !== null && from >= until) return '下班要晚于上班'
  return cell.shifts.map(({ name }) => ({ name, from, until }))
  function clockIn(key: 'from' | 'until'): string | null | 'none' {
    return text(key) === '' ? null : (clockOf(at(key)) ?? 'none')
  }
}

const LONGEST_RUN = 62
/** One day, or all from one to another; null = none that can be read. */
function daysIn(cell: Cell, said: string, today: string): string[] | null {
  const [first = '', last] = said.split(/\s*(?:至|到|~|～|—+|–)\s*/)
  if (last === undefined) {
    const day = dayOf(cell, today)
    return day === null ? null : [day]
  }
  const [from, until] = [dayOf(first, today), dayOf(last, today)]
  if (from === null || until === null || until < from || until > addDays(from, LONGEST_RUN)) return null
  const days: string[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day)
  return days
}

/** Whoever stands there twice is on duty once. */
const unique = (duties: readonly Duty[]): Duty[] => [
  ...new Map(duties.map((one) => [JSON.stringify(Object.entries(one).toSorted()), one])).values(),
]
