import writeXlsxFile from 'write-excel-file/node'
import { comparedWords, headlineWords, spanWords } from '../contract/report-words.ts'
import type { ReportRow, ReportView } from '../contract/reports.ts'
import { marked } from '../sheets/neutral-cell.ts'
import { type ReportColumn, countingNotes, kindTitles, reportColumns } from './report-columns.ts'

type Cell =
  | { value: string; type: typeof String; fontWeight?: 'bold' }
  | { value: number; type: typeof Number; format: string }
  | { value: Date; type: typeof Date; format: string }
  | { value: string; type: 'Formula'; format: string }
  | null

const FIGURES_FROM = 2
const formatOf = (column: ReportColumn): string =>
  column.kind === 'ratio'
    ? column.isShare
      ? '0.0%'
      : '0.0'
    : column.kind === 'sum' && !column.isWhole
      ? '#,##0.0'
      : '#,##0'
const words = (text: string): Cell => ({ value: marked(text), type: String })
const bold = (text: string): Cell => ({ value: marked(text), type: String, fontWeight: 'bold' })
const number = (value: number | null, format: string): Cell => (value === null ? null : { value, type: Number, format })

/** A, B … Z, AA. */
export function columnName(nth: number): string {
  const rest = nth % 26
  const own = String.fromCharCode(65 + rest)
  return nth < 26 ? own : columnName(Math.floor(nth / 26) - 1) + own
}
const placeOf = (id: string): string =>
  columnName(FIGURES_FROM + reportColumns.findIndex((one) => one.kind === 'sum' && one.id === id))

/** A figure of a row: a number, or what the workbook works out of others of its row. */
function figure(column: ReportColumn, row: ReportRow, line: number): Cell {
  if (column.kind !== 'ratio') return number(column.value(row), formatOf(column))
  return ratio(column, line)
}
function ratio({ part, of, ...column }: Extract<ReportColumn, { kind: 'ratio' }>, line: number): Cell {
  const [over, under] = [`${placeOf(part)}${line}`, `${placeOf(of)}${line}`]
  return { value: `=IF(${under}=0,"",${over}/${under})`, type: 'Formula', format: formatOf({ ...column, part, of }) }
}

const HEAD_LINE = 1
/** A table of figures with its sums below; means and shares of the sums are worked out of the sums. */
function table(first: [string, string], rows: readonly (readonly [Cell, Cell, ReportRow])[]): Cell[][] {
  const from = HEAD_LINE + 1
  const until = HEAD_LINE + rows.length
  const total = until + 1
  return [
    [...first, ...reportColumns.map(({ title }) => title)].map(bold),
    ...rows.map(([key, name, row], nth) => [key, name, ...reportColumns.map((one) => figure(one, row, from + nth))]),
    ...(rows.length === 0 ? [] : [[bold('合计'), null, ...reportColumns.map((one, nth) => sumOf(one, nth))]]),
  ]
  function sumOf(column: ReportColumn, nth: number): Cell {
    if (column.kind === 'plain') return null
    if (column.kind === 'ratio') return ratio(column, total)
    const name = columnName(FIGURES_FROM + nth)
    return { value: `=SUM(${name}${from}:${name}${until})`, type: 'Formula', format: formatOf(column) }
  }
}

/** The whole of the report on its first sheet: a line for each figure. */
function firstSheet(report: ReportView, hallName: string, today: string): Cell[][] {
  return [
    [bold(`${hallName} ${spanWords(report)}`)],
    [words(headlineWords(report, today))],
    [words(comparedWords(report))],
    ...(report.demo ? [[words('其中有演示的数：示例大厅自带的过去。')]] : []),
    [],
    [bold('指标'), bold('本期'), bold('对比')],
    ...reportColumns.map((column): Cell[] => [
      words(column.title),
      number(column.value(report.whole), formatOf(column)),
      report.compared ? number(column.value(report.compared.whole), formatOf(column)) : null,
    ]),
    [],
    [bold('怎么数的')],
    ...countingNotes(report.promise).map((note): Cell[] => [words(note)]),
  ]
}

/** A report as a workbook: real numbers, dates and shares, and means that follow when a row is taken out. `today` 2026-03-18. */
export function reportBook(report: ReportView, hallName: string, today: string): Promise<Buffer> {
  const days = report.byDay
    .filter(({ day }) => day >= report.from)
    .map(({ day, whole }): [Cell, Cell, ReportRow] => [
      { value: new Date(`${day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' },
      words(report.part?.name ?? hallName),
      whole,
    ])
  const sheets = [
    {
      sheet: '概况',
      data: firstSheet(report, hallName, today),
      columns: [{ width: 26 }, { width: 14 }, { width: 14 }],
    },
    { sheet: '每天', data: table(['日期', '名称'], days), ...wide },
    ...report.rows.map(({ kind, items }) => ({
      sheet: kindTitles[kind],
      data: table(
        ['编号', '名称'],
        items.map((row) => [words(row.key), words(row.name), row] as const),
      ),
      ...wide,
    })),
  ]
  return writeXlsxFile(sheets as never).toBuffer()
}
const wide = { stickyRowsCount: 1, stickyColumnsCount: 2, columns: [{ width: 14 }, { width: 26 }] }
