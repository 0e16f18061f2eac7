import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { LoggedEvent } from '../../gateway/domain/events.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { ordinary } from '../../gateway/domain/simulation/day-plan.ts'
import { openSimulation } from '../../gateway/domain/simulation/run-hall.ts'
import { spanOf } from '../../gateway/domain/reports/span.ts'
import { readArrivalProfile } from '../../gateway/hall/read-arrivals.ts'
import { buildReport } from '../../gateway/reports/build-report.ts'
import { columnName, reportBook } from '../../gateway/reports/report-book.ts'
import { reportColumns } from '../../gateway/reports/report-columns.ts'
import { reportCsv } from '../../gateway/reports/report-csv.ts'
import { dayOf } from '../../gateway/sheets/read-time.ts'
import { readTables } from '../../gateway/sheets/read-tables.ts'
import { sumsOf } from '../support/sums-of-log.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const hallModel = tinyHallModel(false)
const HALL = hallModel.hall.name

/** A month of a small hall that was played. */
async function playedMonth() {
  const log: LoggedEvent[] = []
  const simulation = openSimulation({
    hallModel,
    profile: readArrivalProfile(),
    habits: { ...ordinary, ticketsPerDay: 60, transfer: 0.1 },
    days: 6,
    seed: 5,
    state: emptyOffice(),
    witness: null,
    onFact: (event, at) =>
      void log.push(structuredClone({ ...event, seq: log.length + 1, at, actor: 'played', commandId: null })),
  })
  while (simulation.nextAt !== null) simulation.step()
  const day = log.find((event) => event.type === 'day-opened')
  const span = spanOf('month', day?.type === 'day-opened' ? day.day : '')
  return buildReport(hallModel, await sumsOf(log, hallModel), { span, kinds: ['queue', 'counter'], part: null })
}
const month = playedMonth()

/** The cells of a sheet by their places: what is written, or its formula. */
function cellsOf(book: Buffer, sheet: number): Map<string, { value: string; formula: string | null }> {
  const files = unzipSync(new Uint8Array(book))
  const xml = new TextDecoder().decode(files[`xl/worksheets/sheet${sheet}.xml`])
  const cells = xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>(.*?)<\/c>)/gs)
  return new Map(
    [...cells].map(([, place = '', inside = '']) => [
      place,
      { value: /<v>(.*?)<\/v>/s.exec(inside)?.[1] ?? '', formula: /<f>(.*?)<\/f>/s.exec(inside)?.[1] ?? null },
    ]),
  )
}
const unescaped = (formula: string): string => formula.replaceAll('&quot;', '"')

/** Works out what a spreadsheet would: SUM(…) and IF(…=0,"",…/…) over cells that may be such formulas themselves. */
function worth(cells: ReturnType<typeof cellsOf>, place: string): number | null {
  const cell = cells.get(place)
  if (!cell) return null
  if (cell.formula === null) return cell.value === '' ? null : Number(cell.value)
  const formula = unescaped(cell.formula)
  const sum = /^=?SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)$/.exec(formula)
  if (sum) {
    let total = 0
    for (let line = Number(sum[2]); line <= Number(sum[3]); line += 1) total += worth(cells, `${sum[1]}${line}`) ?? 0
    return total
  }
  const ratio = /^=?IF\(([A-Z]+\d+)=0,"",([A-Z]+\d+)\/\1\)$/.exec(formula)
  if (!ratio) throw new Error(`what is ${formula}?`)
  const under = worth(cells, ratio[1] ?? '') ?? 0
  return under === 0 ? null : (worth(cells, ratio[2] ?? '') ?? 0) / under
}

test('RP7 a workbook has a sheet for each kind, with numbers, and formulas that come to the figures of the report', async () => {
  const report = await month
  const book = await reportBook(report, HALL, '2026-05-01')
  const queues = report.rows[0]?.items ?? []
  const cells = cellsOf(book, 3)
  const total = queues.length + 2
  let formulas = 0
  for (const [nth, column] of reportColumns.entries()) {
    const name = columnName(2 + nth)
    for (const [line, row] of queues.entries()) {
      const wanted = column.value(row)
      const found = worth(cells, `${name}${line + 2}`)
      if (wanted === null) expect(found, `${column.title} ${row.key}`).toBeNull()
      else expect(found, `${column.title} ${row.key}`).toBeCloseTo(wanted, column.kind === 'ratio' ? 3 : 6)
      if (cells.get(`${name}${line + 2}`)?.formula) formulas += 1
    }
    if (column.kind !== 'sum') continue
    const sum = queues.reduce((all, row) => all + (column.value(row) ?? 0), 0)
    expect(worth(cells, `${name}${total}`), column.title).toBeCloseTo(sum, 6)
  }
  expect(formulas).toBeGreaterThan(queues.length * 5)
  // A mean of the sums is that of all visitors, not the mean of means.
  const waited = columnName(2 + reportColumns.findIndex(({ title }) => title === '平均等（分）'))
  const all = queues.reduce((sum, { waitMean, called }) => sum + (waitMean ?? 0) * called, 0)
  expect(worth(cells, `${waited}${total}`)).toBeCloseTo(all / queues.reduce((sum, { called }) => sum + called, 0), 6)
})

