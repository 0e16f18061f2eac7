import pino from 'pino'
import { SerialPortMock } from 'serialport'
import { afterEach, describe, expect, test } from 'vitest'
import { panelFilm } from '../../display/led/film.ts'
import type { Picture } from '../../display/led/picture.ts'
import { hall as hallShape } from '../../gateway/contract/hall.ts'
import { momentIn } from '../../gateway/clock.ts'
import { fakeBx6 } from '../../gateway/devices/fake/led/fake-bx6.ts'
import { type FakeCardServer, startFakeCard } from '../../gateway/devices/fake/led/fake-card-server.ts'
import { fakeHuidu, fakeNovastar } from '../../gateway/devices/fake/led/fake-picture-cards.ts'
import { fakeBxk, fakeStrip } from '../../gateway/devices/fake/led/fake-word-cards.ts'
import { bx6Driver } from '../../gateway/devices/led/bx6/bx6-driver.ts'
import { bxkDriver } from '../../gateway/devices/led/bxk/bxk-driver.ts'
import type { CardDriver, ShowOrder } from '../../gateway/devices/led/card-driver.ts'
import { huiduDriver } from '../../gateway/devices/led/huidu/huidu-driver.ts'
import { parseLocalTime } from '../../gateway/devices/led/local-time.ts'
import { novastarDriver } from '../../gateway/devices/led/novastar/novastar-driver.ts'
import { panelInk } from '../../gateway/devices/led/panel-ink.ts'
import { type CardState, type SupervisedCard, superviseCard } from '../../gateway/devices/led/supervise-card.ts'
import { templateDriver } from '../../gateway/devices/led/template/template-driver.ts'
import { serialLink } from '../../gateway/devices/serial-link.ts'
import { openTcp } from '../../gateway/devices/tcp-link.ts'
import { stripFrame } from '../../gateway/contract/strip-frame.ts'
import { buildHouse } from '../../gateway/domain/house.ts'
import { openOffice } from '../../gateway/office.ts'
import { deviceBoard } from '../../gateway/outputs/device-board.ts'
import { cardWords } from '../../gateway/outputs/card-words.ts'
import { missingSigns } from '../../gateway/outputs/missing-signs.ts'
import { panelCard } from '../../gateway/contract/led-panel.ts'
import { cardLinks, driverOf } from '../../gateway/outputs/open-card.ts'
import { openPainting, wantedAt } from '../../gateway/outputs/paint-led.ts'
import { whatToDo } from '../../gateway/outputs/what-to-do.ts'
import { simulatedCards } from '../../gateway/outputs/simulated-cards.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { NOW, call, panel } from '../fixtures/views/display.ts'
import { tinyHouse } from '../support/tiny-hall.ts'

const TIMES = { answerMs: 250, pauseMs: 20, mostPauseMs: 60, againMs: 60_000, clockMs: 3_600_000 }
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => void (await Promise.all(closing.splice(0).map((close) => close()))))

async function until(what: () => boolean): Promise<void> {
  while (!what()) await new Promise((done) => setTimeout(done, 5))
}
const same = (one: Picture | undefined, other: Picture): boolean => one !== undefined && Buffer.compare(one.pixels, other.pixels) === 0

/** A steady call on a panel of this size. */
function order(width: number, height: number, colour: 'single' | 'double' | 'triple' | 'rgb565' | 'rgb888', number = 'A042'): ShowOrder {
  const view = { ...panel, panel: { ...panel.panel, width, height, colour }, calls: [call({ number })] }
  const film = panelFilm(view, NOW + 10_000, panelInk())
  return { film: () => film, lines: [`请${number}到12号窗口`], strip: { number, counter: '12', waiting: 6 } }
}
interface Run {
  server: FakeCardServer
  card: SupervisedCard
  states: CardState[]
}
async function run(server: FakeCardServer, driver: CardDriver, wanted = () => ({ on: true, percent: 60 as number | null })): Promise<Run> {
  const states: CardState[] = []
  const localTime = () => parseLocalTime('2026-11-23T11:46:09')
  const card = superviseCard({ open: () => openTcp('127.0.0.1', server.port, 500), driver, wanted, localTime, onState: (state) => states.push(state) }, TIMES)
  closing.push(
    () => card.stop(),
    () => server.close(),
  )
  return { server, card, states }
}

