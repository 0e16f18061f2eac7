import { expect, test } from 'vitest'
import { hall as hallShape } from '../../gateway/contract/hall.ts'
import { matter } from '../../gateway/contract/matter.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { bookingView } from '../../gateway/views/appointment-view.ts'
import { deskView, linesInHall } from '../../gateway/views/desk-view.ts'
import { noticesOn } from '../../gateway/views/notice-view.ts'
import { queueView } from '../../gateway/views/queue-view.ts'
import { screenView } from '../../gateway/views/screen-view.ts'
import { startView } from '../../gateway/views/start-view.ts'
import { terminalView } from '../../gateway/views/terminal-view.ts'
import { lineRow, ticketRow, ticketView } from '../../gateway/views/ticket-view.ts'
import { bookingHallModel } from '../support/booking-hall.ts'
import { type LooseCommand, type Story, given } from '../support/given.ts'
import { readAt } from '../support/read-view.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const nowOf = (story: Story): number => story.events.at(-1)?.at ?? 0
const reading = (story: Story, hallModel = tinyHallModel()) => readAt(hallModel, story.state, nowOf(story))
const MEDIA = 'ab'.repeat(32)
const take = (queueId: string) => ({ type: 'take-ticket', queueId, printer: 'none' }) as const
const open = (counterId: string) => ({ type: 'open-counter', counterId }) as const

/** Matters of two departments; the last three are not to be offered first. */
function manyMatters() {
  const { hall } = tinyHallModel()
  const departments = [...hall.departments, { id: 'rsj', name: '人社局' }]
  const one = (nth: number, over: object) =>
    matter.parse({
      id: `m${nth}`,
      code: `${nth}`,
      name: `事项${nth}`,
      department: 'scjg',
      kind: '行政许可',
      queueId: 'B',
      popular: nth,
      ...over,
    })
  const usual = Array.from({ length: 14 }, (_, nth) => one(nth + 1, {}))
  const others = [
    one(90, { popular: 0, department: 'rsj' }),
    one(91, { queueId: null, department: 'rsj' }),
    one(92, { state: '暂停' }),
  ]
  return buildHallModel(hallShape.parse({ ...hall, departments }), [...usual, ...others], true)
}

test('VW9 a terminal offers the twelve most asked-for matters that it can give a number for, and counts each department’s', () => {
  const hallModel = manyMatters()
  const view = terminalView(readAt(hallModel, given(hallModel).state, 0), 'K1')
  expect(view?.popular).toEqual(Array.from({ length: 12 }, (_, nth) => `m${14 - nth}`))
  expect(view?.departments).toEqual([
    { id: 'scjg', name: '市场监督管理局', matters: 14, chief: null },
    { id: 'rsj', name: '人社局', matters: 2, chief: null },
  ])
})

test('VW9 a terminal says whether the hall is open, else when to come back, and shows its own call for a guide alone', () => {
  const hallModel = tinyHallModel(false)
  const at = (clock: number, story = given(hallModel)) =>
    terminalView(readAt(hallModel, story.state, Date.UTC(2026, 2, 18, clock - 8)), 'K1')
  expect(at(10)).toMatchObject({ open: true, notNow: null, lastTicket: '16:40', help: null })
  expect(at(7)).toMatchObject({ open: false, notNow: { code: 'hall-closed', details: { backClock: '09:00' } } })
  const { hall, matters } = hallModel
  const [first] = hall.terminals
  const two = buildHallModel(
    { ...hall, terminals: [first, { ...first, id: 'K2' }] } as typeof hall,
    [...matters.values()],
    true,
  )
  const story = given(two).when({ type: 'call-guide', terminalId: 'K2', where: '首页' })
  const helpAt = (id: string) => terminalView(reading(story, two), id)?.help
  expect([helpAt('K1'), helpAt('K2')]).toMatchObject([null, { from: 'K2', where: '首页', answeredBy: null }])
})

