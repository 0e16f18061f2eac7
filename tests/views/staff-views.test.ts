import { expect, test } from 'vitest'
import { matter } from '../../gateway/contract/matter.ts'
import { type HallModel, buildHallModel } from '../../gateway/domain/hall-model.ts'
import { callView } from '../../gateway/views/call-view.ts'
import { counterView } from '../../gateway/views/counter-view.ts'
import { deskView, ticketsAtHand } from '../../gateway/views/desk-view.ts'
import { manageView } from '../../gateway/views/manage-view.ts'
import { queueView } from '../../gateway/views/queue-view.ts'
import { type Story, given } from '../support/given.ts'
import { readAt } from '../support/read-view.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const MINUTE = 60_000
const take = (queueId: string) => ({ type: 'take-ticket', queueId, printer: 'none' }) as const
const at = (counterId: string) => ({
  open: { type: 'open-counter', counterId } as const,
  next: { type: 'call-next', counterId } as const,
  serve: { type: 'serve-ticket', counterId } as const,
  finish: { type: 'finish-ticket', counterId } as const,
})
const nowOf = (story: Story): number => story.events.at(-1)?.at ?? 0
const counter = (story: Story, counterId: string, hallModel: HallModel = tinyHallModel()) =>
  counterView(readAt(hallModel, story.state, nowOf(story)), counterId)
const counterOf = (story: Story, counterId: string, hallModel?: HallModel) => {
  const view = counter(story, counterId, hallModel)
  if (!view) throw new Error(`no counter ${counterId}`)
  return view
}

test('VW3 a clerk sees the first twelve who may be called here, and why the first of them is next', () => {
  const story = given().when(at('1').open)
  for (let nth = 0; nth < 14; nth += 1) story.when(take('B'))
  story.when({ type: 'take-ticket', queueId: 'B', priority: '老人' })
  const { line, waiting, wait, queues } = counterOf(story, '1')
  expect([line.length, waiting, queues]).toEqual([12, 15, [{ id: 'B', name: '企业登记' }]])
  expect(line[0]).toMatchObject({ number: 'B015', priority: '老人', state: 'waiting', queueName: '企业登记' })
  expect(line[1]).toMatchObject({ number: 'B001', priority: null, matterName: null, whyNext: null })
  expect(line[0]?.whyNext).toContain('老人')
  expect(wait).not.toBeUndefined()
  expect(counter(story, '99')).toBeNull()
})

test('VW3 whoever was sent to this counter stands first there, under the name of the own queue', () => {
  const story = given().when(at('2').open).when(take('A')).when(take('B'))
  story.when({ type: 'transfer-ticket', ticketId: story.ticket('B001').id, toCounterId: '2' })
  const { line } = counterOf(story, '2')
  expect(line.map(({ number, queueName, state }) => [number, queueName, state])).toEqual([
    ['B001', '企业登记', 'transferred'],
    ['A001', '不动产登记', 'waiting'],
  ])
  expect(line[0]?.whyNext).not.toBeNull()
})

test('VW3 the own number comes with its materials and its promised days; held numbers are those of this counter', () => {
  const tiny = tinyHallModel()
  const guide = { materials: [{ name: '申请书' }, { name: '身份证' }], promisedDays: 3 }
  const withGuide = (over: object) => {
    const licence = tiny.matters.get('licence')
    return buildHallModel(tiny.hall, [matter.parse({ ...licence, guide: { ...guide, ...over } })], true)
  }
  const wish = { type: 'take-ticket', matterId: 'licence', printer: 'none' } as const
  const hallModel = withGuide({})
  const story = given(hallModel).when(at('1').open).when(at('4').open).when(wish).when(wish).when(at('1').next)
  expect(counterOf(story, '1', hallModel)).toMatchObject({
    ticket: { number: 'B001', matterName: '营业执照补领、换发' },
    materials: ['申请书', '身份证'],
    matterNote: '承诺 3 个工作日',
    held: [],
  })
  expect(counterOf(story, '1', withGuide({ promisedDays: 0 })).matterNote).toBe('即办件')
  expect(counterOf(story, '1', withGuide({ promisedDays: null })).matterNote).toBeNull()
  expect(counterOf(story, '4', hallModel)).toMatchObject({ ticket: null, materials: [], matterNote: null })
  story.when(at('1').serve).when({ type: 'hold-ticket', counterId: '1', reason: '去复印' })
  story.when(at('4').next).when(at('4').serve).when({ type: 'hold-ticket', counterId: '4', reason: null })
  expect(counterOf(story, '1', hallModel).held.map(({ number, holdReason }) => [number, holdReason])).toEqual([
    ['B001', '去复印'],
  ])
})

