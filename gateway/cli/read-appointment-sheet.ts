import { clean } from '../sheets/clean-text.ts'
import { findColumns } from '../sheets/find-columns.ts'
import { field } from '../sheets/headings.ts'
import { codeText } from '../sheets/neutral-cell.ts'
import { isNothing } from '../sheets/no-value.ts'
import { readTables } from '../sheets/read-tables.ts'
import { clockOf, dayOf } from '../sheets/read-time.ts'
import { type Cell, damaged, isDamaged, isEmptyCell, isEmptyRow, textOf } from '../sheets/table.ts'

const fields = [
  field('reference', '预约编号', 'reference 预约号 预约单号 预约流水号 订单号 编号'),
  field('code', '预约码', 'code 取号码 验证码 核验码'),
  field('matterId', '事项编号', 'matterId 事项'),
  field('queueId', '队列', 'queueId 取号队列 队列编号 业务队列'),
  field('day', '日期', 'day 预约日期 办理日期 预约办理日期'),
  field('clock', '时间', 'clock 预约时间 时段 预约时段 办理时间 预约办理时间 时间段 开始时间'),
] as const
type Column = (typeof fields)[number]['key']

/** One appointment as the gateway takes it, with its row in the file. */
export type AppointmentRow = { row: number } & Partial<Record<Column, string>>
export type AppointmentSheet =
  | { ok: true; appointments: AppointmentRow[]; refused: { row: number; message: string }[]; notes: string[] }
  | { ok: false; message: string }

/**
 * Appointments of another system, one on each row; day and clock may stand in one cell. `today` (2026-03-18, the hall's) gives days without a
 * year theirs. A day or clock that cannot be read is refused here, with its row.
 */
export function readAppointmentSheet(bytes: Uint8Array, today: string): AppointmentSheet {
  const read = readTables(bytes)
  if (!read.ok) return read
  const sheets = read.tables.flatMap((table) => {
    const header = findColumns<Column>(table, {
      fields,
      needed: (columns) =>
        (columns.has('day') || columns.has('clock')) && (columns.has('queueId') || columns.has('matterId')),
    })
    return header ? [{ table, header }] : []
  })
  if (sheets.length === 0)
    return { ok: false, message: ['第一行要有“日期”和“时间”两列，还要有“队列”或“事项编号”。', ...read.notes].join('') }
  const appointments: AppointmentRow[] = []
  const refused: { row: number; message: string }[] = []
  for (const { table, header } of sheets) {
    for (const [index, cells] of table.rows.entries()) {
      if (index < header.first || isEmptyRow(cells)) continue
      const row = index + 1
      const at = (key: Column): Cell => cells[header.columns.get(key) ?? -1] ?? null
      // One column alone may hold both.
      const when = isEmptyCell(at('day')) ? at('clock') : at('day')
      const day = dayOf(when, today)
      const clock = isEmptyCell(at('clock')) ? clockOf(when) : clockOf(at('clock'))
      if (isDamaged(cells)) refused.push({ row, message: damaged })
      else if (day === null)
        refused.push({ row, message: `看不懂日期“${textOf(when).trim()}”。请写成 2026-12-02 这样` })
      else if (clock === null)
        refused.push({ row, message: `看不懂时间“${textOf(at('clock')).trim()}”。请写成 09:30 这样` })
      else {
        const one: AppointmentRow = { row, day, clock }
        for (const key of ['reference', 'code', 'matterId', 'queueId'] as const) {
          const text = clean(codeText(textOf(at(key))))
          if (text !== '' && !isNothing(text)) one[key] = text
        }
        appointments.push(one)
      }
    }
  }
  return { ok: true, appointments, refused, notes: read.notes }
}
