import { isNoLimit, readLimit } from '../catalogue/import/read-limit.ts'
import { type CaseReport, type CaseStatus, caseReport } from '../contract/cases.ts'
import type { LimitUnit } from '../contract/matter.ts'
import { clean, cleanLines } from '../sheets/clean-text.ts'
import { type Header, findColumns } from '../sheets/find-columns.ts'
import { field } from '../sheets/headings.ts'
import { codeText, unmarked } from '../sheets/neutral-cell.ts'
import { isNothing } from '../sheets/no-value.ts'
import { readTables } from '../sheets/read-tables.ts'
import { dayOf, momentOf } from '../sheets/read-time.ts'
import { type Cell, type Table, damaged, isDamaged, isEmptyCell, isEmptyRow, textOf } from '../sheets/table.ts'

const fields = [
  field('receipt', '受理号', 'receipt 受理编号 受理单号 受理流水号 办件编号 办件号 业务流水号 业务编号 流水号'),
  field('last4', '证件后四位', 'last4 后四位 证件号后四位 证件号码后四位 身份证后四位'),
  field('code', '查询码', 'code queryCode'),
  field('matterName', '事项名称', 'matterName 事项 办理事项 办件名称 业务名称'),
  field('departmentName', '部门', 'departmentName 受理部门 实施主体 办理部门 承办部门 承办单位 受理单位 单位'),
  field('status', '状态', 'status 办件状态 当前状态 办理状态'),
  field('advice', '下一步', 'advice 提示 请您 温馨提示'),
  field('acceptedOn', '受理日期', 'acceptedOn 受理时间'),
  field('promisedDays', '承诺时限', 'promisedDays 承诺办结时限 承诺期限'),
  field('statutoryDays', '法定时限', 'statutoryDays 法定办结时限 法定期限'),
  field('steps', '环节', 'steps 办理环节 办理进度 流程'),
  field('finishedOn', '办结日期', 'finishedOn 办结时间'),
  field('applicant', '申请人', 'applicant 申请单位 申请人姓名 申请主体'),
  field('pauses', '特别程序', 'pauses 停表 中止 特殊环节'),
  field('reportedAt', '更新时间', 'reportedAt 更新日期 数据时间'),
] as const
type Column = (typeof fields)[number]['key']

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

/** What a case's words mean in the hall. */
export interface CaseTime {
  /** Epoch ms of a clock (10:00) on a day in the hall. */
  at(day: string, clock: string): number
  /** A limit of another unit in working days, for a case that was accepted on this day. */
  workingDays(acceptedOn: string, limit: { days: number; unit: LimitUnit }): number
}

export interface CaseSheet {
  cases: CaseReport[]
  refused: { row: number; message: string }[]
  /** What of the file was left out, in words. */
  notes: string[]
}

/**
 * Cases from a csv or xlsx file, one on each row, from all sheets with a fitting heading; 环节 holds
 * `受理 2026-03-02 2026-03-03；审查 2026-03-03 限5天；决定`, each with its first and last day and its limit; 特别程序 holds
 * `听证 2026-03-05 2026-03-10；检测 2026-03-12`. `fileTime` (epoch ms) stands in where a row has no 更新时间.
 * Refuses in words.
 */
export async function readCaseSheet(
  bytes: Uint8Array,
  fileTime: number,
  time: CaseTime,
): Promise<({ ok: true } & CaseSheet) | { ok: false; message: string }> {
  const read = readTables(bytes)
  if (!read.ok) return read
  const found = read.tables.flatMap((table) => {
    const header = findColumns<Column>(table, {
      fields,
      needed: (columns) => columns.has('receipt') && columns.has('matterName'),
    })
    return header ? [{ table, header }] : []
  })
  const notes = read.notes.join('')
  const [first] = found
  if (!first)
    return {
      ok: false,
      message: `表头缺少“受理号、事项名称”。第一行要有：${fields.map(({ title }) => title).join('、')}。${notes}`,
    }
  const absent = needed.filter((key) => !first.header.columns.has(key))
  if (absent.length > 0)
    return { ok: false, message: `表头缺少“${absent.map((key) => saidAs.get(key) ?? key).join('、')}”。${notes}` }
  const sheets = found.filter(({ header }) => needed.every((key) => header.columns.has(key)))
  const readSheets = sheets.map(({ table, header }) => readRows(table, header, fileTime, time))
  return {
    ok: true,
    cases: readSheets.flatMap(({ cases }) => cases),
    refused: readSheets.flatMap(({ refused }, nth) =>
      refused.map(({ row, message }) => ({
        row,
        message: sheets.length > 1 ? `（“${sheets[nth]?.table.name ?? ''}”表）${message}` : message,
      })),
    ),
    notes: read.notes,
  }
}
const needed = ['departmentName', 'status', 'acceptedOn', 'steps'] as const