test('VW3 today’s work is counted, and a visit takes a minute at least', () => {
  const story = given().when(at('1').open)
  expect(counterOf(story, '1').today).toEqual({ finished: 0, averageMinutes: null })
  story.when(take('B')).when(at('1').next).when(at('1').serve).when(at('1').finish)
  expect(counterOf(story, '1').today).toEqual({ finished: 1, averageMinutes: 1 })
  story.when(take('B')).when(at('1').next).when(at('1').serve).later(9).when(at('1').finish)
  expect(counterOf(story, '1').today).toEqual({ finished: 2, averageMinutes: 5 })
})

test('VW3 the last step may be taken back for the hall’s seconds, until somebody touched the number', () => {
  const story = given().when(at('1').open).when(take('B')).when(at('1').next)
  story.when({ type: 'miss-ticket', counterId: '1' })
  const { undo } = counterOf(story, '1')
  const undoSeconds = tinyHallModel().hall.undoSeconds
  expect(undo).toMatchObject({ number: 'B001', step: 'ticket-missed', until: nowOf(story) + undoSeconds * 1_000 })
  story.when({ type: 'requeue-ticket', ticketId: story.ticket('B001').id })
  expect(counterOf(story, '1').undo).toMatchObject({ stuck: 'B001' })
})

test('VW4 the desk tells what each counter serves now and usually, and what is changed', () => {
  const story = given().when({ type: 'assign-counter', counterId: '3', queues: ['B'] })
  story.when({ type: 'call-guide', terminalId: 'K1', where: '取号' })
  const desk = deskView(readAt(tinyHallModel(), story.state, nowOf(story)))
  expect(desk.counters.slice(1, 3)).toEqual([
    { id: '2', zone: '1A', queues: ['A', 'B'], changed: false, usual: ['A', 'B'] },
    { id: '3', zone: '1A', queues: ['B'], changed: true, usual: ['A'] },
  ])
  expect(desk.help).toMatchObject([{ from: 'K1', where: '取号', answeredBy: null }])
  expect(desk.requeueWithinMinutes).toBe(30)
})

test('VW4 all open numbers are at hand, and the last 300 of each kind of end', () => {
  const story = given().when(at('1').open)
  for (let nth = 0; nth < 310; nth += 1) story.when(take('B')).when(at('1').next).when(at('1').finish)
  for (let nth = 0; nth < 2; nth += 1) {
    story.when(take('A'))
    story.when({ type: 'cancel-ticket', ticketId: story.ticket(`A00${nth + 1}`).id })
  }
  story.when(take('A')).when(take('B')).when(at('1').next)
  const ids = ticketsAtHand(readAt(tinyHallModel(), story.state, nowOf(story)))
  const numbers = ids.map((id) => story.state.line.tickets.get(id)?.number)
  expect(new Set(ids).size).toBe(ids.length)
  expect(numbers).toHaveLength(300 + 2 + 2)
  expect(numbers).toEqual(expect.arrayContaining(['A001', 'A002', 'A003', 'B311', 'B310', 'B011']))
  expect(numbers).not.toContain('B010')
})

test('VW8 a call says whether its visitor is awaited, has come, was missed, or is awaited elsewhere', () => {
  const story = given().when(at('1').open).when(at('4').open).when(take('B')).when(at('1').next)
  const standing = (nth = 0) => {
    const call = story.state.calls.recent[nth]
    if (!call) throw new Error('no call')
    return callView(readAt(tinyHallModel(), story.state, nowOf(story)), call).standing
  }
  expect(standing()).toBe('called')
  story.when(at('1').serve)
  expect(standing()).toBe('come')
  story.when({ type: 'hold-ticket', counterId: '1', reason: null })
  expect(standing()).toBe('come')
  story.when({ type: 'resume-ticket', counterId: '1', ticketId: story.ticket('B001').id }).when(at('1').finish)
  expect(standing()).toBe('come')
  story.when(take('B')).when(at('1').next).when({ type: 'miss-ticket', counterId: '1' })
  expect(standing()).toBe('missed')
  const ticketId = story.ticket('B002').id
  story.when({ type: 'requeue-ticket', ticketId })
  expect(standing()).toBe('over')
  story.when(at('4').next)
  // Its new call is awaited, the old one is not.
  expect([standing(0), standing(1)]).toEqual(['called', 'over'])
  story.when({ type: 'finish-ticket', counterId: '4' }).when(take('B')).when(at('4').next)
  story.when({ type: 'transfer-ticket', counterId: '4', toQueueId: 'A' })
  expect(standing()).toBe('over')
})

