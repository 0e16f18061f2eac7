import { usualSlipLayout } from '../../gateway/contract/slip-layout.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FakePrinter, startFakePrinter } from '../../gateway/devices/fake/fake-printer.ts'
import type { Link } from '../../gateway/devices/link.ts'
import { feed } from '../../gateway/devices/printer/escpos.ts'
import type { PrinterDriver } from '../../gateway/devices/printer/printer-driver.ts'
import { receiptPrinter } from '../../gateway/devices/printer/receipt-printer.ts'
import { encodeRasterSlip } from '../../gateway/devices/printer/slip-raster.ts'
import { encodeTextSlip } from '../../gateway/devices/printer/slip-text.ts'
import { encodeTestPage } from '../../gateway/devices/printer/test-page.ts'
import { openTcp } from '../../gateway/devices/tcp-link.ts'
import { aSlip } from '../support/a-slip.ts'

let fake: FakePrinter
beforeEach(async () => {
  fake = await startFakePrinter({ port: 0, width: 576 })
})
afterEach(() => fake.close())
const times = { answerMs: 200, slipMs: 5_000, reconnectMs: 300 }
const reach = (): Promise<Link | null> => openTcp('127.0.0.1', fake.port, 1_000)
const printer = (answers: 'receipt' | 'paper' | 'nothing' = 'receipt'): PrinterDriver =>
  receiptPrinter(reach, answers, times, true)
const raster = async (): Promise<Uint8Array> => encodeRasterSlip(aSlip, 576, usualSlipLayout)
const text = async (): Promise<Uint8Array> => encodeTextSlip(aSlip, 48, usualSlipLayout)
const printed = (one: PrinterDriver, bytes = text) => one.print(bytes, async () => {})

/** A device that answers every message with these bytes. */
function chatty(answer: (said: Uint8Array) => number[]): () => Promise<Link> {
  return async () => {
    let tell = (_: Uint8Array): void => {}
    return {
      write: async (bytes) => tell(Uint8Array.from(answer(bytes))),
      onData: (listener) => {
        tell = listener
        return () => {}
      },
      onClose: () => () => {},
      close: () => {},
      reset: () => {},
    }
  }
}

test('D16 a model that answers nothing is printed on in good faith, and its own state stays unknown', async () => {
  fake.set('mute', true)
  const mute = printer('nothing')
  expect(await printed(mute, raster)).toMatchObject({ outcome: 'printed', fault: null })
  expect(fake.printed).toBe(1)
  expect(await mute.ask()).toMatchObject({ code: 'unwatched' })
})

test('D16 a model that answers only about paper is asked that, and nothing more', async () => {
  const paper = printer('paper')
  expect(await printed(paper)).toMatchObject({ outcome: 'printed' })
  fake.set('paper-out', true)
  expect(await printed(paper)).toMatchObject({ outcome: 'failed', fault: 'paper-out' })
  expect(fake.printed).toBe(1)
})

test('D17 something that answers, but not as a printer does, gets no slip', async () => {
  fake.set('garbage', true)
  expect(await printed(printer())).toMatchObject({ outcome: 'failed', fault: 'printer-error' })
  expect([fake.printed, (await printer().ask()).code]).toEqual([0, 'not-a-printer'])
})

test('D17 a device that answers every byte with noise proves no slip', async () => {
  const noise = chatty((said) => (said[0] === 0x10 ? [0x12] : [0xff, 0xfe, 0x00]))
  const result = await receiptPrinter(noise, 'receipt', times, true).print(text, async () => {})
  expect(result).toMatchObject({ outcome: 'unknown', fault: 'printer-error' })
})

test('D18 automatic status in the middle of a slip is no proof', async () => {
  // GS a: b0 = 0x10, then three bytes that each look like the answer to GS r.
  const automatic = chatty((said) => (said[0] === 0x10 ? [0x12] : [0x10, 0x00, 0x00, 0x00]))
  const result = await receiptPrinter(
    automatic,
    'receipt',
    { answerMs: 50, slipMs: 150, reconnectMs: 300 },
    true,
  ).print(text, async () => {})
  expect(result).toMatchObject({ outcome: 'unknown', fault: 'mute' })
})

test('D19 a slow printer is waited for', async () => {
  fake.set('slow', true)
  expect(await printed(printer(), raster)).toMatchObject({ outcome: 'printed' })
  expect(fake.printed).toBe(1)
})

test('D19 a printer that takes no bytes any more is unknown in time', async () => {
  let tell = (_: Uint8Array): void => {}
  const link: Link = {
    onClose: () => () => {},
    close: () => {},
    reset: () => {},
    onData: (listener) => {
      tell = listener
      return () => {}
    },
    write: (bytes) => {
      if (bytes.length > 3) return new Promise(() => {})
      tell(Uint8Array.of(0x12))
      return Promise.resolve()
    },
  }
  const result = await receiptPrinter(
    async () => link,
    'receipt',
    { answerMs: 50, slipMs: 100, reconnectMs: 300 },
    true,
  ).print(text, async () => {})
  expect(result).toMatchObject({ outcome: 'unknown', fault: 'offline' })
})

