import { expect, test } from 'vitest'
import type { DeviceView } from '../../gateway/contract/device-view.ts'
import { hall as hallShape } from '../../gateway/contract/hall.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { panelView } from '../../gateway/views/panel-view.ts'
import { terminalView } from '../../gateway/views/terminal-view.ts'
import { trackView } from '../../gateway/views/track-view.ts'
import { type Story, given } from '../support/given.ts'
import { liveWith, readAt } from '../support/read-view.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const take = (queueId: string) => ({ type: 'take-ticket', queueId, printer: 'none' }) as const
const open = (counterId: string) => ({ type: 'open-counter', counterId }) as const
const next = (counterId: string) => ({ type: 'call-next', counterId }) as const
const nowOf = (story: Story): number => story.events.at(-1)?.at ?? 0

test('VW5 a phone sees the last two called of its queue and the two right before it, by number and counter alone', () => {
  const story = given().when(open('1')).when(open('3')).when(open('4'))
  for (let nth = 0; nth < 8; nth += 1) story.when(take('B'))
  story.when(take('A')).when(next('3'))
  for (const id of ['1', '4']) story.when(next(id))
  story.when({ type: 'finish-ticket', counterId: '1' }).when(next('1'))
  const track = (number: string) =>
    trackView(readAt(tinyHallModel(), story.state, nowOf(story)), story.ticket(number).token)
  expect(track('B008')?.before).toEqual([
    { number: 'B002', state: 'called', counterId: '4' },
    { number: 'B003', state: 'called', counterId: '1' },
    { number: 'B006', state: 'waiting', counterId: null },
    { number: 'B007', state: 'waiting', counterId: null },
  ])
  expect(track('B004')?.before.map(({ number }) => number)).toEqual(['B002', 'B003'])
  // Who was called does not stand before itself; the one called before it does.
  expect(track('B003')?.before.map(({ number }) => number)).toEqual(['B001', 'B002'])
  expect(track('B008')).toMatchObject({ ahead: 4, queueName: '企业登记', requeueUntil: null, counterId: null })
})

test('VW5 a phone tells until when a missed number may come back, and holds nothing of anybody else', () => {
  const story = given().when(open('1')).when(take('B')).when(take('B')).when(next('1'))
  const view = () => trackView(readAt(tinyHallModel(), story.state, nowOf(story)), story.ticket('B001').token)
  story.when({ type: 'miss-ticket', counterId: '1' })
  expect(view()?.requeueUntil).toBe((story.ticket('B001').missedAt ?? 0) + 30 * 60_000)
  const text = JSON.stringify(view())
  for (const secret of [story.ticket('B002').id, story.ticket('B002').token, story.ticket('B001').id])
    expect(text).not.toContain(secret)
})

/** The tiny hall with a second zone, whose counter 4 and panels stand there. */
function twoZones(panels: object[]) {
  const tiny = tinyHallModel()
  const [floor] = tiny.hall.floors
  const hall = hallShape.parse({
    ...tiny.hall,
    floors: [{ ...floor, zones: [...(floor?.zones ?? []), { id: '1B', name: 'B 区' }] }],
    counters: tiny.hall.counters.map((one) => (one.id === '4' ? { ...one, zone: '1B' } : one)),
    panels: panels.map((one, nth) => ({ id: `P${nth + 1}`, name: '屏', width: 64, height: 32, ...one })),
  })
  return buildHallModel(hall, [...tiny.matters.values()], true)
}

test('VW7 a panel lists the newest five calls around it, none of them missed, and counts who waits there', () => {
  const hallModel = twoZones([{}, { zones: ['1B'] }, { counter: '1' }])
  const story = given(hallModel).when(open('1')).when(open('4')).when(open('3'))
  for (let nth = 0; nth < 9; nth += 1) story.when(take('B'))
  for (let nth = 0; nth < 6; nth += 1) story.when(next('1')).when({ type: 'finish-ticket', counterId: '1' })
  story.when(next('4')).when({ type: 'miss-ticket', counterId: '4' }).when(next('4')).when(take('A'))
  const panel = (id: string) => panelView(readAt(hallModel, story.state, nowOf(story)), id)
  const numbers = (id: string) => panel(id)?.calls.map(({ number }) => number)
  expect(numbers('P1')).toEqual(['B008', 'B006', 'B005', 'B004', 'B003'])
  expect(numbers('P2')).toEqual(['B008'])
  expect(numbers('P3')).toEqual(['B006', 'B005', 'B004', 'B003', 'B002'])
  expect([panel('P1')?.waiting, panel('P2')?.waiting]).toEqual([2, 1])
  expect([panel('P1')?.counter, panel('P3')?.counter]).toEqual([
    null,
    { id: '1', state: 'open', ticket: null, called: false, waiting: 1 },
  ])
  story.when(next('1'))
  expect(panel('P3')?.counter).toEqual({ id: '1', state: 'open', ticket: 'B009', called: true, waiting: 0 })
  story.when({ type: 'serve-ticket', counterId: '1' })
  expect(panel('P3')?.counter).toMatchObject({ ticket: 'B009', called: false })
})

