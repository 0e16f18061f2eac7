import { counterState } from '../../gateway/domain/counters/state.ts'
import { randomUUID } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { momentIn } from '../../gateway/clock.ts'
import type { Command } from '../../gateway/contract/commands.ts'
import { inputDevices } from '../../gateway/contract/input-devices.ts'
import { simulatedHid } from '../../gateway/devices/fake/simulated-hid.ts'
import { encodePosReports } from '../../gateway/devices/scanner/hid-pos.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { type Inputs, openInputs } from '../../gateway/inputs/open-inputs.ts'
import { type Office, openOffice } from '../../gateway/office/office.ts'
import { quietBoard } from '../support/quiet-board.ts'
import { simulatedInputs } from '../../gateway/board/input-rows.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'
import { orderDoor } from '../../gateway/rights/order-door.ts'

const link = { kind: 'simulated' }
let inputs: Inputs | null = null
afterEach(() => inputs?.close())

async function openHall() {
  const tiny = tinyHallModel()
  const devices = {
    pads: inputDevices.pads.parse([{ id: 'PAD1', counter: '1', model: 'lit', link, buttons: { '0180': 'rate-5' } }]),
    scanners: inputDevices.scanners.parse([{ id: 'SC1', terminal: 'K1', link }]),
    keypads: inputDevices.keypads.parse([{ id: 'KP1', terminal: 'K1', link }]),
  }
  const hall = { ...tiny.hall, ...devices }
  const office: Office = await openOffice({
    hallModel: buildHallModel(hall, [...tiny.matters.values()], true),
    log: memoryLog(),
    moment: momentIn(hall.timeZone),
    answer: answerBody,
  })
  const board = quietBoard(hall)
  const hid = simulatedHid(simulatedInputs(hall))
  const rated: [string, number][] = []
  const clock = { ahead: 0, setBack: 0 }
  const nowhere = { list: async () => [], open: async () => null, onChange: () => {} }
  inputs = openInputs({
    office,
    giveOrder: orderDoor(office),
    board,
    simulated: hid,
    hidAt: () => nowhere,
    isLending: () => false,
    isLearning: () => false,
    checkIn: async (code) =>
      code === '11112222'
        ? { ok: false, message: '预约是明天的。', refusal: { code: 'appointment-other-day', details: {} } }
        : null,
    async rate(counterId, stars) {
      rated.push([counterId, stars])
      return true
    },
    now: () => Date.now() + clock.ahead - clock.setBack,
    monotonic: () => performance.now() + clock.ahead,
    newId: randomUUID,
    invalidate: () => {},
    onBroken(error) {
      throw error
    },
  })
  const stateOf = (id: string): string | undefined => board.views().find((one) => one.id === id)?.state
  await expect.poll(() => ['PAD1', 'SC1', 'KP1'].map(stateOf)).toEqual(['ok', 'ok', 'ok'])
  return {
    office,
    hid,
    board,
    rated,
    stateOf,
    signals: () => inputs?.signalsOf('K1').signals ?? [],
    later: (ms: number) => void (clock.ahead += ms),
    /** The computer's clock alone. */
    setBack: (ms: number) => void (clock.setBack += ms),
    /** Bits of the lit pad: 1 next, 2 recall, 4 missed, 8 finish, 16 pause, 32 open. */
    press(button: number) {
      hid.say('PAD1', [Uint8Array.of(1, button), Uint8Array.of(1, 0)])
    },
    scan: (text: string) => hid.say('SC1', encodePosReports(new TextEncoder().encode(text))),
    shows: () => Buffer.from(hid.writtenTo('PAD1') ?? []).toString('latin1'),
    counter: () => counterState(office.state, '1'),
    async take(): Promise<{ ticketId: string; number: string; token: string }> {
      const order: Command = {
        type: 'take-ticket',
        matterId: null,
        queueId: 'B',
        terminalId: 'K1',
        priority: null,
        printer: null,
        missing: [],
        accessible: false,
      }
      const answer = await office.handle(order, 'test', null)
      return answer.ok
        ? (answer.body as { ticketId: string; number: string; token: string })
        : { ticketId: '', number: '', token: '' }
    },
  }
}
const GREEN = '\u0002\u0001\u0000'
const RED = '\u0002\u0003\u0002'