describe('the picture meant is the picture shown', () => {
  const colours = ['single', 'double', 'triple', 'rgb565', 'rgb888'] as const
  test.each(colours)('LS1 BX-6 in "%s": greeted, clock set, lit, dimmed, and dot for dot', async (colour) => {
    const { server, card } = await run(await startFakeCard(fakeBx6({ width: 128, height: 32, colour })), bx6Driver(128, 32, colour))
    const wanted = order(128, 32, colour)
    card.show(wanted)
    await until(() => server.card.seen.orders.includes('show'))
    const shown = server.card.picture()
    // 16 bits hold the colours nearly; all others exactly.
    if (colour === 'rgb565') expect(shown.pixels.every((value, at) => Math.abs(value - (wanted.film().frames[0]?.picture.pixels[at] ?? 0)) < 9)).toBe(true)
    else expect(same(wanted.film().frames[0]?.picture, shown)).toBe(true)
    expect(server.card.seen).toMatchObject({ on: true, brightness: 9, clock: '11:46', broken: 0 })
  })
  test('LS1 a two-colour panel that is wired green before red shows red as red', async () => {
    const card = panelCard.parse({ kind: 'bx6', link: { kind: 'simulated' }, colour: 'double', planes: 'gr' })
    const { server, card: supervised } = await run(
      await startFakeCard(fakeBx6({ width: 128, height: 32, colour: 'double-gr' })),
      driverOf({ width: 128, height: 32 }, card),
    )
    const wanted = order(128, 32, 'double')
    supervised.show(wanted)
    await until(() => same(wanted.film().frames[0]?.picture, server.card.picture()))
  })
  test('LS1 Huidu: uploaded as PNG, checked, named by a programme', async () => {
    const { server, card } = await run(await startFakeCard(fakeHuidu({ width: 320, height: 96 })), huiduDriver(320, 96))
    const wanted = order(320, 96, 'rgb888')
    card.show(wanted)
    await until(() => same(wanted.film().frames.at(-1)?.picture, server.card.picture()))
    expect(server.card.seen).toMatchObject({ brightness: 60, broken: 0 })
  })
  test.each(['5K', '6K', '6K-marked'] as const)('LS1 BX-K %s: the words arrive', async (model) => {
    const fake = fakeBxk({ width: 128, height: 16, model })
    const { card, server } = await run(await startFakeCard(fake), bxkDriver(128, 16, model))
    card.show(order(128, 16, 'single'))
    await until(() => fake.texts().length > 0)
    expect(fake.texts()).toEqual(['请A042到12号窗口'])
    expect(server.card.seen).toMatchObject({ brightness: 9, broken: 0 })
  })
  test('LS1 NovaStar: brightness and blank', async () => {
    let on = true
    const { server, card, states } = await run(await startFakeCard(fakeNovastar({ width: 64, height: 32 })), novastarDriver(), () => ({ on, percent: 50 }))
    await until(() => server.card.seen.brightness === 128)
    expect(server.card.seen.on).toBe(true)
    on = false
    card.show(order(64, 32, 'rgb888'))
    await until(() => !server.card.seen.on)
    await until(() => states.at(-1)?.state === 'off')
  })
})

const frame = stripFrame.parse([
  { part: 'bytes', hex: '3A' },
  { part: 'number', of: 'address', bytes: 1 },
  { part: 'text', bytes: 5 },
  { part: 'checksum', kind: 'crc16-modbus', order: 'low-first' },
])
test('LS2 strips on a serial line: the frame of the description, and only the strip with this address takes it', async () => {
  SerialPortMock.binding.createPort('/dev/ttyStrip', { echo: false, record: false })
  const strips = [3, 4].map((address) => fakeStrip({ width: 64, height: 16, frame, address }))
  const feeds = strips.map((strip) =>
    strip.attend(
      () => {},
      () => false,
    ),
  )
  const open = async () => {
    const link = await serialLink(new SerialPortMock({ path: '/dev/ttyStrip', baudRate: 9_600, autoOpen: false }))
    const write = async (bytes: Uint8Array): Promise<void> => {
      await link?.write(bytes)
      for (const feed of feeds) feed(bytes)
    }
    return link && { ...link, write }
  }
  const card = superviseCard(
    {
      open,
      driver: templateDriver(frame, 4),
      wanted: () => ({ on: true, percent: null }),
      localTime: () => parseLocalTime('2026-11-23T11:46:09'),
      onState: () => {},
    },
    TIMES,
  )
  closing.push(() => card.stop())
  card.show(order(64, 16, 'single', 'B007'))
  await until(() => strips[1]?.number() !== '')
  expect(strips.map((strip) => strip.number())).toEqual(['', 'B007'])
})