test('RP7 days are real dates, and the first sheet says how figures are counted', async () => {
  const report = await month
  const read = readTables(new Uint8Array(await reportBook(report, HALL, '2026-05-01')))
  if (!read.ok) throw new Error(read.message)
  expect(read.tables.map(({ name }) => name)).toEqual(['概况', '每天', '队列', '窗口'])
  const [first, days] = read.tables
  expect(JSON.stringify(first?.rows)).toContain('撤销的一步不算')
  expect(dayOf(days?.rows[1]?.[0])).toBe(report.byDay[0]?.day)
  // A number of days, as a spreadsheet counts them, and not a text.
  expect(cellsOf(await reportBook(report, HALL, '2026-05-01'), 2).get('A2')?.value).toMatch(/^4\d{4}/)
})

test('RP7 the csv has every figure of every part and day, and no cell that a spreadsheet runs', async () => {
  const report = await month
  const text = reportCsv(
    {
      ...report,
      rows: report.rows.map((one) => ({
        ...one,
        items: one.items.map((row) => ({ ...row, name: `=1+1,"${row.name}"` })),
      })),
    },
    HALL,
  )
  expect(text.startsWith('\ufeff分类,编号,名称,取号,')).toBe(true)
  expect(text).toContain(`"'=1+1,""`)
  const read = readTables(new TextEncoder().encode(text))
  if (!read.ok) throw new Error(read.message)
  const rows = read.tables[0]?.rows ?? []
  const kinds = Map.groupBy(rows, ([kind]) => String(kind))
  expect(kinds.get('每天')).toHaveLength(report.days)
  expect(kinds.get('全厅')?.length).toBe(1 + report.halves.length)
  const [whole] = kinds.get('全厅') ?? []
  const figures = (whole ?? [])
    .slice(3)
    .map((one) => (one === null ? null : Number(typeof one === 'object' && 'number' in one ? one.number : one)))
  for (const [nth, { value, title }] of reportColumns.entries()) {
    const wanted = value(report.whole)
    if (wanted !== null) expect(figures[nth], title).toBeCloseTo(wanted, 2)
  }
})

test('RP6 lights are counted for the hall and their department, on the day on which they changed', async () => {
  const base = { actor: 'hall', commandId: null }
  const at = Date.UTC(2026, 2, 18, 2, 0)
  const light = (caseId: string, to: string, departmentName = '市场监督管理局') => ({
    type: 'light-changed',
    caseId,
    matterName: 'x',
    departmentName,
    to,
    why: 'overdue',
    cause: 'day',
    step: null,
    used: 1,
    limitDays: 1,
    dueOn: '2026-03-18',
    approximate: false,
    procedure: null,
    pausedFrom: null,
  })
  const facts = [
    { type: 'day-opened', day: '2026-03-18' },
    light('c1', 'yellow'),
    light('c1', 'red'),
    light('c2', 'red', '别处的局'),
    light('c1', 'paused'),
    light('c1', 'closed'),
    { type: 'case-answered', caseId: 'c1', by: '王*', words: '明天' },
    { type: 'day-opened', day: '2026-03-19' },
  ]
  const log = facts.map((fact, nth) => ({ ...base, ...fact, seq: nth + 1, at: at + nth })) as unknown as LoggedEvent[]
  const span = spanOf('day', '2026-03-18')
  const report = await buildReport(hallModel, await sumsOf(log, hallModel), { span, kinds: ['department'], part: null })
  expect(report.whole).toMatchObject({ yellows: 1, reds: 2, lightAnswers: 1 })
  expect(report.rows[0]?.items).toMatchObject([{ key: 'scjg', yellows: 1, reds: 1, lightAnswers: 1 }])
})