test('VW4 a line is told whole, with its waits and why the first is first; a counter’s own line stands beside the queues', () => {
  const story = given().when(open('1')).when(open('2'))
  for (const queueId of ['B', 'B', 'A']) story.when(take(queueId))
  story.when({ type: 'take-ticket', queueId: 'B', priority: '军人' })
  const ids = (...numbers: string[]): string[] => numbers.map((number) => story.ticket(number).id)
  const row = lineRow(reading(story), 'B')
  expect(row).toMatchObject({
    id: 'B',
    tickets: ids('B003', 'B001', 'B002'),
    whyFirst: expect.stringContaining('军人'),
  })
  expect(row.waits).toHaveLength(3)
  expect(linesInHall(reading(story))).toEqual(['A', 'B'])
  story.when({ type: 'transfer-ticket', ticketId: story.ticket('A001').id, toCounterId: '1' })
  expect(linesInHall(reading(story))).toEqual(['A', 'B', '@1'])
  expect(lineRow(reading(story), '@1').tickets).toEqual(ids('A001'))
  expect(lineRow(reading(story), 'A')).toMatchObject({ tickets: [], waits: [], whyFirst: null })
})

test('VW4 a number that is first in its line says why, one that is not does not; only a missed one tells until when it may come back', () => {
  const story = given().when(open('1')).when(take('B')).when(take('B'))
  const view = (number: string) => ticketView(reading(story), story.ticket(number))
  expect([view('B001').ahead, view('B002').ahead]).toEqual([0, 1])
  expect(view('B001').whyNext).not.toBeNull()
  expect(view('B002').whyNext).toBeNull()
  expect(view('B001')).toMatchObject({ requeueUntil: null, line: 'B', counterId: null, whyCalled: null })
  story.when({ type: 'call-next', counterId: '1' })
  expect(view('B001')).toMatchObject({
    ahead: 0,
    wait: null,
    whyNext: null,
    counterId: '1',
    whyCalled: expect.any(String),
  })
  story.when({ type: 'miss-ticket', counterId: '1' })
  expect(view('B001').requeueUntil).toBe((story.ticket('B001').missedAt ?? 0) + 30 * 60_000)
})

test('VW4 a number keeps the name of its matter after an import changed it', () => {
  const tiny = tinyHallModel()
  const story = given(tiny).when({ type: 'take-ticket', matterId: 'licence', printer: 'none' })
  const renamed = [...tiny.matters.values()].map((one) => (one.id === 'licence' ? { ...one, name: '新名字' } : one))
  const later = buildHallModel(tiny.hall, renamed, true)
  expect(ticketRow(reading(story, later), story.ticket('B001')).matterName).toBe('营业执照补领、换发')
  // A number of an older log has no name of its own.
  const old = { ...story.ticket('B001'), matterName: undefined }
  expect(ticketRow(reading(story, later), old as never).matterName).toBe('新名字')
})

test('VW6 the phone page offers the queues with places, the matters that lead to them, and the rules', () => {
  const moment = { now: Date.UTC(2026, 2, 18, 2), day: '2026-03-18', minute: 600, weekday: 3, newId: () => 'x' }
  const offer = (over: Parameters<typeof bookingHallModel>[0]) => {
    const hallModel = bookingHallModel(over)
    return bookingView(hallModel, given(hallModel).state, moment)
  }
  const arrival = { earlyMinutes: 20, lateMinutes: 15 }
  expect(offer({ places: { B: 1 }, cancelBeforeMinutes: 45, arrival })).toMatchObject({
    hall: { name: '小厅', nameEn: 'Tiny Hall' },
    queues: [{ id: 'B', name: '企业登记', nameEn: null, series: 'B' }],
    matters: [{ id: 'licence', name: '营业执照补领、换发', queueId: 'B', popular: 9 }],
    rules: { cancelBeforeMinutes: 45, earlyMinutes: 20, lateMinutes: 15 },
  })
  expect(offer({ places: { A: 1 } })).toMatchObject({ queues: [{ id: 'A' }], matters: [] })
  expect(offer({ online: false })).toBeNull()
  expect(bookingView(tinyHallModel(), given().state, moment)).toBeNull()
})