describe('font cards on one serial line', () => {
  /** Two cards behind one port; whoever speaks while another is being asked or answers spoils both. */
  async function bus(path: string, second: 'well' | 'dead') {
    SerialPortMock.binding.createPort(path, { echo: false, record: false })
    const cards = [3, 4].map((address) => fakeBxk({ width: 128, height: 16, model: '5K', address }))
    let opened = 0
    let clashes = 0
    let busy = false
    const openPort = async (at: string, baudRate: number) => {
      opened += 1
      const link = await serialLink(new SerialPortMock({ path: at, baudRate, autoOpen: false }))
      if (!link) return null
      const hearers: ((bytes: Uint8Array) => void)[] = []
      const feeds = cards.map((card, nth) =>
        card.attend(
          (answer) =>
            setTimeout(() => {
              busy = false
              if (nth === 0 || second === 'well') for (const hear of hearers) hear(answer)
            }, 15),
          () => false,
        ),
      )
      return {
        ...link,
        onData(hear: (bytes: Uint8Array) => void) {
          hearers.push(hear)
          return () => {}
        },
        write: async (bytes: Uint8Array) => {
          if (busy) clashes += 1
          busy = true
          await link.write(bytes)
          for (const feed of feeds) feed(bytes)
        },
      }
    }
    const open = cardLinks(() => 0, openPort)
    const states: CardState[][] = [[], []]
    const supervised = [3, 4].map((address, nth) => {
      const card = superviseCard(
        {
          open: () => open(`W${address}`, { kind: 'serial', path, baudRate: 9_600 }),
          driver: bxkDriver(128, 16, '5K', address),
          wanted: () => ({ on: true, percent: null }),
          localTime: () => parseLocalTime('2026-11-23T11:46:09'),
          onState: (state) => states[nth]?.push(state),
        },
        TIMES,
      )
      closing.push(() => card.stop())
      return card
    })
    return { cards, supervised, states, opened: () => opened, clashes: () => clashes }
  }
  test('LS7 each is asked by its address, one question with its answer at a time, through one open port', async () => {
    const { cards, supervised, opened, clashes } = await bus('/dev/ttyBus', 'well')
    for (let nth = 1; nth <= 5; nth += 1) for (const [at, card] of supervised.entries()) card.show(order(128, 16, 'single', `${at === 0 ? 'A' : 'B'}00${nth}`))
    await until(() => cards[0]?.texts()[0] === '请A005到12号窗口' && cards[1]?.texts()[0] === '请B005到12号窗口')
    expect([opened(), clashes()]).toEqual([1, 0])
  })
  test('LS7 a dead one is told as a fault, the other goes on', async () => {
    const { cards, supervised, states } = await bus('/dev/ttyBusDead', 'dead')
    await until(() => states[1]?.some(({ state }) => state === 'fault') ?? false)
    for (let nth = 1; nth <= 3; nth += 1) {
      supervised[0]?.show(order(128, 16, 'single', `A00${nth}`))
      await until(() => cards[0]?.texts()[0] === `请A00${nth}到12号窗口`)
    }
    expect(states[0]?.every(({ state }) => state === 'ok')).toBe(true)
  })
})
test('LS8 all is said again and again, and the clock set, not only when the card comes: it may have lost power', async () => {
  const server = await startFakeCard(fakeBx6({ width: 64, height: 32, colour: 'single' }))
  const times = { ...TIMES, againMs: 20, clockMs: 20 }
  const card = superviseCard(
    {
      ...{ open: () => openTcp('127.0.0.1', server.port, 500), driver: bx6Driver(64, 32, 'single'), wanted: () => ({ on: true, percent: null }) },
      ...{ localTime: () => parseLocalTime('2026-11-23T11:46:09'), onState: () => {} },
    },
    times,
  )
  closing.push(
    () => card.stop(),
    () => server.close(),
  )
  card.show(order(64, 32, 'single'))
  const count = (kind: string): number => server.card.seen.orders.filter((one) => one === kind).length
  await until(() => ['time', 'show', 'power'].every((kind) => count(kind) > 2))
  expect(server.clients).toBe(1)
})
test('LS9 characters that a panel has no picture for are named on the board', () => {
  expect(missingSigns('bxk', ['欢迎ᠮ来龥龥', 'A042'])).toEqual(['ᠮ', '龥'])
  expect(missingSigns('bx6', ['欢迎ᠮ来龥𠮷'])).toEqual(['𠮷'])
  expect(missingSigns('template', ['龥'])).toEqual([])
  const { state, word } = cardWords({ state: 'ok' }, ['龥'])
  expect([state, word]).toEqual(['warning', '字库里没有“龥”'])
  expect(whatToDo('panel', state, word, null, '8 号窗口屏')).toBe('8 号窗口屏字库里没有“龥”：把公告或欢迎词里的字换掉，换好就恢复。')
  expect(cardWords({ state: 'ok' }, [])).toEqual({ state: 'ok', word: '正常' })
})

