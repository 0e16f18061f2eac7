import { showOf } from '../support/read-view.ts'
import pino from 'pino'
import { expect, test } from 'vitest'
import { hall as hallShape } from '../../gateway/contract/hall.ts'
import { momentIn } from '../../gateway/clock.ts'
import { startFakeCard } from '../../gateway/devices/fake/led/fake-card-server.ts'
import type { FakeCard } from '../../gateway/devices/fake/led/fake-card.ts'
import { stripFrame } from '../../gateway/contract/strip-frame.ts'
import { fakeBxk, fakeStrip } from '../../gateway/devices/fake/led/fake-word-cards.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { type Office, openOffice } from '../../gateway/office/office.ts'
import { quietBoard } from '../support/quiet-board.ts'
import { cardCondition } from '../../gateway/board/led-card-words.ts'
import { missingSigns } from '../../gateway/outputs/missing-signs.ts'
import { openPainting } from '../../gateway/outputs/paint-led.ts'
import { stateOf, wordOf } from '../../gateway/board/condition-words.ts'
import { whatToDo } from '../../gateway/board/what-to-do.ts'
import { simulatedLedCards } from '../../gateway/outputs/simulated-led-cards.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'
import { TIMES, closing, until } from '../support/panel-run.ts'

const takeNumber = (office: Office, queueId = 'B') =>
  office.handle(
    {
      type: 'take-ticket',
      matterId: null,
      queueId,
      terminalId: null,
      priority: null,
      printer: null,
      missing: [],
      accessible: false,
    },
    'test',
    null,
  )

test('LS9 characters that a panel has no picture for are named on the board', () => {
  expect(missingSigns('bxk', ['欢迎ᠮ来龥龥', 'A042'])).toEqual(['ᠮ', '龥'])
  expect(missingSigns('bx6', ['欢迎ᠮ来龥𠮷'])).toEqual(['𠮷'])
  expect(missingSigns('template', ['龥'])).toEqual([])
  const missing = cardCondition({ state: 'ok', refused: [] }, ['龥'])
  expect([stateOf(missing), wordOf(missing)]).toEqual(['warning', '字库里没有“龥”'])
  expect(whatToDo({ kind: 'panel', name: '8 号窗口屏' }, missing)).toBe(
    '8 号窗口屏字库里没有“龥”：把公告或欢迎词里的字换掉，换好就恢复。',
  )
  expect(cardCondition({ state: 'ok', refused: [] }, [])).toEqual({ code: 'ok', detail: null })
})

test('LS6 a call reaches all living panels beside dead ones, and the board tells which are dead', async () => {
  const tiny = tinyHallModel()
  const panels = Array.from({ length: 10 }, (_, nth) => ({
    id: `P${nth}`,
    name: `${nth} 号屏`,
    width: 64,
    height: 32,
    card: { kind: 'bx6', link: nth < 3 ? { kind: 'tcp', host: '127.0.0.1', port: 9 } : { kind: 'simulated' } },
  }))
  const hall = { ...tiny.hall, panels: panels.map((one) => hallShape.shape.panels.unwrap().element.parse(one)) }
  const office = await openOffice({
    hallModel: buildHallModel(hall, [...tiny.matters.values()], true),
    log: memoryLog(),
    moment: momentIn(hall.timeZone),
    answer: answerBody,
  })
  const board = quietBoard(hall)
  const ledCards = await simulatedLedCards(hall.panels, () => {})
  const painting = openPainting(
    {
      office,
      board,
      simulatedPort: ledCards.portOf,
      moment: momentIn(hall.timeZone),
      logger: pino({ level: 'silent' }),
      media: { find: () => null },
      watch: showOf(office).watch,
      invalidate: () => {},
    },
    TIMES,
  )
  closing.push(
    () => painting.stop(),
    () => ledCards.close(),
  )
  const shows = (id: string): number =>
    ledCards.cardOf(id)?.card.seen.orders.filter((kind) => kind === 'show').length ?? 0
  const living = hall.panels.slice(3).map(({ id }) => id)
  await until(() => living.every((id) => shows(id) > 0))
  const before = new Map(living.map((id) => [id, shows(id)]))
  await takeNumber(office)
  await office.handle({ type: 'open-counter', counterId: '1' }, 'test', null)
  await office.handle({ type: 'call-next', counterId: '1' }, 'test', null)
  expect(office.state.calls.recent).toHaveLength(1)
  await until(() => living.every((id) => shows(id) > (before.get(id) ?? 0)))
  await until(() => board.views().filter(({ kind, state }) => kind === 'panel' && state === 'fault').length === 3)
  expect(board.views().find(({ id }) => id === 'P0')).toMatchObject({
    word: '连不上控制卡',
    todo: expect.stringContaining('电源'),
  })

  // While the call stands, numbers that are taken send nothing anew: the call would flash again and again.
  const called = new Map(living.map((id) => [id, shows(id)]))
  for (let nth = 0; nth < 10; nth += 1) await takeNumber(office)
  await new Promise((done) => setTimeout(done, 1_300))
  expect(living.map((id) => shows(id) - (called.get(id) ?? 0))).toEqual(living.map(() => 0))
})