test('VW7 letters on a panel are as high as the distance needs: 51 mm up to 4.57 m, then 3.2 mm for each foot', () => {
  const hallModel = twoZones([
    { pitchMm: 10, distanceM: 3 },
    { pitchMm: 10, distanceM: 0.3048 * 25 },
    { pitchMm: 10 },
    { distanceM: 9 },
  ])
  const least = ['P1', 'P2', 'P3', 'P4'].map(
    (id) => panelView(readAt(hallModel, given(hallModel).state, 0), id)?.panel.leastDots,
  )
  // 51 mm × 1.4 = 71.4 mm; (51 + 32) mm × 1.4 = 116.2 mm.
  expect(least).toEqual([8, 12, 0, 0])
})

const device = (id: string, over: Partial<DeviceView> = {}): DeviceView => ({
  id,
  kind: 'printer',
  name: id,
  state: 'ok',
  since: 0,
  word: '正常',
  code: 'ok',
  todo: null,
  fault: null,
  off: null,
  ...over,
})

test('VW9 a terminal offers its own printer, printers of others that print now, and a reader that answers', () => {
  const tiny = tinyHallModel()
  const [one] = tiny.hall.terminals
  const hall = hallShape.parse({
    ...tiny.hall,
    terminals: [one, { ...one, id: 'K2', printer: 'PR2' }, { ...one, id: 'K3', printer: null }],
    readers: [
      { id: 'RD1', terminal: 'K1', enabled: true, link: { kind: 'simulated' } },
      { id: 'RD3', terminal: 'K3', enabled: false, link: { kind: 'simulated' } },
    ],
  })
  const hallModel = buildHallModel(hall, [...tiny.matters.values()], true)
  const terminal = (id: string, devices: DeviceView[]) =>
    terminalView(
      readAt(
        hallModel,
        given(hallModel).state,
        0,
        liveWith(() => devices),
      ),
      id,
    )
  const well = [device('PR1'), device('PR2'), device('RD1', { kind: 'reader' }), device('RD3', { kind: 'reader' })]
  expect(terminal('K1', well)).toMatchObject({
    printer: { id: 'PR1', state: 'ok', word: '正常', fault: null, paused: false },
    otherPrinters: [{ terminalId: 'K2', printerId: 'PR2' }],
    reader: { id: 'RD1' },
  })
  expect(terminal('K3', well)).toMatchObject({
    printer: null,
    otherPrinters: [
      { terminalId: 'K1', printerId: 'PR1' },
      { terminalId: 'K2', printerId: 'PR2' },
    ],
    reader: null,
  })
  const broken = [
    device('PR1', { state: 'fault', fault: 'paper-out', word: '缺纸' }),
    device('PR2', { state: 'fault' }),
  ]
  expect(terminal('K1', broken)).toMatchObject({
    printer: { id: 'PR1', state: 'fault', word: '缺纸', fault: 'paper-out', paused: true },
    otherPrinters: [],
    reader: null,
  })
  expect(terminal('K1', [])).toMatchObject({
    printer: { id: 'PR1', state: 'unknown', word: '', fault: null, paused: false },
  })
  expect(terminal('K1', [device('RD1', { kind: 'reader', state: 'fault' })])?.reader).toBeNull()
  expect(terminal('K9', well)).toBeNull()
})

test('VW9 printing rests only when the stand-in does not print either', () => {
  const tiny = tinyHallModel()
  const printers = tiny.hall.printers.map((one) => (one.id === 'PR1' ? { ...one, fallback: 'PR2' } : one))
  const hallModel = buildHallModel({ ...tiny.hall, printers }, [...tiny.matters.values()], true)
  const paused = (...devices: DeviceView[]) =>
    terminalView(
      readAt(
        hallModel,
        given(hallModel).state,
        0,
        liveWith(() => devices),
      ),
      'K1',
    )?.printer?.paused
  const out = { fault: 'paper-out' as const }
  const off = { off: { at: 0, by: '王', reason: null } }
  expect(paused(device('PR1', out), device('PR2'))).toBe(false)
  expect(paused(device('PR1', out), device('PR2', off))).toBe(true)
  expect(paused(device('PR1', off), device('PR2', out))).toBe(true)
  expect(paused(device('PR1'), device('PR2', out))).toBe(false)
})
