import { workNumber } from '../contract/sign-in.ts'
import type { StaffRole } from '../contract/staff-roles.ts'
import { clean } from '../sheets/clean-text.ts'
import { type Header, findColumns } from '../sheets/find-columns.ts'
import { field } from '../sheets/headings.ts'
import { codeText, unmarked } from '../sheets/neutral-cell.ts'
import { isDash, isNothing } from '../sheets/no-value.ts'
import { readTables } from '../sheets/read-tables.ts'
import { type Cell, type Table, damaged, isDamaged, isEmptyCell, isEmptyRow, textOf } from '../sheets/table.ts'

const fields = [
  field('number', '工号', 'number 编号 员工号 员工编号 人员编号 职工号 工作证号 账号 登录名'),
  field('name', '姓名', 'name 员工姓名 人员姓名 名字'),
  field('department', '部门', 'department 部门名称 单位 所在部门 所属部门 进驻部门 进驻单位 科室'),
  field('roles', '岗位', 'roles role 角色 职务 职位 权限 岗位名称'),
  field('counters', '窗口', 'counters counter 窗口号 能坐的窗口 可坐窗口 所在窗口 负责窗口 窗口编号'),
] as const
type Column = (typeof fields)[number]['key']

const words: Record<StaffRole, RegExp> = {
  clerk: /^(?:clerk|窗口办理|窗口人员|窗口工作人员|窗口|办事员|经办人?|受理员|受理)$/i,
  guide: /^(?:guide|咨询台引导|咨询台|咨询员|引导员|引导|导办员|导办|导服|帮办)$/i,
  supervisor: /^(?:supervisor|大厅主管|主管|值班主任|大厅主任|值班长)$/i,
  admin: /^(?:admin|管理员|系统管理员|信息员)$/i,
}

/** A row as it stands; what it leaves empty is null and changes nothing. */
export interface StaffSheetRow {
  row: number
  number: string
  /** The number was kept as a figure: zeros before it may be gone. */
  isFigure: boolean
  name: string | null
  department: string | null
  roles: StaffRole[] | null
  /** `all` = every counter of the hall. */
  counters: string[] | 'all' | null
}
export type StaffSheet =
  | { ok: true; rows: StaffSheetRow[]; refused: RefusedRow[]; unknownHeadings: string[]; notes: string[] }
  | { ok: false; message: string }
export interface RefusedRow {
  row: number
  number: string | null
  message: string
}

/** People from a workbook or csv, one on each row. Refuses a file without 工号 and 姓名; a row that cannot be read is told with its reason. */
export function readStaffSheet(bytes: Uint8Array): StaffSheet {
  const read = readTables(bytes)
  if (!read.ok) return read
  for (const table of read.tables) {
    const header = findColumns<Column>(table, {
      fields,
      needed: (columns) => columns.has('number') && columns.has('name'),
    })
    if (!header) continue
    return { ok: true, ...rowsOf(table, header), unknownHeadings: [...header.unknown], notes: read.notes }
  }
  return {
    ok: false,
    message: ['表头缺少“工号、姓名”。第一行要有：工号、姓名、部门、岗位、窗口；后三列可以没有。', ...read.notes].join(
      '',
    ),
  }
}

function rowsOf(table: Table, { first, columns }: Header<Column>): { rows: StaffSheetRow[]; refused: RefusedRow[] } {
  const rows: StaffSheetRow[] = []
  const refused: RefusedRow[] = []
  for (const [index, cells] of table.rows.entries()) {
    if (index < first || isEmptyRow(cells)) continue
    // A remark below the table.
    if (table.lone.has(index) && isEmptyCell(cells[columns.get('number') ?? -1])) continue
    const row = index + 1
    const cell = (key: Column): Cell => cells[columns.get(key) ?? -1] ?? null
    const at = (key: Column): string | null => {
      const text = clean(unmarked(textOf(cell(key))))
      return text === '' || isNothing(text) || isDash(text) ? null : text
    }
    const number = at('number') === null ? null : clean(codeText(textOf(cell('number'))))
    // What is no work number may be a number of something else of theirs, and is not repeated.
    const own = number !== null && workNumber.safeParse(number).success ? number : null
    const refuse = (message: string): void => void refused.push({ row, number: own, message })
    if (isDamaged(cells)) refuse(damaged)
    else if (number === null) refuse('没有写工号')
    else if (own === null) refuse('工号只能用字母、数字和 -，最多 16 位')
    else {
      const roles = rolesIn(at('roles'))
      const counters = countersIn(at('counters'))
      if (roles !== null && 'strange' in roles)
        refuse(`看不懂岗位“${roles.strange}”。请写：窗口办理、咨询台引导、大厅主管、管理员`)
      else if (counters !== null && counters !== 'all' && counters.length > MOST_COUNTERS)
        refuse(`一个人最多 ${MOST_COUNTERS} 个窗口。都能坐就写“全部”`)
      else
        rows.push({
          row,
          number: own,
          isFigure: typeof cell('number') === 'object',
          name: at('name'),
          department: at('department'),
          roles,
          counters,
        })
    }
  }
  return { rows, refused }
}
const MOST_COUNTERS = 400

function rolesIn(said: string | null): StaffRole[] | { strange: string } | null {
  if (said === null) return null
  const found = new Set<StaffRole>()
  for (const part of said.split(/[\s,，、;；/／+＋和]+/).filter((one) => one !== '')) {
    const role = (Object.keys(words) as StaffRole[]).find((one) => words[one].test(part))
    if (role === undefined) return { strange: part.slice(0, 12) }
    found.add(role)
  }
  return found.size === 0 ? null : [...found]
}

/** 12-14、20 号; 全部 = every one. */
function countersIn(said: string | null): string[] | 'all' | null {
  if (said === null) return null
  if (/^(?:all|全部|所有|全部窗口|所有窗口|都能坐)$/i.test(said)) return 'all'
  const ids = said
    .normalize('NFKC')
    .split(/[\s,、;]+/)
    .map((part) => part.replace(/(?:号?窗口|号)$/, ''))
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [, from, to] = /^(\d{1,4})号?[-–—~至到](\d{1,4})$/.exec(part) ?? []
      if (from === undefined || to === undefined) return [part.slice(0, 32)]
      const count = Math.max(0, Math.min(MOST_COUNTERS + 1, Number(to) - Number(from) + 1))
      return Array.from({ length: count }, (_, nth) => String(Number(from) + nth))
    })
  return [...new Set(ids)]
}
