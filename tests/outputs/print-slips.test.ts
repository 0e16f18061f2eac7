import { expect, test } from 'vitest'
import type { Report } from '../../gateway/contract/commands.ts'
import type { PrintResult, PrinterDriver } from '../../gateway/devices/printer/printer-driver.ts'
import { type SlipJob, type SlipPrinting, runPrinter } from '../../gateway/outputs/print-slips.ts'

const fine = { code: 'ok', paper: 'enough' } as const
const empty = { code: 'paper-out', paper: 'out' } as const

/** A printer whose next answers the test decides, and slips that live in a list as they do in the state. */
function bench(ids: string[]) {
  const slips = new Map(ids.map((id) => [id, 'queued']))
  const diary: string[] = []
  const handedOver: string[] = []
  const broken: unknown[] = []
  const box = { paper: true, cutAfterStart: false }
  const printer: PrinterDriver = {
    ask: async () => (box.paper ? fine : empty),
    async print(_, ready): Promise<PrintResult> {
      if (!box.paper) return { outcome: 'failed', fault: 'paper-out', condition: empty }
      await ready()
      diary.push('bytes')
      return box.cutAfterStart
        ? { outcome: 'unknown', fault: 'offline', condition: null }
        : { outcome: 'printed', fault: null, condition: fine }
    },
  }
  const parts: SlipPrinting = {
    jobs: (printerId) =>
      [...slips].flatMap(([ticketId, state]): SlipJob[] =>
        state === 'queued' || state === 'failed' ? [{ ticketId, copy: 1, printerId, state }] : [],
      ),
    encode: async () => new Uint8Array(),
    report: async (report: Extract<Report, { type: 'report-slip' }>) => {
      if (slips.get(report.ticketId) !== report.outcome) diary.push(`${report.ticketId} ${report.outcome}`)
      slips.set(report.ticketId, report.outcome)
    },
    begin: async ({ ticketId }) => {
      if (!['queued', 'failed'].includes(slips.get(ticketId) ?? '')) return false
      diary.push(`${ticketId} printing`)
      slips.set(ticketId, 'printing')
      return true
    },
    isOff: () => false,
    handOver: async ({ ticketId }) => void handedOver.push(ticketId),
    onCondition: async () => {},
    onBroken: (error) => void broken.push(error),
  }
  return { slips, diary, box, handedOver, broken, printer, parts }
}
const until = async (check: () => boolean): Promise<void> => {
  while (!check()) await new Promise((done) => setTimeout(done, 5))
}

test('D9 `printing` is written before the bytes leave, one slip at a time', async () => {
  const { diary, printer, parts, slips } = bench(['a', 'b'])
  const runner = runPrinter('PR1', printer, parts, 60_000)
  runner.wake()
  await until(() => slips.get('b') === 'printed')
  expect(diary).toEqual(['a printing', 'bytes', 'a printed', 'b printing', 'bytes', 'b printed'])
  await runner.stop()
})

test('D7 a slip that failed is printed once when the paper is back', async () => {
  const { diary, printer, parts, slips, box } = bench(['a', 'b'])
  box.paper = false
  const runner = runPrinter('PR1', printer, parts, 10)
  runner.wake()
  await until(() => slips.get('b') === 'failed')
  box.paper = true
  await until(() => slips.get('b') === 'printed')
  expect(diary).toEqual([
    'a failed',
    'b failed',
    'a printing',
    'bytes',
    'a printed',
    'b printing',
    'bytes',
    'b printed',
  ])
  await runner.stop()
})

test('D3 an unknown slip is not printed again by itself', async () => {
  const { diary, printer, parts, slips, box } = bench(['a'])
  box.cutAfterStart = true
  const runner = runPrinter('PR1', printer, parts, 10)
  runner.wake()
  await until(() => slips.get('a') === 'unknown')
  box.cutAfterStart = false
  runner.wake()
  await new Promise((done) => setTimeout(done, 60))
  expect(diary.filter((line) => line === 'bytes')).toHaveLength(1)
  await runner.stop()
})

