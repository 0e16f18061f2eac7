import type { ReportRow, ReportView } from '../contract/reports.ts'
import { marked } from '../sheets/neutral-cell.ts'
import { kindTitles, reportColumns } from './report-columns.ts'

/** Excel takes a csv for UTF-8 only with this before it. */
const BOM = '\ufeff'
const cell = (text: string): string => {
  const safe = marked(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
/** Exact to a thousandth; a share as 0.953. */
const figure = (value: number | null): string => (value === null ? '' : String(Math.round(value * 1_000) / 1_000))
const clock = (half: number): string =>
  `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`

/** All figures of a report in one file: 全厅, 每天, then each part of the hall; the half hours below, with headings of their own. */
export function reportCsv(report: ReportView, hallName: string): string {
  const line = (kind: string, key: string, name: string, row: ReportRow): string =>
    [kind, key, name, ...reportColumns.map(({ value }) => figure(value(row)))].map(cell).join(',')
  const own = report.part
    ? { kind: kindTitles[report.part.kind], name: report.part.name }
    : { kind: kindTitles.hall, name: hallName }
  const rows = [
    ['分类', '编号', '名称', ...reportColumns.map(({ title }) => title)].map(cell).join(','),
    line(own.kind, report.part?.key ?? '', own.name, report.whole),
    ...report.byDay.filter(({ day }) => day >= report.from).map(({ day, whole }) => line('每天', day, own.name, whole)),
    ...report.rows.flatMap(({ kind, items }) => items.map((row) => line(kindTitles[kind], row.key, row.name, row))),
  ]
  const halves = [
    [
      '分类',
      '编号',
      '名称',
      '半小时',
      '取号',
      '叫到',
      '一半人等不到（分）',
      '九成人等不到（分）',
      '平均排队（人）',
      '忙',
    ],
    ...report.halves.map((half) => halfLine(own.kind, report.part?.key ?? '', own.name, half)),
    ...report.queueHalves.flatMap(({ key, name, halves: of }) => of.map((half) => halfLine('队列', key, name, half))),
    ...report.counterHalves.flatMap(({ key, halves: of }) =>
      of.map((half) => halfLine('窗口', key, `${key} 号窗口`, half)),
    ),
  ].map((cells) => cells.map(cell).join(','))
  return `${BOM}${[...rows, '', ...halves].join('\r\n')}\r\n`
}

function halfLine(kind: string, key: string, name: string, half: ReportView['halves'][number]): string[] {
  const { taken, called, below50, below90, waiting, load } = half
  return [kind, key, name, clock(half.half), ...[taken, called, below50, below90, waiting, load].map(figure)]
}
