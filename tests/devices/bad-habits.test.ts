import { afterEach, expect, test } from 'vitest'
import { usualSlipLayout } from '../../gateway/contract/slip-layout.ts'
import { type FakePrinter, type PrinterHabit, startFakePrinter } from '../../gateway/devices/fake/fake-printer.ts'
import type { PrinterDriver } from '../../gateway/devices/printer/printer-driver.ts'
import { receiptPrinter } from '../../gateway/devices/printer/receipt-printer.ts'
import { encodeRasterSlip } from '../../gateway/devices/printer/slip-raster.ts'
import { openTcp } from '../../gateway/devices/tcp-link.ts'
import { runPrinter } from '../../gateway/outputs/print-slips.ts'
import { aSlip } from '../support/a-slip.ts'
import { blankPaper } from '../support/blank-paper.ts'

const fakes: FakePrinter[] = []
afterEach(async () => void (await Promise.all(fakes.splice(0).map((fake) => fake.close()))))
const TIMES = { answerMs: 150, slipMs: 3_000, reconnectMs: 2_000 }
const slip = encodeRasterSlip(aSlip, 576, usualSlipLayout)

async function start(
  habits: readonly PrinterHabit[],
  { hasAnswered = false, answers = 'receipt' as 'receipt' | 'paper' | 'nothing', times = TIMES } = {},
): Promise<{ fake: FakePrinter; printer: PrinterDriver }> {
  const fake = await startFakePrinter({ port: 0, width: 576, habits, openPaper: blankPaper })
  fakes.push(fake)
  const open = () => openTcp('127.0.0.1', fake.port, 1_000)
  return { fake, printer: receiptPrinter(open, answers, times, hasAnswered) }
}
const print = (printer: PrinterDriver) =>
  printer.print(
    async () => slip,
    async () => {},
  )

test('D34 a printer that refuses the next client for a moment gives slip after slip, and never counts as gone', async () => {
  const { fake, printer } = await start(['one-client'])
  const told = [(await printer.ask()).code, (await print(printer)).outcome, (await print(printer)).outcome]
  expect([...told, (await printer.ask()).code, fake.printed]).toEqual(['ok', 'printed', 'printed', 'ok', 2])
})

test('D34 so it does under the runner, which looks and prints in the same moment', async () => {
  const { fake, printer } = await start(['one-client'])
  const slips = new Map([
    ['A001', 'queued'],
    ['A002', 'queued'],
  ])
  const codes: string[] = []
  const runner = runPrinter(
    'PR1',
    printer,
    {
      jobs: () =>
        [...slips].flatMap(([ticketId, state]) =>
          state === 'queued' || state === 'failed' ? [{ ticketId, copy: 1, printerId: 'PR1', state }] : [],
        ),
      encode: async () => slip,
      begin: async () => true,
      report: async ({ ticketId, outcome }) => void slips.set(ticketId, outcome),
      handOver: async () => {},
      onCondition: async (_, { code }) => void codes.push(code),
      isOff: () => false,
      onBroken: (error) => codes.push(String(error)),
    },
    30,
  )
  runner.wake()
  await expect.poll(() => [...slips.values()], { timeout: 10_000 }).toEqual(['printed', 'printed'])
  await runner.stop()
  expect(fake.printed).toBe(2)
  expect(new Set(codes)).toEqual(new Set(['ok']))
})

test('D34 one that is known to be gone is not waited for', async () => {
  const { fake, printer } = await start([])
  fake.set('offline', true)
  expect((await printer.ask()).code).toBe('offline')
  const begun = performance.now()
  expect((await print(printer)).fault).toBe('offline')
  expect(performance.now() - begun).toBeLessThan(TIMES.reconnectMs / 2)
})