test('PD1 a pad runs its counter without any page: open, next, recall, pause, back, finish', async () => {
  const hall = await openHall()
  const { number } = await hall.take()
  hall.press(32)
  await expect.poll(() => hall.counter().state).toBe('open')
  await expect.poll(hall.shows).toBe(`${GREEN}NEXT`)
  hall.press(1)
  await expect.poll(() => hall.office.state.calls.recent[0]?.number).toBe(number)
  await expect.poll(hall.shows).toBe(`${GREEN}${number}`)
  hall.press(2)
  await expect.poll(() => hall.office.state.calls.recent[0]?.times).toBe(2)
  hall.press(16)
  await expect.poll(() => hall.counter()).toMatchObject({ state: 'paused', pauseReason: '临时离开' })
  hall.later(1_000)
  hall.press(16)
  await expect.poll(() => hall.counter().state).toBe('open')
  hall.press(8)
  await expect.poll(() => hall.counter()).toMatchObject({ ticketId: null, finished: 1 })
  await expect.poll(hall.shows).toBe(`${GREEN}    `)
})

test('PD12 a clock that is set back swallows no press: the next one on the same button calls', async () => {
  const hall = await openHall()
  const numbers = [await hall.take(), await hall.take()].map(({ number }) => number)
  const calledNow = (): string | undefined => hall.office.state.calls.recent[0]?.number
  hall.press(32)
  await expect.poll(() => hall.counter().state).toBe('open')
  hall.press(1)
  await expect.poll(calledNow).toBe(numbers[0])
  hall.setBack(75_000)
  hall.later(5_000)
  hall.press(1)
  await expect.poll(calledNow).toBe(numbers[1])
})

test('PD6 a press that waits for longer than ten seconds to be decided does nothing, and is shown as refused; the next one acts', async () => {
  const hall = await openHall()
  const real = performance.now.bind(performance)
  hall.press(32)
  const stoodStill = vi.spyOn(performance, 'now').mockImplementation(() => real() + 11_000)
  try {
    await expect.poll(hall.shows).toContain(RED)
    expect(hall.counter().state).toBe('closed')
  } finally {
    stoodStill.mockRestore()
  }
  hall.later(5_000)
  hall.press(32)
  await expect.poll(() => hall.counter().state).toBe('open')
})

test('D31 a pad, a scanner or a keypad that somebody set aside orders nothing until it is taken back', async () => {
  const hall = await openHall()
  const set = (type: 'switch-device-off' | 'switch-device-on', deviceId: string) =>
    hall.office.handle(
      type === 'switch-device-off' ? { type, deviceId, reason: null } : { type, deviceId },
      'guide',
      null,
    )
  for (const id of ['PAD1', 'SC1', 'KP1']) await set('switch-device-off', id)
  hall.press(32)
  hall.scan('11112222')
  hall.hid.say('KP1', [Uint8Array.of(0, 0, 0x4f, 0, 0, 0, 0, 0), new Uint8Array(8)])
  await new Promise((done) => setTimeout(done, 100))
  expect([hall.counter().state, hall.signals()]).toEqual(['closed', []])
  for (const id of ['PAD1', 'SC1', 'KP1']) await set('switch-device-on', id)
  // What is pressed and scanned twice in a breath counts once.
  hall.later(5_000)
  hall.press(32)
  await expect.poll(() => hall.counter().state).toBe('open')
  hall.scan('11112222')
  hall.hid.say('KP1', [Uint8Array.of(0, 0, 0x4f, 0, 0, 0, 0, 0), new Uint8Array(8)])
  await expect.poll(() => hall.signals().length).toBe(2)
})

test('PD2 a refusal is seen and heard at the pad; then it shows how things stand again', async () => {
  const hall = await openHall()
  const seen = new Set<string>()
  const look = setInterval(() => seen.add(hall.shows()), 5)
  hall.press(1)
  await expect.poll(() => [...seen].some((one) => one.startsWith(RED))).toBe(true)
  await expect.poll(hall.shows).toBe('\u0002\u0000\u0000----')
  clearInterval(look)
  expect(hall.office.state.calls.recent).toEqual([])
})