test('NE7 a drill says so in both languages on every surface; a real one and one without English do not', () => {
  const raise = (drill: boolean, titleEn: string | null = 'Leave now') => {
    const story = given().when({ type: 'raise-emergency', title: '请离开', titleEn, lines: ['走楼梯'], drill })
    return screenView(reading(story), 'L1')?.emergency
  }
  expect(raise(true)).toMatchObject({
    title: '演练：请离开',
    titleEn: 'Drill: Leave now',
    spoken: '演练：请离开。走楼梯。',
  })
  expect(raise(false)).toMatchObject({ title: '请离开', titleEn: 'Leave now', spoken: '请离开。走楼梯。' })
  expect(raise(true, null)).toMatchObject({ title: '演练：请离开', titleEn: null })
})

test('VW8 a wall knows its screen, and the calls that were taken back', () => {
  const story = given().when(open('1')).when(take('B')).when({ type: 'call-next', counterId: '1' })
  const view = () => screenView(reading(story), 'L1')
  expect(view()).toMatchObject({ screen: { id: 'L1', name: '综合屏' }, takenBack: [], requeueWithinMinutes: 30 })
  const callId = view()?.calls[0]?.callId
  story.when({ type: 'undo-step', counterId: '1' })
  expect([view()?.calls, view()?.takenBack]).toEqual([[], [callId]])
})

test('VW10 notices of words and pictures stand apart: a desk lists all, other surfaces show the picture as media', () => {
  const story = given()
  const approve = (over: Omit<Extract<LooseCommand, { type: 'draft-notice' }>, 'type'>): void => {
    story.when({ type: 'draft-notice', ...over })
    const noticeId = [...story.state.notices.byId.keys()].at(-1) ?? ''
    story.when({ type: 'submit-notice', noticeId }).when({ type: 'approve-notice', noticeId }, '另一人')
  }
  approve({ text: '停水通知', textEn: 'No water' })
  approve({ text: '夏季时间', kind: 'image', mediaId: MEDIA, seconds: 9 })
  const on = (kind: 'desk' | 'phone') => noticesOn(reading(story), { kind })
  expect(on('phone').notices.map(({ text, textEn }) => [text, textEn])).toEqual(
    expect.arrayContaining([
      ['停水通知', 'No water'],
      ['今日公告', null],
    ]),
  )
  expect(on('phone').notices.map(({ text }) => text)).not.toContain('夏季时间')
  expect(on('phone').media).toMatchObject([{ kind: 'image', url: `/media/${MEDIA}`, seconds: 9, text: '夏季时间' }])
  expect(on('desk').notices.map(({ text }) => text)).toContain('夏季时间')
  expect(deskView(reading(story)).notices.map(({ text }) => text)).toContain('停水通知')
})

test('VW1 the start page of a demo tells the newest token, that of a hall at work tells none', () => {
  const start = (isDemo: boolean) => {
    const hallModel = tinyHallModel(isDemo)
    const story = given(hallModel).when(take('B')).when(take('B'))
    const { demo, lastToken, lastCall } = startView(reading(story, hallModel))
    return { demo, isNewest: lastToken === story.ticket('B002').token, lastToken: lastToken !== null, lastCall }
  }
  expect(start(true)).toEqual({ demo: true, isNewest: true, lastToken: true, lastCall: null })
  expect(start(false)).toMatchObject({ demo: false, lastToken: false })
})

test('VW11 a queue has its series and its English name where the hall gives one', () => {
  const { hall, matters } = tinyHallModel()
  const queues = hall.queues.map((one) => (one.id === 'A' ? { ...one, series: 'Q', nameEn: 'Property' } : one))
  const hallModel = buildHallModel({ ...hall, queues }, [...matters.values()], true)
  const view = (id: string) => queueView(reading(given(hallModel), hallModel), id)
  expect([view('A'), view('B')]).toMatchObject([
    { series: 'Q', nameEn: 'Property' },
    { series: 'B', nameEn: null },
  ])
})