test.each(['paper-out', 'cover-open'] as const)(
  'D35 "%s" in the middle of a slip is told long before the slip is given up, and what comes out later is known to nobody',
  async (fault) => {
    const { fake, printer } = await start([], { times: { ...TIMES, slipMs: 60_000 } })
    fake.stopAfter(slip.length >> 1, fault)
    const result = await print(printer)
    expect(result).toMatchObject({ outcome: 'unknown', fault, condition: { code: fault } })
    expect(fake.printed).toBe(0)
    // It had a reason not to prove this one: the next is proved as ever.
    fake.set(fault, false)
    expect((await printer.ask()).code).toBe('ok')
    expect(await print(printer)).toMatchObject({ outcome: 'printed', condition: { code: 'ok' } })
    expect(fake.printed).toBe(2)
  },
)

test('D35 a printer that is merely slow is asked how it is, and waited for', async () => {
  const { fake, printer } = await start([], { times: { ...TIMES, answerMs: 60 } })
  fake.set('slow', true)
  expect(await print(printer)).toMatchObject({ outcome: 'printed', fault: null })
  expect([fake.printed, fake.unknown]).toEqual([1, []])
})

test('D35 where a model proves nothing, paper that ended under the slip is told too', async () => {
  const { fake, printer } = await start([], { answers: 'paper' })
  fake.stopAfter(slip.length >> 1, 'paper-out')
  expect(await print(printer)).toMatchObject({ outcome: 'unknown', fault: 'paper-out' })
})

test('D36 a printer that never answered is printed on without proof, after one honest try', async () => {
  const { fake, printer } = await start([])
  fake.set('mute', true)
  expect((await printer.ask()).code).toBe('never-answers')
  const begun = performance.now()
  const first = await print(printer)
  expect(first).toMatchObject({ outcome: 'printed', fault: null, condition: { code: 'never-answers' } })
  // Nobody stands there while it is asked once more.
  expect(performance.now() - begun).toBeLessThan(4 * TIMES.answerMs)
  expect(fake.printed).toBe(1)
  fake.set('mute', false)
  expect((await printer.ask()).code).toBe('ok')
  fake.set('mute', true)
  expect((await print(printer)).fault).toBe('mute')
})

test('D36 one that answered in an earlier run is a fault when it falls silent', async () => {
  const { fake, printer } = await start([], { hasAnswered: true })
  fake.set('mute', true)
  expect(await print(printer)).toMatchObject({ outcome: 'failed', fault: 'mute' })
  expect(fake.printed).toBe(0)
})

test('D37 a printer that tells of itself and never proves: the first slip is asked about, then it is printed on in good faith', async () => {
  const { fake, printer } = await start(['no-proof'], { times: { ...TIMES, slipMs: 600 } })
  expect((await print(printer)).outcome).toBe('unknown')
  expect(await print(printer)).toMatchObject({ outcome: 'printed', condition: { code: 'never-proves' } })
  expect((await printer.ask()).code).toBe('never-proves')
  fake.set('paper-out', true)
  expect(await print(printer)).toMatchObject({ outcome: 'failed', fault: 'paper-out' })
  expect(fake.printed).toBe(2)
})

test('D1 a status answer that comes late, between slip and proof, neither proves nor spoils it', async () => {
  let tell = (_: Uint8Array): void => {}
  const printer = receiptPrinter(
    async () => ({
      write: async (bytes) => {
        if (bytes[0] === 0x10) tell(Uint8Array.of(0x12))
        // 0x72: paper out, to questions from before the slip; nobody asked that of this one yet.
        if (bytes[0] === 0x1d) tell(Uint8Array.of(0x72, 0x72, 0x00))
      },
      onData: (listener) => {
        tell = listener
        return () => {}
      },
      onClose: () => () => {},
      close: () => {},
      reset: () => {},
    }),
    'receipt',
    TIMES,
    true,
  )
  const result = await printer.print(
    async () => Uint8Array.of(0x0a),
    async () => {},
  )
  expect(result).toEqual({ outcome: 'printed', fault: null, condition: { code: 'ok', paper: 'enough' } })
})