describe('a card that is not well', () => {
  const start = async (colour: 'single' = 'single') => run(await startFakeCard(fakeBx6({ width: 64, height: 32, colour })), bx6Driver(64, 32, colour))
  test.each(['silent', 'refuses', 'cuts', 'away'] as const)('LS3 "%s" is told as a fault, and the newest picture is there when it is over', async (fault) => {
    const { server, card, states } = await start()
    server.set(fault, true)
    card.show(order(64, 32, 'single', 'A001'))
    await until(() => states.some(({ state }) => state === 'fault'))
    for (const number of ['A002', 'A003']) card.show(order(64, 32, 'single', number))
    server.set(fault, false)
    const wanted = order(64, 32, 'single', 'A004')
    card.show(wanted)
    await until(() => same(wanted.film().frames[0]?.picture, server.card.picture()))
    expect(states.at(-1)).toBeDefined()
  })
  test('LS3 a slow card gets the last picture only, not all between', async () => {
    const { server, card } = await run(await startFakeCard(fakeBx6({ width: 64, height: 32, colour: 'single' })), bx6Driver(64, 32, 'single'))
    card.show(order(64, 32, 'single', 'A000'))
    await until(() => server.card.seen.orders.includes('show'))
    for (let nth = 1; nth <= 100; nth += 1) card.show(order(64, 32, 'single', `A${String(nth).padStart(3, '0')}`))
    const wanted = order(64, 32, 'single', 'A100')
    await until(() => same(wanted.film().frames[0]?.picture, server.card.picture()))
    expect(server.card.seen.orders.filter((kind) => kind === 'show').length).toBeLessThan(10)
  })
  test('LS4 another panel than was set up is told in words', async () => {
    const { states } = await run(await startFakeCard(fakeBx6({ width: 96, height: 32, colour: 'single' })), bx6Driver(128, 32, 'single'))
    await until(() => states.length > 0)
    expect(states[0]).toEqual({ state: 'fault', trouble: { kind: 'wrong', why: '屏是 96×32，设置里写的是 128×32' } })
  })
  test('LS5 off on purpose is no fault', async () => {
    const { server, states } = await run(await startFakeCard(fakeBx6({ width: 64, height: 32, colour: 'single' })), bx6Driver(64, 32, 'single'), () => ({
      on: false,
      percent: null,
    }))
    await until(() => states.length > 0)
    expect(states[0]).toEqual({ state: 'off' })
    expect(server.card.seen.on).toBe(false)
  })
  test('LS5 hours may pass midnight; brightness lasts until the next entry', () => {
    const card = {
      hours: { on: '18:00', off: '06:00' },
      brightness: [
        { from: '07:00', percent: 90 },
        { from: '19:00', percent: 40 },
      ],
    }
    const at = (clock: string) => wantedAt(card, Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)), false)
    expect([at('05:59'), at('06:00'), at('17:59'), at('18:00'), at('19:00')]).toEqual([
      { on: true, percent: 40 },
      { on: false, percent: 40 },
      { on: false, percent: 90 },
      { on: true, percent: 90 },
      { on: true, percent: 40 },
    ])
  })
})