test('PD3 下一位 pressed again out of impatience ends no visit; pressed later it ends this one and calls the next', async () => {
  const hall = await openHall()
  const [one, other] = [await hall.take(), await hall.take()]
  hall.press(32)
  hall.press(1)
  await expect.poll(() => hall.counter().ticketId).toBe(one.ticketId)
  hall.later(1_000)
  hall.press(1)
  await new Promise((done) => setTimeout(done, 50))
  expect(hall.counter().ticketId).toBe(one.ticketId)
  hall.later(5_000)
  hall.press(1)
  await expect.poll(() => hall.counter().ticketId).toBe(other.ticketId)
  expect(hall.office.state.line.tickets.get(one.ticketId)?.status).toBe('done')
})

test('PD4 a missed visitor is passed over by the pad; a learnt button goes before the table and rates', async () => {
  const hall = await openHall()
  const { ticketId } = await hall.take()
  hall.press(32)
  hall.press(1)
  await expect.poll(() => hall.counter().ticketId).toBe(ticketId)
  hall.press(4)
  await expect.poll(() => hall.office.state.line.tickets.get(ticketId)?.status).toBe('missed')
  hall.press(0x80)
  await expect.poll(() => hall.rated).toEqual([['1', 5]])
})

test('PD5 pulled out and plugged in twenty times: the board says so, and the next press works', async () => {
  const hall = await openHall()
  for (let nth = 0; nth < 20; nth += 1) {
    hall.hid.setPlugged('PAD1', false)
    expect(hall.board.views().find(({ id }) => id === 'PAD1')).toMatchObject({ state: 'fault', word: '拔掉了' })
    hall.hid.setPlugged('PAD1', true)
    await expect.poll(() => hall.stateOf('PAD1')).toBe('ok')
  }
  hall.press(32)
  await expect.poll(() => hall.counter().state).toBe('open')
  expect(hall.board.health().find(({ id }) => id === 'PAD1')).toMatchObject({ faults: 20, where: '1 楼 A 区' })
})

test('SN5 a scanned slip is told to its terminal’s page, once, and forgotten after seconds', async () => {
  const hall = await openHall()
  const { ticketId, number, token } = await hall.take()
  hall.scan(`http://127.0.0.1/t/${token}`)
  await expect.poll(hall.signals).toHaveLength(1)
  expect(hall.signals()[0]).toMatchObject({ type: 'scan', scan: { kind: 'slip', ticket: { ticketId, number, token } } })
  expect(inputs?.signalsOf('K2').signals).toEqual([])
  await expect.poll(hall.signals, { timeout: 20_000 }).toEqual([])
})

test('SN6 an appointment goes to whoever keeps appointments; what nobody knows is said to be unknown', async () => {
  const hall = await openHall()
  for (const text of [
    '11112222',
    '33334444',
    'licence',
    'CASE-2026-1',
    '150102199001010010',
    `http://h.example/t/${'x'.repeat(22)}`,
  ])
    hall.scan(text)
  await expect.poll(hall.signals).toHaveLength(6)
  const said = hall.signals().map((signal) => (signal.type === 'scan' ? signal.scan : null))
  expect(said).toEqual(
    expect.arrayContaining([
      {
        kind: 'appointment',
        ticket: null,
        message: '预约是明天的。',
        refusal: { code: 'appointment-other-day', details: {} },
      },
      { kind: 'appointment', ticket: null, message: null, refusal: null },
      { kind: 'matter', matterId: 'licence' },
      { kind: 'receipt', receipt: 'CASE-2026-1' },
      { kind: 'unknown' },
      { kind: 'old-slip' },
    ]),
  )
  expect(JSON.stringify(hall.signals())).not.toContain('150102')
})

test('KP1 a keypad’s key is told to its terminal’s page, once for each press', async () => {
  const hall = await openHall()
  const down = (usage: number): Uint8Array => Uint8Array.of(0, 0, usage, 0, 0, 0, 0, 0)
  hall.hid.say('KP1', [down(0x51), down(0x51), down(0), down(0x6c), down(0)])
  await expect
    .poll(() => hall.signals().map((signal) => (signal.type === 'key' ? signal.key : '')))
    .toEqual(['down', 'ok'])
})
