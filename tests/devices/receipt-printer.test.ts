import { usualSlipLayout } from '../../gateway/contract/slip-layout.ts'
import { afterEach, expect, test } from 'vitest'
import { type FakePrinter, startFakePrinter } from '../../gateway/devices/fake/fake-printer.ts'
import { receiptPrinter } from '../../gateway/devices/printer/receipt-printer.ts'
import { encodeRasterSlip } from '../../gateway/devices/printer/slip-raster.ts'
import { encodeTextSlip } from '../../gateway/devices/printer/slip-text.ts'
import type { Link } from '../../gateway/devices/link.ts'
import { openTcp } from '../../gateway/devices/tcp-link.ts'
import { aSlip } from '../support/a-slip.ts'
import { readQr } from '../support/read-qr.ts'

let fake: FakePrinter
afterEach(() => fake.close())
const start = async (width = 576) => {
  fake = await startFakePrinter({ port: 0, width })
  return receiptPrinter(
    () => openTcp('127.0.0.1', fake.port, 1_000),
    'receipt',
    { answerMs: 400, slipMs: 4_000, reconnectMs: 300 },
    true,
  )
}
const encodings = [
  ['raster 80 mm', 576, () => encodeRasterSlip(aSlip, 576, usualSlipLayout)],
  ['raster 58 mm', 384, () => encodeRasterSlip(aSlip, 384, usualSlipLayout)],
  ['text 80 mm', 576, () => encodeTextSlip(aSlip, 48, usualSlipLayout)],
  ['text 58 mm', 384, () => encodeTextSlip(aSlip, 32, usualSlipLayout)],
] as const

test.each(encodings)(
  'D1 D4 D10 %s: printed once, proved, the code is read from the paper',
  async (_, width, encode) => {
    const printer = await start(width)
    const order: string[] = []
    fake.onSlip(() => order.push('paper'))
    expect(
      await printer.print(
        async () => encode(),
        async () => void order.push('ready'),
      ),
    ).toMatchObject({ outcome: 'printed', fault: null })
    expect(order).toEqual(['ready', 'paper'])
    expect(fake.unknown).toEqual([])
    expect(await readQr(fake.slips[0] as Buffer)).toBe(aSlip.trackingUrl)
  },
)

test.each(['paper-out', 'cover-open', 'cutter-jam', 'offline', 'mute'] as const)(
  'D2 %s before the slip: failed, told, nothing came out',
  async (fault) => {
    const printer = await start()
    fake.set(fault, true)
    let ready = false
    const result = await printer.print(
      async () => encodeRasterSlip(aSlip, 576, usualSlipLayout),
      async () => void (ready = true),
    )
    expect(result).toMatchObject({ outcome: 'failed', fault })
    expect([ready, fake.printed]).toEqual([false, 0])
    expect((await printer.ask()).code).toBe(fault)
  },
)

test('D3 a cable cut in mid-slip is unknown', async () => {
  const printer = await start()
  fake.cutCableAfter(3_000)
  const { outcome } = await printer.print(
    async () => encodeRasterSlip(aSlip, 576, usualSlipLayout),
    async () => {},
  )
  expect(outcome).toBe('unknown')
})

test('D3 a printer that falls silent after the slip is unknown', async () => {
  const printer = await start()
  const { outcome } = await printer.print(
    async () => encodeRasterSlip(aSlip, 576, usualSlipLayout),
    async () => fake.set('mute', true),
  )
  expect(outcome).toBe('unknown')
})

test('D1 paper near its end still prints, and warns', async () => {
  const printer = await start()
  fake.set('near-end', true)
  expect(
    (
      await printer.print(
        async () => encodeRasterSlip(aSlip, 576, usualSlipLayout),
        async () => {},
      )
    ).outcome,
  ).toBe('printed')
  expect(await printer.ask()).toEqual({ code: 'paper-low', paper: 'low' })
})

/** A printer whose status answers all come one question late, and which never answers GS r. */
function lateLink(): Link {
  let tell = (_: Uint8Array): void => {}
  let asked = 0
  return {
    write: async (bytes) => {
      if (bytes[0] !== 0x10) return
      asked += 1
      // After the one that clears the line: the second question is answered only together with the third.
      if (asked !== 3) tell(Uint8Array.from(asked === 4 ? [0x12, 0x12] : [0x12]))
    },
    onData: (listener) => {
      tell = listener
      return () => {}
    },
    onClose: () => () => {},
    close: () => {},
    reset: () => {},
  }
}

test('D1 a status answer that comes late is no proof of a slip', async () => {
  fake = await startFakePrinter({ port: 0, width: 576 })
  const printer = receiptPrinter(
    async () => lateLink(),
    'receipt',
    { answerMs: 20, slipMs: 20, reconnectMs: 300 },
    true,
  )
  expect(
    await printer.print(
      async () => Uint8Array.of(0x0a),
      async () => {},
    ),
  ).toMatchObject({ outcome: 'unknown', fault: 'mute' })
})

test('D11 a status question waits until the slip before it is through', async () => {
  fake = await startFakePrinter({ port: 0, width: 576 })
  let open = 0
  let most = 0
  const printer = receiptPrinter(
    async () => {
      const link = await openTcp('127.0.0.1', fake.port, 1_000)
      most = Math.max(most, (open += 1))
      const close = (): void => {
        open -= 1
        link?.close()
      }
      return link && { ...link, close }
    },
    'receipt',
    { answerMs: 400, slipMs: 4_000, reconnectMs: 300 },
    true,
  )
  await Promise.all([
    printer.ask(),
    printer.print(
      async () => encodeRasterSlip(aSlip, 576, usualSlipLayout),
      async () => {},
    ),
    printer.ask(),
  ])
  expect([most, fake.printed]).toEqual([1, 1])
})
