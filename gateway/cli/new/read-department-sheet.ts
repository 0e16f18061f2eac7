import { clean } from '../../sheets/clean-text.ts'
import { findColumns } from '../../sheets/find-columns.ts'
import { field } from '../../sheets/headings.ts'
import { readTables } from '../../sheets/read-tables.ts'
import { isEmptyRow, textOf } from '../../sheets/table.ts'
import type { Floor, WantedDepartment } from './hall-plan.ts'

const fields = [
  field('name', '部门', 'department 部门名称 单位 单位名称 实施主体 进驻部门 进驻单位 名称'),
  field('floor', '楼层', 'floor 层 所在楼层 位置'),
  field('counters', '窗口数', 'counters 窗口 窗口个数 窗口数量 几个窗口'),
  field('queue', '队列', 'queue 排队 叫号队列 业务'),
  field('minutes', '办理分钟', 'minutes 平均分钟 平均办理分钟 办理时间'),
] as const
type Column = (typeof fields)[number]['key']
const MOST_COUNTERS = 99

/**
 * Departments from a workbook or csv: one on each row, with its floor, number of counters, queue and minutes where there are such columns.
 * Refuses a floor that the hall does not have and numbers that are none, with the row.
 */
export function readDepartmentSheet(
  bytes: Uint8Array,
  floors: readonly Floor[],
): { ok: true; value: WantedDepartment[] } | { ok: false; message: string } {
  const read = readTables(bytes)
  if (!read.ok) return read
  for (const table of read.tables) {
    const header = findColumns<Column>(table, { fields, needed: (columns) => columns.has('name') })
    if (!header) continue
    const found = new Map<string, WantedDepartment>()
    for (const [index, cells] of table.rows.entries()) {
      if (index < header.first || isEmptyRow(cells)) continue
      const at = (key: Column): string => clean(textOf(cells[header.columns.get(key) ?? -1]))
      const name = at('name')
      if (name === '' || /^(合计|总计|小计)/.test(name)) continue
      const floor = floorOf(at('floor'), floors)
      const numbers = [numberOf(at('counters')), numberOf(at('minutes'))] as const
      if (floor === undefined) return { ok: false, message: `第 ${index + 1} 行：没有“${at('floor')}”这一层。` }
      if (numbers.includes(undefined))
        return { ok: false, message: `第 ${index + 1} 行：窗口数和分钟写 1 到 ${MOST_COUNTERS} 的数字。` }
      const [counters, minutes] = numbers as readonly (number | null)[]
      // A list of matters names its department on every row.
      if (!found.has(name))
        found.set(name, {
          name,
          floor,
          counters: counters ?? null,
          queue: at('queue') === '' ? null : at('queue'),
          minutes: minutes ?? null,
        })
    }
    if (found.size > 0) return { ok: true, value: [...found.values()] }
  }
  return { ok: false, message: '表格里没有找到“部门”一列。请在第一行写上“部门”，下面一行一个。' }
}

/** null = nothing is said; undefined = no such floor. */
function floorOf(said: string, floors: readonly Floor[]): string | null | undefined {
  if (said === '') return null
  const bare = said.replace(/\s*[楼层F]$/i, '').replace(/^(?:负|地下|-)/, 'B')
  return floors.find(({ id, name }) => id === bare || name === said)?.id
}
function numberOf(said: string): number | null | undefined {
  if (said === '') return null
  const number = /^\d{1,2}(?:\.0+)?$/.test(said) ? Number(said) : 0
  return number >= 1 && number <= MOST_COUNTERS ? number : undefined
}
