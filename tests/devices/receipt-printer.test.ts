import { afterEach, expect, test } from 'vitest'
import { type FakePrinter, startFakePrinter } from '../../gateway/devices/fake/fake-printer.ts'
import { receiptPrinter } from '../../gateway/devices/printer/receipt-printer.ts'
import { encodeRasterSlip } from '../../gateway/devices/printer/slip-raster.ts'
import { encodeTextSlip } from '../../gateway/devices/printer/slip-text.ts'
import { openTcp } from '../../gateway/devices/tcp-link.ts'
import { aSlip } from '../support/a-slip.ts'
import { readQr } from '../support/read-qr.ts'

let fake: FakePrinter
afterEach(() => fake.close())
const start = async (width = 576) => {
  fake = await startFakePrinter({ width })
  return receiptPrinter(() => openTcp('127.0.0.1', fake.port, 1_000), { answerMs: 400, slipMs: 4_000 })
}
const encodings = [
  ['raster 80 mm', 576, () => encodeRasterSlip(aSlip, 576)],
  ['raster 58 mm', 384, () => encodeRasterSlip(aSlip, 384)],
  ['text 80 mm', 576, () => encodeTextSlip(aSlip, 48)],
  ['text 58 mm', 384, () => encodeTextSlip(aSlip, 32)],
] as const

test.each(encodings)('D1 D4 D10 %s: printed once, proved, the code is read from the paper', async (_, width, encode) => {
  const printer = await start(width)
  const order: string[] = []
  fake.onSlip(() => order.push('paper'))
  expect(await printer.print(async () => encode(), async () => void order.push('ready'))).toEqual({ outcome: 'printed', fault: null })
  expect(order).toEqual(['ready', 'paper'])
  expect(fake.strange).toEqual([])
  expect(await readQr(fake.slips[0] as Buffer)).toBe(aSlip.trackingUrl)
})

test.each(['paper-out', 'cover-open', 'cutter-jam', 'offline', 'mute'] as const)('D2 %s before the slip: failed, told, nothing came out', async (fault) => {
  const printer = await start()
  fake.set(fault, true)
  let ready = false
  const result = await printer.print(async () => encodeRasterSlip(aSlip, 576), async () => void (ready = true))
  expect(result).toEqual({ outcome: 'failed', fault })
  expect([ready, fake.printed]).toEqual([false, 0])
  expect((await printer.ask()).fault).toBe(fault)
})

test('D3 a cable cut in mid-slip is unknown', async () => {
  const printer = await start()
  fake.cutCableAfter(3_000)
  const { outcome } = await printer.print(async () => encodeRasterSlip(aSlip, 576), async () => {})
  expect(outcome).toBe('unknown')
})

test('D3 a printer that falls silent after the slip is unknown', async () => {
  const printer = await start()
  const { outcome } = await printer.print(async () => encodeRasterSlip(aSlip, 576), async () => fake.set('mute', true))
  expect(outcome).toBe('unknown')
})

test('D1 paper near its end still prints, and warns', async () => {
  const printer = await start()
  fake.set('near-end', true)
  expect((await printer.print(async () => encodeRasterSlip(aSlip, 576), async () => {})).outcome).toBe('printed')
  expect(await printer.ask()).toEqual({ state: 'warning', word: '纸将用完', fault: null })
})