/** A hall with one panel behind real TCP. */
async function hallWithPanel(card: FakeCard, what: Record<string, unknown>, counter: string | null) {
  const server = await startFakeCard(card)
  const tiny = tinyHallModel()
  const panel = {
    id: 'P1',
    name: '屏',
    width: 128,
    height: 32,
    counter,
    card: { ...what, link: { kind: 'tcp', host: '127.0.0.1', port: server.port } },
  }
  const hall = { ...tiny.hall, panels: [hallShape.shape.panels.unwrap().element.parse(panel)] }
  const moment = momentIn(hall.timeZone)
  const office = await openOffice({
    hallModel: buildHallModel(hall, [...tiny.matters.values()], true),
    log: memoryLog(),
    moment,
    answer: answerBody,
  })
  const painting = openPainting(
    {
      office,
      board: quietBoard(hall),
      simulatedPort: () => 0,
      moment,
      logger: pino({ level: 'silent' }),
      media: { find: () => null },
      watch: showOf(office).watch,
      invalidate: () => {},
    },
    TIMES,
  )
  closing.push(
    () => painting.stop(),
    () => server.close(),
  )
  return office
}
/** With a font card. */
async function hallWithCard() {
  const card = fakeBxk({ width: 128, height: 32, model: '6K' })
  const office = await hallWithPanel(card, { kind: 'bxk' }, null)
  await until(() => card.texts().includes('等候0人'))
  return { card, office }
}

test('LS17 a strip over a counter tells how many wait for that counter, not for the hall', async () => {
  const frame = stripFrame.parse([
    { part: 'bytes', hex: '3A' },
    { part: 'number', of: 'address', bytes: 1 },
    { part: 'number', of: 'waiting', bytes: 2 },
    { part: 'checksum', kind: 'sum' },
  ])
  const strip = fakeStrip({ width: 128, height: 32, frame, address: 1 })
  // Counter 3 serves queue A alone.
  const office = await hallWithPanel(strip, { kind: 'template', address: 1, frame }, '3')
  for (let nth = 0; nth < 3; nth += 1) await takeNumber(office, 'B')
  for (let nth = 0; nth < 2; nth += 1) await takeNumber(office, 'A')
  await until(() => strip.waiting() === 2)
  await takeNumber(office, 'A')
  await until(() => strip.waiting() === 3)
})

test('LS10 many who come in one second are one new picture with their number, a second later at most', async () => {
  const { card, office } = await hallWithCard()
  const pictures = (): number => card.seen.orders.filter((kind) => kind === 'dynamic').length
  const before = pictures()
  for (let nth = 0; nth < 20; nth += 1) await takeNumber(office)
  await until(() => card.texts().includes('等候20人'))
  expect(pictures() - before).toBeLessThanOrEqual(2)
})

test('LS5 a panel that somebody sets aside goes dark at once, and is lit when it is taken back', async () => {
  const { card, office } = await hallWithCard()
  await office.handle({ type: 'switch-device-off', deviceId: 'P1', reason: '送修' }, 'test', null)
  await until(() => !card.seen.on)
  await office.handle({ type: 'switch-device-on', deviceId: 'P1' }, 'test', null)
  await until(() => card.seen.on)
})