test('D8 a printer that never answers keeps nobody else from printing', async () => {
  const dead = bench(['a'])
  dead.printer.print = () => new Promise(() => {})
  const alive = bench(['b'])
  const runners = [
    runPrinter('PR1', dead.printer, dead.parts, 60_000),
    runPrinter('PR2', alive.printer, alive.parts, 60_000),
  ]
  for (const runner of runners) runner.wake()
  await until(() => alive.slips.get('b') === 'printed')
  expect(dead.slips.get('a')).toBe('queued')
  await runners[1]?.stop()
})

test('D13 what became of a slip is written down as soon as that works again, and nothing is printed before', async () => {
  const { slips, diary, broken, printer, parts } = bench(['a', 'b'])
  let diskFull = true
  const report = parts.report
  parts.report = (one) => (diskFull ? Promise.reject(new Error('disk full')) : report(one))
  const runner = runPrinter('PR1', printer, parts, 10)
  runner.wake()
  await until(() => broken.length >= 3)
  expect(slips.get('a')).toBe('printing')
  expect(diary.filter((line) => line === 'bytes')).toHaveLength(1)
  diskFull = false
  await until(() => slips.get('b') === 'printed')
  expect(diary).toEqual(['a printing', 'bytes', 'a printed', 'b printing', 'bytes', 'b printed'])
  await runner.stop()
})

test('D13 a look that throws is told, and the next look comes', async () => {
  const { broken, printer, parts, slips, box } = bench(['a'])
  box.paper = false
  const runner = runPrinter('PR1', printer, parts, 10)
  runner.wake()
  await until(() => slips.get('a') === 'failed')
  parts.onCondition = async () => Promise.reject(new Error('no board'))
  await until(() => broken.length >= 2)
  parts.onCondition = async () => {}
  box.paper = true
  await until(() => slips.get('a') === 'printed')
  await runner.stop()
})

test('D14 a slip that was taken over meanwhile is not printed here, and the next one is', async () => {
  const { diary, printer, parts, slips } = bench(['a', 'b'])
  const begin = parts.begin
  parts.begin = async (job) => {
    // Somebody let it print elsewhere while this printer was asked how it is.
    if (job.ticketId === 'a') slips.set('a', 'printed')
    return begin(job)
  }
  const runner = runPrinter('PR1', printer, parts, 60_000)
  runner.wake()
  await until(() => slips.get('b') === 'printed')
  expect(diary).toEqual(['b printing', 'bytes', 'b printed'])
  await runner.stop()
})

test('D15 the first failure is handed over, a later one is not', async () => {
  const { handedOver, printer, parts, slips, box } = bench(['a', 'b'])
  box.paper = false
  const runner = runPrinter('PR1', printer, parts, 60_000)
  runner.wake()
  await until(() => slips.get('b') === 'failed')
  runner.wake()
  await new Promise((done) => setTimeout(done, 30))
  expect(handedOver).toEqual(['a', 'b'])
  await runner.stop()
})

test('D12 a slip that cannot be drawn is told to a person and does not block the next', async () => {
  const { slips, printer, parts } = bench(['a', 'b'])
  const print = printer.print
  parts.encode = async ({ ticketId }) =>
    ticketId === 'a' ? Promise.reject(new Error('no such font')) : new Uint8Array()
  printer.print = async (encode, ready) => {
    await encode()
    return print(encode, ready)
  }
  const runner = runPrinter('PR1', printer, parts, 10)
  runner.wake()
  await until(() => slips.get('b') === 'printed')
  expect(slips.get('a')).toBe('unknown')
  await runner.stop()
})

test('D13 while the disk refuses the beginning of a slip, it is tried at each look and not in a loop', async () => {
  const { printer, parts, slips, broken } = bench(['a'])
  let tries = 0
  const begin = parts.begin
  parts.begin = async () => {
    tries += 1
    return false
  }
  const runner = runPrinter('PR1', printer, parts, 60_000)
  runner.wake()
  await new Promise((done) => setTimeout(done, 50))
  expect(tries).toBe(1)
  parts.begin = async () => {
    tries += 1
    throw new Error('disk full')
  }
  runner.wake()
  await until(() => broken.length > 0)
  await new Promise((done) => setTimeout(done, 50))
  expect(tries).toBe(2)
  parts.begin = begin
  runner.wake()
  await until(() => slips.get('a') === 'printed')
  await runner.stop()
})
