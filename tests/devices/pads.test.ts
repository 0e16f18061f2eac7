import { expect, test } from 'vitest'
import type { HidDevice, HidInfo } from '../../gateway/devices/hid/hid-port.ts'
import { drivePad } from '../../gateway/devices/pad/drive-pad.ts'
import { type PadFeedback, padModels } from '../../gateway/devices/pad/pad-models.ts'

const bytes = (...of: number[]): Uint8Array => Uint8Array.of(...of)
const hex = (of: Uint8Array): string => Buffer.from(of).toString('hex')
const face = (usagePage: number, usage: number): HidInfo => ({
  path: 'p',
  vendorId: 1,
  productId: 1,
  serial: null,
  product: '',
  usagePage,
  usage,
  port: null,
})
const stands = (over: Partial<Extract<PadFeedback, { type: 'stands' }>> = {}): PadFeedback => ({
  type: 'stands',
  state: 'open',
  number: '',
  waiting: false,
  ...over,
})
const shown = (model: keyof typeof padModels, feedback: PadFeedback) =>
  padModels[model].show(feedback).map(({ report, ms }) => [hex(report), ms])

test('HD2 a plain box tells the report of its button, whatever zeros its maker adds, and shows nothing', () => {
  const { pressed, fits, usual, show } = padModels.plain
  expect([bytes(1, 2), bytes(1, 2, 0, 0), bytes(1, 0, 2, 0), bytes(0, 0), bytes()].map(pressed)).toEqual([
    '0102',
    '0102',
    '010002',
    null,
    null,
  ])
  expect([face(0xff00, 1), face(0xffff, 1), face(0xfeff, 1)].map(fits)).toEqual([true, true, false])
  expect([usual, show({ type: 'refused' })]).toEqual([{}, []])
})

test('HD2 a number pad tells its first key; its lamps say open, waiting and no', () => {
  const { pressed, fits, usual } = padModels['number-pad']
  expect([bytes(0, 0, 0x58, 0x57, 0, 0, 0, 0), bytes(0, 0, 0, 0, 0, 0, 0, 0)].map(pressed)).toEqual(['58', null])
  expect([face(1, 6), face(1, 2)].map(fits)).toEqual([true, false])
  expect(usual).toEqual({
    '58': 'next',
    '28': 'next',
    '57': 'recall',
    '56': 'missed',
    '62': 'finish',
    '63': 'pause',
    '55': 'open',
  })
  const one = (over: object) => shown('number-pad', stands(over))
  expect([one({}), one({ waiting: true }), one({ state: 'closed' }), one({ state: 'paused', waiting: true })]).toEqual([
    [['0001', 0]],
    [['0003', 0]],
    [['0000', 0]],
    [['0002', 0]],
  ])
  expect(shown('number-pad', { type: 'refused' })).toEqual(
    ['0003', '0000', '0003', '0000', '0003'].map((report) => [report, 120]),
  )
})

test('HD2 a lit pad shows its counter in four signs and a colour, and says no in red', () => {
  const { pressed, fits, usual } = padModels.lit
  expect([bytes(1, 0x20, 9), bytes(1, 0, 9), bytes(1)].map(pressed)).toEqual(['0120', null, null])
  expect([face(0xff00, 1), face(1, 6)].map(fits)).toEqual([true, false])
  expect(usual).toEqual({
    '0101': 'next',
    '0102': 'recall',
    '0104': 'missed',
    '0108': 'finish',
    '0110': 'pause',
    '0120': 'open',
  })
  const said = (feedback: PadFeedback) =>
    padModels.lit
      .show(feedback)
      .map(({ report, ms }) => [report[0], report[1], report[2], Buffer.from(report.subarray(3)).toString(), ms])
  expect(said(stands({ number: 'A042' }))).toEqual([[2, 1, 0, 'A042', 0]])
  expect(said(stands({ number: 'A1042', waiting: true }))).toEqual([[2, 1, 0, '1042', 0]])
  expect(said(stands())).toEqual([[2, 1, 0, '    ', 0]])
  expect(said(stands({ waiting: true }))).toEqual([[2, 1, 0, 'NEXT', 0]])
  expect(said(stands({ state: 'paused', number: 'A042' }))).toEqual([[2, 2, 0, 'PAUS', 0]])
  expect(said(stands({ state: 'closed', waiting: true }))).toEqual([[2, 0, 0, '----', 0]])
  expect(said({ type: 'refused' })).toEqual([
    [2, 3, 2, '    ', 600],
    [2, 0, 0, '    ', 0],
  ])
})