test('VW10 /manage/ offers each place for a notice by its name, and tells which layout hangs where', () => {
  const story = given()
  const manage = () => manageView(readAt(tinyHallModel(), story.state, nowOf(story)))
  expect(manage().places).toEqual([
    { target: { kind: 'hall' }, name: '全厅' },
    { target: { kind: 'terminals' }, name: '全部终端' },
    { target: { kind: 'phone' }, name: '手机' },
    { target: { kind: 'screen', id: 'L1' }, name: '综合屏' },
    { target: { kind: 'panel', id: 'P1' }, name: 'LED 屏' },
    { target: { kind: 'floor', id: '1' }, name: '1 楼' },
    { target: { kind: 'zone', id: '1A' }, name: '1 楼 A 区' },
  ])
  const usual = manage().screens[0]
  expect(usual).toMatchObject({ id: 'L1', name: '综合屏', switched: false })
  story.when({ type: 'switch-layout', screenId: 'L1', layoutId: 'far' })
  expect(manage().screens[0]).toMatchObject({ layoutId: 'far', switched: true })
  expect(manage().layouts.map(({ id }) => id)).toEqual(expect.arrayContaining(['far', usual?.layoutId]))
})

test('VW11 a queue tells its newest number called, whole minutes of who waits longest, and its open counters', () => {
  const story = given().when(at('1').open).when(take('B')).when(take('B')).when(take('A')).when(at('1').next)
  const queue = (queueId: string, later = 0) =>
    queueView(readAt(tinyHallModel(), story.state, nowOf(story) + later), queueId)
  expect(queue('B')).toMatchObject({ calledLast: 'B001', waiting: 1, openCounters: 1, counters: 3, longestMinutes: 0 })
  expect(queue('A')).toMatchObject({ calledLast: null, waiting: 1, openCounters: 0, counters: 2 })
  expect(queue('B', 7 * MINUTE).longestMinutes).toBe(7)
  expect(queue('B').where).toEqual([{ floor: '1', zone: '1A', counters: ['1', '2', '4'] }])
  story.when({ type: 'finish-ticket', counterId: '1' }).when(at('1').next)
  expect(queue('B', 7 * MINUTE)).toMatchObject({ calledLast: 'B002', waiting: 0, longestMinutes: 0, whyStands: null })
})

test('Q9 Q14 why a queue stands, and from when on it carries a warning', () => {
  const tiny = tinyHallModel()
  const queues = tiny.hall.queues.map((one) => (one.id === 'B' ? { ...one, warnAt: { waiting: 3, minutes: 20 } } : one))
  const hallModel = buildHallModel({ ...tiny.hall, queues }, [...tiny.matters.values()], true)
  const story = given(hallModel).when(take('B'))
  const queue = (later = 0) => queueView(readAt(hallModel, story.state, nowOf(story) + later * MINUTE), 'B')
  expect(queue()).toMatchObject({ whyStands: '没有窗口开着', warning: null })
  expect(queue(19).warning).toBeNull()
  expect(queue(20).warning).toBe('等候到了 20 分钟')
  story.when(take('B'))
  expect(queue().warning).toBeNull()
  story.when(take('B'))
  expect(queue(20).warning).toBe('等候到了 3 人')
  story.when(at('1').open)
  expect(queue().whyStands).toBe('1 个窗口开着，共 3 个')
  for (const id of ['1', '2', '4'])
    story.when(at(id).open).when({ type: 'pause-counter', counterId: id, reason: id === '4' ? '取材料' : '午休' })
  expect(queue().whyStands).toBe('窗口都暂停了：午休、取材料')
})
