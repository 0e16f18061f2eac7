import { clockAt, minuteOf } from '../contract/hall-time.ts'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readHall } from '../config.ts'
import { buildHallModel } from '../domain/hall-model.ts'
import { emptyOffice } from '../domain/office-state.ts'
import { ordinary } from '../domain/simulation/day-plan.ts'
import { hallReport } from '../domain/simulation/hall-report.ts'
import { type Witness, openSimulation } from '../domain/simulation/run-hall.ts'
import { readArrivalProfile } from '../hall/read-arrivals.ts'
import { driveGateway } from './drive-gateway.ts'
import { reportLines } from './report-lines.ts'
import { monotonic } from '../time.ts'

const usage = `用法：npm run tingshi -- simulate [--hall 文件夹] [--days 天数] [--tickets 每天号数] [--seed 种子] [--json]
                                    [--speed max|倍数] [--url 网址 --token 口令]
模拟整天的大厅：来人、叫号、办理、过号、暂停、午休。星期一多 42%。
  --speed max   几秒钟算完，打印报告；种子相同，报告相同
  --speed 60    用口令驱动正在运行的大厅，比真实快 60 倍`

/** `simulate`: days of a hall in seconds with a report, or a running hall driven faster than life. */
export async function simulateCommand(args: string[], settings: { hallDir: string }): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      hall: { type: 'string' },
      days: { type: 'string', default: '1' },
      tickets: { type: 'string' },
      seed: { type: 'string', default: '1' },
      speed: { type: 'string', default: 'max' },
      url: { type: 'string' },
      token: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const days = Number(values.days)
  const seed = Number(values.seed)
  const ticketsPerDay = values.tickets === undefined ? ordinary.ticketsPerDay : Number(values.tickets)
  const speed = values.speed === 'max' ? null : Number(values.speed)
  const isCount = (count: number, most: number): boolean => Number.isInteger(count) && count >= 1 && count <= most
  if (
    !isCount(days, 366) ||
    !isCount(ticketsPerDay, 100_000) ||
    !Number.isInteger(seed) ||
    (speed !== null && !(speed > 0))
  ) {
    console.error(usage)
    return 2
  }
  const read = readHall(values.hall === undefined ? settings.hallDir : resolve(values.hall))
  if (!read.ok) {
    console.error('大厅文件夹有错误。请先运行：npm run tingshi -- check')
    return 1
  }
  const hallModel = buildHallModel(read.hall, read.matters, false)
  const habits = { ...ordinary, ticketsPerDay }
  const report = hallReport(hallModel)
  const profile = readArrivalProfile()
  const open = (witness: Witness | null) =>
    openSimulation({ hallModel, profile, habits, days, seed, state: emptyOffice(), witness, onFact: report.learn })
  const isTty = process.stderr.isTTY
  if (speed !== null) {
    if (values.url === undefined || values.token === undefined) {
      console.error('请给出正在运行的大厅：--url 网址 --token 口令')
      return 2
    }
    const stop = new AbortController()
    process.once('SIGINT', () => stop.abort())
    const to = {
      url: values.url,
      token: values.token,
      speed,
      signal: stop.signal,
      pauses: [500, 1000, 2000, 4000, 8000, 8000, 8000],
    }
    const clock = (at: number): string => clockAt(at, read.hall.timeZone)
    const { open: opens, close: closes } = read.hall.hours
    const shareAt = (at: string): number => (minuteOf(at) - minuteOf(opens)) / (minuteOf(closes) - minuteOf(opens))
    const done = await driveGateway(open, to, ({ given, refused, now, lateMinutes }) => {
      if (!isTty) return
      const late = lateMinutes >= 2 ? `，电脑跟不上，晚了 ${Math.round(lateMinutes)} 分钟` : ''
      const words = `${clock(now)}  已执行 ${given} 个操作，${refused} 个没有被接受${late}`
      process.stderr.write(`\r${progressBar(shareAt(clock(now)))} ${words}\u001b[K`)
    })
    if (isTty) process.stderr.write('\n')
    console.log(`共执行 ${done.given} 个操作，${done.refused} 个没有被接受`)
    return 0
  }
  const simulation = open(null)
  const from = simulation.nextAt ?? 0
  const whole = days * 24 * 3_600_000 * 1.4
  let shownAt = 0
  while (simulation.nextAt !== null) {
    simulation.step()
    if (isTty && monotonic() - shownAt > 100) {
      shownAt = monotonic()
      const share = Math.min(1, (simulation.now - from) / whole)
      process.stderr.write(`\r${progressBar(share)} ${Math.round(share * 100)}%\u001b[K`)
    }
  }
  if (isTty) process.stderr.write('\r\u001b[K')
  console.log(values.json ? JSON.stringify(report.report(), null, 2) : reportLines(report.report()).join('\n'))
  return 0
}

/** Thirty blocks of a terminal's line; `share` 0…1. */
const progressBar = (share: number): string =>
  `[${'█'.repeat(Math.round(Math.max(0, Math.min(1, share)) * 30)).padEnd(30, '·')}]`