/** A pad whose presses are made, and whose writes are kept, by hand. */
function pad(model: keyof typeof padModels) {
  const clock = { now: 10_000 }
  const writes: string[] = []
  const pressed: string[] = []
  let fails = false
  let press: (report: Uint8Array) => void = () => {}
  const device: HidDevice = {
    async write(report) {
      if (fails) throw new Error('gone')
      writes.push(hex(report))
    },
    sendFeature: async () => {},
    onReport: (listener) => void (press = listener),
    onGone: () => {},
    close: () => {},
  }
  const driven = drivePad(
    device,
    padModels[model],
    (report) => void pressed.push(report),
    () => clock.now,
  )
  return {
    clock,
    writes,
    pressed,
    press: (...of: number[]) => press(bytes(...of)),
    show: driven.show,
    fail: (on: boolean) => (fails = on),
  }
}

test('HD2 each press is told once: held, let go by number, bounced and hit twice', () => {
  const { press, pressed, clock } = pad('plain')
  press(1, 1)
  press(1, 1)
  press(1, 0)
  expect(pressed).toEqual(['0101'])
  clock.now += 299
  press(1, 1)
  press(0)
  expect(pressed).toEqual(['0101'])
  // Whoever goes on hitting is heard when he pauses.
  clock.now += 300
  press(1, 1)
  press(0)
  expect(pressed).toEqual(['0101', '0101'])
  // Another button is no bounce, also when the finger slides to it.
  press(1, 2)
  press(1, 3)
  expect(pressed).toEqual(['0101', '0101', '0102', '0103'])
  const first = pad('plain')
  first.clock.now = 0
  first.press(7, 7)
  expect(first.pressed).toEqual(['0707'])
})

test('HD2 a refusal is shown before what stands, and what stands comes after it by itself', async () => {
  const { show, writes } = pad('number-pad')
  show(stands({ waiting: true }))
  await expect.poll(() => writes).toEqual(['0003'])
  show({ type: 'refused' })
  show(stands())
  await expect.poll(() => writes.slice(1)).toEqual(['0003', '0000', '0003', '0000', '0003', '0001'])
})

test('HD2 a write that fails ends the order of the moment; the next one is written', async () => {
  const { show, writes, fail } = pad('lit')
  const settle = () => new Promise((done) => setImmediate(done))
  fail(true)
  show(stands({ number: 'A001' }))
  await settle()
  expect(writes).toEqual([])
  fail(false)
  show(stands({ number: 'A002' }))
  await settle()
  expect(writes.map((report) => Buffer.from(report, 'hex').subarray(3).toString())).toEqual(['A002'])
})

/** A pad whose writes end when the test says so; `most` is how many were under way at once. */
function slowPad(model: keyof typeof padModels) {
  const ends: ((works: boolean) => void)[] = []
  const box = { writes: [] as string[], most: 0, begunAt: [] as number[] }
  let under = 0
  const device: HidDevice = {
    async write(report) {
      under += 1
      box.most = Math.max(box.most, under)
      box.begunAt.push(performance.now())
      const works = await new Promise<boolean>((done) => ends.push(done))
      under -= 1
      if (!works) throw new Error('gone')
      box.writes.push(hex(report))
    },
    sendFeature: async () => {},
    onReport: () => {},
    onGone: () => {},
    close: () => {},
  }
  const driven = drivePad(
    device,
    padModels[model],
    () => {},
    () => 0,
  )
  const end = async (works = true): Promise<void> => {
    await expect.poll(() => ends.length).toBe(1)
    ends.shift()?.(works)
  }
  return { box, show: driven.show, end }
}

test('HD2 one write at a time: a refusal waits for the write before it, is seen for its time, and what stands follows', async () => {
  const { box, show, end } = slowPad('lit')
  show(stands({ number: 'A001' }))
  show({ type: 'refused' })
  show(stands({ number: 'A002' }))
  for (let nth = 0; nth < 4; nth += 1) await end()
  await expect.poll(() => box.writes.length).toBe(4)
  const signs = box.writes.map((report) => Buffer.from(report, 'hex').subarray(1, 2).toString('hex'))
  // Lit, red, dark, lit again.
  expect([signs, box.most]).toEqual([['01', '03', '00', '01'], 1])
  expect(
    Buffer.from(box.writes[3] ?? '', 'hex')
      .subarray(3)
      .toString(),
  ).toBe('A002')
  const [, red = 0, dark = 0] = box.begunAt
  expect(dark - red).toBeGreaterThan(590)
})

test('HD2 a pad that is gone in the middle of a refusal is not written to any more until something new stands', async () => {
  const { box, show, end } = slowPad('lit')
  show({ type: 'refused' })
  await end(false)
  show(stands({ number: 'A003' }))
  await end()
  await expect
    .poll(() => box.writes.map((report) => Buffer.from(report, 'hex').subarray(3).toString()))
    .toEqual(['A003'])
})
