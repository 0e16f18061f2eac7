import { clean } from '../catalogue/clean-text.ts'
import { findColumns } from '../catalogue/import/find-header.ts'
import type { Field } from '../catalogue/import/matter-fields.ts'
import { unmarked } from '../catalogue/import/neutral-cell.ts'
import { dayOf, daysOf } from '../catalogue/import/read-field.ts'
import { readTables } from '../catalogue/import/read-tables.ts'
import { type Table, isEmptyRow, textOf } from '../catalogue/import/table.ts'
import { type CaseReport, type CaseStatus, caseReport } from '../contract/cases.ts'

const field = (key: string, title: string, also: string): Field => ({ key, title, also: also.split(' '), kind: 'word' })
const fields = [
  field('receipt', '受理号', 'receipt 受理编号 办件编号 业务流水号'),
  field('last4', '证件后四位', 'last4 后四位 证件号后四位'),
  field('code', '查询码', 'code queryCode'),
  field('matterName', '事项名称', 'matterName 事项'),
  field('departmentName', '部门', 'departmentName 受理部门 实施主体'),
  field('status', '状态', 'status 办件状态 当前状态'),
  field('advice', '下一步', 'advice 提示 请您'),
  field('acceptedOn', '受理日期', 'acceptedOn 受理时间'),
  field('promisedDays', '承诺时限', 'promisedDays 承诺办结时限'),
  field('statutoryDays', '法定时限', 'statutoryDays 法定办结时限'),
  field('steps', '环节', 'steps 办理环节'),
  field('finishedOn', '办结日期', 'finishedOn 办结时间'),
  field('reportedAt', '更新时间', 'reportedAt'),
] as const
type Key =
  | 'receipt'
  | 'last4'
  | 'code'
  | 'matterName'
  | 'departmentName'
  | 'status'
  | 'advice'
  | 'acceptedOn'
  | 'promisedDays'
  | 'statutoryDays'
type Column = Key | 'steps' | 'finishedOn' | 'reportedAt'

const statuses = new Map<string, CaseStatus>(
  Object.entries({
    已受理: 'accepted',
    受理: 'accepted',
    需补正: 'needs-correction',
    补正: 'needs-correction',
    审核中: 'under-review',
    审查中: 'under-review',
    办理中: 'under-review',
    已办结: 'decided',
    办结: 'decided',
    已送达: 'delivered',
    已撤回: 'withdrawn',
    不予许可: 'rejected',
  }),
)
const saidAs = new Map<string, string>(fields.map(({ key, title }) => [key, title]))

export interface CaseSheet {
  cases: CaseReport[]
  refused: { row: number; message: string }[]
}

/**
 * Cases from a csv or xlsx file, one on each row; 环节 holds `受理 2026-03-02 2026-03-03；审查 2026-03-03；决定`, each with its first and last
 * day. `noon` = epoch ms of noon on a day in the hall; `fileTime` (epoch ms) stands in where a row has no 更新时间. Refuses in words.
 */
export async function readCaseSheet(
  bytes: Uint8Array,
  fileTime: number,
  noon: (day: string) => number,
): Promise<({ ok: true } & CaseSheet) | { ok: false; message: string }> {
  const read = await readTables(bytes)
  if (!read.ok) return read
  const found = read.tables.flatMap((table) => {
    const header = findColumns(table, fields, (columns) => columns.has('receipt') && columns.has('matterName'))
    return header ? [{ table, header }] : []
  })[0]
  if (!found)
    return {
      ok: false,
      message: `表头缺少“受理号、事项名称”。第一行要有：${fields.map(({ title }) => title).join('、')}。`,
    }
  const { table, header } = found
  const absent = ['departmentName', 'status', 'acceptedOn', 'steps'].filter((key) => !header.columns.has(key))
  if (absent.length > 0)
    return { ok: false, message: `表头缺少“${absent.map((key) => saidAs.get(key) ?? key).join('、')}”。` }
  return { ok: true, ...readRows(table, header.first, header.columns, fileTime, noon) }
}

function readRows(
  table: Table,
  first: number,
  columns: ReadonlyMap<string, number>,
  fileTime: number,
  noon: (day: string) => number,
): CaseSheet {
  const result: CaseSheet = { cases: [], refused: [] }
  for (const [index, cells] of table.rows.entries()) {
    if (index < first || isEmptyRow(cells)) continue
    const at = (key: Column): string => clean(unmarked(textOf(cells[columns.get(key) ?? -1])))
    const finishedOn = dayOf(at('finishedOn'))
    const written = at('reportedAt') === '' ? fileTime : Date.parse(at('reportedAt').replace(' ', 'T'))
    const limit = (key: 'promisedDays' | 'statutoryDays'): number | null => daysOf(at(key))?.days ?? null
    const one = caseReport.safeParse({
      receipt: at('receipt'),
      last4: at('last4') || null,
      code: at('code') || null,
      matterName: at('matterName'),
      departmentName: at('departmentName'),
      status: statuses.get(at('status')) ?? at('status'),
      advice: at('advice') || null,
      acceptedOn: dayOf(at('acceptedOn')) ?? '',
      promisedDays: limit('promisedDays'),
      statutoryDays: limit('statutoryDays'),
      steps: stepsOf(at('steps'), noon),
      finishedAt: finishedOn === null ? null : noon(finishedOn),
      reportedAt: Number.isNaN(written) ? -1 : Math.floor(written),
    })
    if (one.success) result.cases.push(one.data)
    else {
      const [issue] = one.error.issues
      const key = String(issue?.path[0] ?? '')
      // The cell itself is not repeated: it may hold what must not be written down.
      const why = /[\p{sc=Han}]/u.test(issue?.message ?? '') ? (issue?.message ?? '') : '没有写或格式不对'
      result.refused.push({
        row: index + 1,
        message: `“${saidAs.get(key === 'finishedAt' ? 'finishedOn' : key) ?? key}”${why}`,
      })
    }
  }
  return result
}

function stepsOf(text: string, noon: (day: string) => number): unknown[] {
  return text
    .split(/[；;→]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', from, until] = part.split(/[\s～~]+/)
      const at = (said: string | undefined): number | null => {
        const day = dayOf(said ?? '')
        return day === null ? null : noon(day)
      }
      return { name, startedAt: at(from), endedAt: at(until) }
    })
}