function readRows(
  table: Table,
  { first, columns }: Header<Column>,
  fileTime: number,
  time: CaseTime,
): Omit<CaseSheet, 'notes'> {
  const result: Omit<CaseSheet, 'notes'> = { cases: [], refused: [] }
  for (const [index, cells] of table.rows.entries()) {
    if (index < first || isEmptyRow(cells)) continue
    if (isDamaged(cells)) {
      result.refused.push({ row: index + 1, message: damaged })
      continue
    }
    const cell = (key: Column): Cell => cells[columns.get(key) ?? -1] ?? null
    const at = (key: Column): string => {
      const text = clean(unmarked(textOf(cell(key))))
      return isNothing(text) ? '' : text
    }
    const acceptedOn = dayOf(cell('acceptedOn'))
    const finishedOn = dayOf(cell('finishedOn'))
    const reported = isEmptyCell(cell('reportedAt')) ? fileTime : momentOf(cell('reportedAt'), time.at)
    const limit = (key: 'promisedDays' | 'statutoryDays'): number | null => {
      const said = readLimit(at(key))
      if (said === null) return isNoLimit(at(key)) ? null : -1
      if (said.unit === null || said.unit === '工作日') return Math.ceil(said.days)
      return acceptedOn === null ? null : time.workingDays(acceptedOn, { days: said.days, unit: said.unit })
    }
    const one = caseReport.safeParse({
      receipt: clean(codeText(textOf(cell('receipt')))),
      last4: last4Of(cell('last4')),
      code: clean(codeText(textOf(cell('code')))) || null,
      matterName: at('matterName'),
      departmentName: at('departmentName'),
      status: statuses.get(at('status')) ?? at('status'),
      advice: at('advice') || null,
      acceptedOn: acceptedOn ?? '',
      promisedDays: limit('promisedDays'),
      statutoryDays: limit('statutoryDays'),
      applicant: at('applicant') || null,
      pauses: pausesOf(cleanLines(textOf(cell('pauses')))),
      steps: stepsOf(cleanLines(textOf(cell('steps'))), time),
      finishedAt: finishedOn === null ? null : time.at(finishedOn, NOON),
      reportedAt: reported === null ? -1 : Math.floor(reported),
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

/** A day without a clock is its noon. */
const NOON = '12:00'

/** A spreadsheet takes 0123 for the number 123. */
function last4Of(cell: Cell): string | null {
  const text = clean(codeText(textOf(cell)))
  if (text === '') return null
  return typeof cell === 'object' && cell !== null && /^\d{1,3}$/.test(text) ? text.padStart(4, '0') : text
}

const partsOf = (text: string): string[] =>
  text
    .split(/[；;→\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** A step that names a day which is none is told and not taken as not begun. */
function stepsOf(text: string, time: CaseTime): unknown[] {
  return partsOf(text).map((part) => {
    const limit = /[（(]?限\s*(\d{1,3})\s*(?:个工作日|工作日|天)[）)]?/.exec(part)
    const [name = '', from, until] = part
      .replace(limit?.[0] ?? '', '')
      .trim()
      .split(/[\s～~至]+/)
    const at = (said: string | undefined): number | null => {
      if (said === undefined) return null
      const day = dayOf(said)
      return day === null ? -1 : time.at(day, NOON)
    }
    return { name, startedAt: at(from), endedAt: at(until), limitDays: limit ? Number(limit[1]) : null }
  })
}

/** Each with its first and last day; without a last day it still goes on. A day that is none is told. */
const pausesOf = (text: string): unknown[] =>
  partsOf(text).map((part) => {
    const [name = '', from, until] = part.split(/[\s～~至]+/)
    return { name, from: dayOf(from ?? '') ?? '', until: until === undefined ? null : (dayOf(until) ?? '') }
  })
