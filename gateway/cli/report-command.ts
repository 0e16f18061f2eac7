import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { readHall } from '../config.ts'
import { headlineWords, comparedWords, spanWords, adviceWords, adviceBasisWords } from '../contract/report-words.ts'
import { dayAt } from '../contract/hall-time.ts'
import { type ReportKind, type ReportView, reportKinds } from '../contract/reports.ts'
import { buildHallModel } from '../domain/hall-model.ts'
import { placesData } from '../domain/reports/hall-places.ts'
import { type Span, spanAt } from '../domain/reports/span.ts'
import { buildReport } from '../reports/build-report.ts'
import { reportBook } from '../reports/report-book.ts'
import { kindTitles, reportColumns } from '../reports/report-columns.ts'
import { reportCsv } from '../reports/report-csv.ts'
import type { SumLogDone, SumLogJob } from '../reports/sum-log-worker.ts'
import { runApart } from '../work/run-apart.ts'
import { openDaySums } from '../store/day-sums.ts'
import { hallFile } from '../store/open-hall-file.ts'
import { valueOf } from './value-of.ts'

const usage = `用法：npm run tingshi -- report 2026-03-17 [--by queue,department] [--xlsx 文件] [--csv 文件]
  2026-03-17 是一天，2026-03 是一月，2026 是一年；--week 是那一天所在的一周
  --by  还要列出哪些：${reportKinds.filter((kind) => kind !== 'hall').join(' ')}
网关开着或关着都可以；还没结算的天先结算。`

/** Summing the log of a year takes minutes. */
const LIMITS = { within: 3_600_000, memoryMb: 512 }

/** `report`: the figures of some days, read or as a file. 0 = there are some. */
export async function reportCommand(
  args: string[],
  { dataDir, hallDir }: { dataDir: string; hallDir: string },
  now: number,
): Promise<number> {
  if (args.includes('--help') || args.length === 0) {
    console.log(usage)
    return args.includes('--help') ? 0 : 2
  }
  const span = spanIn(args)
  const kinds = kindsIn(valueOf(args, '--by') ?? 'queue')
  if (span === null || kinds === null) {
    console.error(span === null ? `看不懂要哪几天。\n${usage}` : `--by 只能写：${reportKinds.join(' ')}。`)
    return 2
  }
  const read = readHall(hallDir)
  if (!read.ok || !existsSync(hallFile(dataDir))) {
    console.error(
      read.ok
        ? `${dataDir} 里没有日志。请看 TINGSHI_DATA 写得对不对。`
        : '大厅文件夹有错，先运行：npm run tingshi -- check',
    )
    return 1
  }
  const hallModel = buildHallModel(read.hall, read.matters, false)
  const job: SumLogJob = { dataDir, places: placesData(hallModel) }
  await runApart<SumLogDone>(new URL('../reports/sum-log-worker.ts', import.meta.url), job, LIMITS)
  const sums = openDaySums(dataDir)
  try {
    const report = await buildReport(hallModel, sums, { span, kinds, part: null })
    const today = dayAt(now, read.hall.timeZone)
    for (const line of lines(report, read.hall.name, today)) console.log(line)
    if (report.days === 0) return 1
    const [book, csv] = [valueOf(args, '--xlsx'), valueOf(args, '--csv')]
    if (book !== null && !write(book, await reportBook(report, read.hall.name, today))) return 1
    if (csv !== null && !write(csv, reportCsv(report, read.hall.name))) return 1
    return 0
  } finally {
    sums.close()
  }
}

function spanIn(args: readonly string[]): Span | null {
  const at = args.find((word) => /^\d{4}(-\d\d){0,2}$/.test(word)) ?? ''
  const span = args.includes('--week') ? 'week' : at.length === 10 ? 'day' : at.length === 7 ? 'month' : 'year'
  return spanAt(span, at)
}
function kindsIn(said: string): ReportKind[] | null {
  const kinds = said.split(',').map((one) => reportKinds.find((kind) => kind === one.trim()))
  return kinds.includes(undefined) ? null : kinds.flatMap((kind) => kind ?? [])
}

function lines(report: ReportView, hallName: string, today: string): string[] {
  if (report.days === 0) return [`${spanWords(report)}没有数。一天过了零点才结算。`]
  const figure = (value: number | null, isShare: boolean): string =>
    value === null ? '—' : isShare ? `${(value * 100).toFixed(1)} %` : String(Math.round(value * 10) / 10)
  const shown = reportColumns.filter((one) => one.kind !== 'sum' || one.isWhole)
  return [
    `${hallName} ${spanWords(report)}`,
    headlineWords(report, today),
    comparedWords(report),
    ...shown.map((one) => `  ${one.title} ${figure(one.value(report.whole), one.kind === 'ratio' && one.isShare)}`),
    ...report.rows.flatMap(({ kind, items }) => [
      `${kindTitles[kind]}：`,
      ...items.map(
        (row) =>
          `  ${row.key} ${row.name}：取号 ${row.taken}，平均等 ${figure(row.waitMean, false)} 分，承诺内 ${figure(row.within, true)}`,
      ),
    ]),
    ...report.advice.flatMap((one) => [adviceWords(one), `  ${adviceBasisWords(one)}`]),
  ]
}

function write(file: string, content: Buffer | string): boolean {
  try {
    writeFileSync(`${file}.part`, content)
    renameSync(`${file}.part`, file)
    console.log(`存好了：${file}`)
    return true
  } catch {
    console.error(`写不了文件 ${file}。请检查文件夹和权限，并关掉正在打开它的表格软件。`)
    return false
  }
}