test('D21 two gateways at one printer: who comes second is told that nothing came out, and no slip is mixed', async () => {
  fake.set('slow', true)
  const first = printed(printer(), raster)
  await new Promise((done) => setTimeout(done, 150))
  expect(await printed(printer())).toMatchObject({ outcome: 'failed', fault: 'mute' })
  expect(await first).toMatchObject({ outcome: 'printed' })
  expect(await printed(printer())).toMatchObject({ outcome: 'printed' })
  expect([fake.printed, fake.unknown]).toEqual([2, []])
})

test('D8 twenty times unplugged and plugged in: every slip comes out once', async () => {
  const one = printer()
  for (let round = 0; round < 20; round += 1) {
    fake.set('offline', true)
    expect(await printed(one)).toMatchObject({ outcome: 'failed', fault: 'offline' })
    fake.set('offline', false)
    expect(await printed(one)).toMatchObject({ outcome: 'printed' })
  }
  expect(fake.printed).toBe(20)
})

test('D20 a printer tells of the near end with the proof of the slip', async () => {
  fake.load({ slips: 4, warning: 1 })
  const levels: unknown[] = []
  for (let slip = 0; slip < 4; slip += 1) levels.push((await printed(printer())).condition?.paper)
  expect(levels).toEqual(['enough', 'enough', 'low', 'out'])
})

test.each([48, 32] as const)('D24 the test page at %i columns uses no unknown command', async (columns) => {
  const page = encodeTestPage({
    hallName: '青城政务服务中心',
    printer: 'PR1 打印机',
    time: '2026-03-18 10:31',
    columns,
  })
  expect(await printed(printer(), async () => page)).toMatchObject({ outcome: 'printed' })
  expect(fake.unknown).toEqual([])
})

test('D1 nothing is sent to a printer that reports a fault, not even a feed', async () => {
  fake.set('cover-open', true)
  let asked = false
  await printer().print(
    async () => {
      asked = true
      return feed(1)
    },
    async () => {},
  )
  expect(asked).toBe(false)
})

test('D27 what an unplugged printer still had to say is not read as an open cover', async () => {
  // The answer to question 1 with the drawer's bit (0x16) is, read as that of question 2, an open cover.
  const fine: Readonly<Record<number, number>> = { 1: 0x16, 2: 0x12, 3: 0x12, 4: 0x12 }
  let links = 0
  const replugged = async (): Promise<Link> => {
    links += 1
    const first = links === 1
    let tell = (_: Uint8Array): void => {}
    const late = (byte: number, ms: number): void => void setTimeout(() => tell(Uint8Array.of(byte)), ms)
    return {
      // Each answer comes a moment late, as over usblp.
      write: async (bytes) => void (bytes[0] === 0x10 && late(fine[bytes[2] ?? 0] ?? 0, 5)),
      onData: (listener) => {
        tell = listener
        // Asked before the unplug, answered now.
        if (first) late(0x12, 10)
        return () => {}
      },
      onClose: () => () => {},
      close: () => {},
      reset: () => {},
    }
  }
  expect(await receiptPrinter(replugged, 'receipt', times, true).ask()).toMatchObject({ code: 'ok' })
})

test('D27 an answer that comes late in the middle of the questions is no open cover either', async () => {
  let asked = 0
  let tell = (_: Uint8Array): void => {}
  const fine: Readonly<Record<number, number>> = { 1: 0x16, 2: 0x12, 3: 0x12, 4: 0x12 }
  const stutters = async (): Promise<Link> => ({
    write: async (bytes) => {
      asked += 1
      const answer = fine[bytes[2] ?? 0] ?? 0
      // The first conversation answers question 4 twice: all that follows is one too late.
      const said = asked === 1 ? [answer, 0x12] : [answer]
      for (const [nth, byte] of said.entries()) setTimeout(() => tell(Uint8Array.of(byte)), 5 + nth * 3)
    },
    onData: (listener) => {
      tell = listener
      return () => {}
    },
    onClose: () => () => {},
    close: () => {},
    reset: () => {},
  })
  expect(await receiptPrinter(stutters, 'receipt', times, true).ask()).toMatchObject({ code: 'ok' })
})

test('D27 a cover that is really open is still an open cover', async () => {
  fake.set('cover-open', true)
  expect(await printer().ask()).toMatchObject({ code: 'cover-open' })
})

test('D27 nor does an answer from before the unplug hide that the paper is out', async () => {
  const empty: Readonly<Record<number, number>> = { 1: 0x12, 2: 0x12, 3: 0x12, 4: 0x72 }
  const replugged = async (): Promise<Link> => {
    let tell = (_: Uint8Array): void => {}
    const late = (byte: number, ms: number): void => void setTimeout(() => tell(Uint8Array.of(byte)), ms)
    return {
      write: async (bytes) => void (bytes[0] === 0x10 && late(empty[bytes[2] ?? 0] ?? 0, 15)),
      onData: (listener) => {
        tell = listener
        late(0x12, 5)
        return () => {}
      },
      onClose: () => () => {},
      close: () => {},
      reset: () => {},
    }
  }
  expect(await receiptPrinter(replugged, 'receipt', times, true).ask()).toMatchObject({ code: 'paper-out' })
})