test('LS6 a call reaches all living panels beside dead ones, and the board tells which are dead', async () => {
  const tiny = tinyHouse()
  const panels = Array.from({ length: 10 }, (_, nth) => ({
    id: `P${nth}`,
    name: `${nth} 号屏`,
    width: 64,
    height: 32,
    card: { kind: 'bx6', link: nth < 3 ? { kind: 'tcp', host: '127.0.0.1', port: 9 } : { kind: 'simulated' } },
  }))
  const hall = { ...tiny.hall, panels: panels.map((one) => hallShape.shape.panels.element.parse(one)) }
  const office = await openOffice({
    house: buildHouse(hall, [...tiny.matters.values()], true),
    log: memoryLog(),
    moment: momentIn(hall.timeZone),
    answer: answerBody,
  })
  const board = deviceBoard({
    hall,
    isListening: () => false,
    mayBeOff: () => false,
    remembered: new Map(),
    boundTo: () => null,
    offOf: () => null,
    now: Date.now,
  })
  const cards = await simulatedCards(hall.panels, () => {})
  const painting = openPainting(
    {
      office,
      board,
      simulatedPort: cards.portOf,
      moment: momentIn(hall.timeZone),
      logger: pino({ level: 'silent' }),
      media: { find: () => null },
      news: () => {},
    },
    TIMES,
  )
  closing.push(
    () => painting.stop(),
    () => cards.close(),
  )
  const shows = (id: string): number => cards.cardOf(id)?.card.seen.orders.filter((kind) => kind === 'show').length ?? 0
  const living = hall.panels.slice(3).map(({ id }) => id)
  await until(() => living.every((id) => shows(id) > 0))
  const before = new Map(living.map((id) => [id, shows(id)]))
  await office.handle(
    { type: 'take-ticket', matterId: null, queueId: 'B', terminalId: null, priority: null, printer: null, missing: [], accessible: false },
    'test',
    null,
  )
  await office.handle({ type: 'open-counter', counterId: '1' }, 'test', null)
  await office.handle({ type: 'call-next', counterId: '1' }, 'test', null)
  expect(office.state.calls).toHaveLength(1)
  await until(() => living.every((id) => shows(id) > (before.get(id) ?? 0)))
  await until(() => board.views().filter(({ kind, state }) => kind === 'panel' && state === 'fault').length === 3)
  expect(board.views().find(({ id }) => id === 'P0')).toMatchObject({ word: '连不上控制卡', todo: expect.stringContaining('电源') })

  // While the call stands, numbers that are taken send nothing anew: the call would flash again and again.
  const called = new Map(living.map((id) => [id, shows(id)]))
  const take = (queueId: string) =>
    office.handle(
      { type: 'take-ticket', matterId: null, queueId, terminalId: null, priority: null, printer: null, missing: [], accessible: false },
      'test',
      null,
    )
  for (let nth = 0; nth < 10; nth += 1) await take('B')
  await new Promise((done) => setTimeout(done, 1_300))
  expect(living.map((id) => shows(id) - (called.get(id) ?? 0))).toEqual(living.map(() => 0))
})

test('LS10 many who come in one second are one new picture with their number, a second later at most', async () => {
  const card = fakeBxk({ width: 128, height: 32, model: '6K' })
  const server = await startFakeCard(card)
  const tiny = tinyHouse()
  const panel = { id: 'P1', name: '屏', width: 128, height: 32, card: { kind: 'bxk', link: { kind: 'tcp', host: '127.0.0.1', port: server.port } } }
  const hall = { ...tiny.hall, panels: [hallShape.shape.panels.element.parse(panel)] }
  const moment = momentIn(hall.timeZone)
  const office = await openOffice({ house: buildHouse(hall, [...tiny.matters.values()], true), log: memoryLog(), moment, answer: answerBody })
  const board = deviceBoard({
    ...{ hall, isListening: () => false, mayBeOff: () => false, offOf: () => null, boundTo: () => null, remembered: new Map(), now: Date.now },
  })
  const painting = openPainting(
    { office, board, simulatedPort: () => 0, moment, logger: pino({ level: 'silent' }), media: { find: () => null }, news: () => {} },
    TIMES,
  )
  closing.push(
    () => painting.stop(),
    () => server.close(),
  )
  await until(() => card.texts().includes('等候0人'))
  const before = server.card.seen.orders.length
  for (let nth = 0; nth < 20; nth += 1)
    await office.handle(
      { type: 'take-ticket', matterId: null, queueId: 'B', terminalId: null, priority: null, printer: null, missing: [], accessible: false },
      'test',
      null,
    )
  await until(() => card.texts().includes('等候20人'))
  expect(server.card.seen.orders.length - before).toBeLessThanOrEqual(2)
})
