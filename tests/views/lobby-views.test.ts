import { expect, test } from 'vitest'
import { panelView } from '../../gateway/views/panel-view.ts'
import { screenView } from '../../gateway/views/screen-view.ts'
import { stripView } from '../../gateway/views/strip-view.ts'
import { trackView } from '../../gateway/views/track-view.ts'
import { readAt } from '../support/read-view.ts'
import { type Story, given } from '../support/given.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const hallModel = tinyHallModel()
const take = (queueId: string) => ({ type: 'take-ticket', queueId, printer: 'none' }) as const
const at = (counterId: string) => ({
  open: { type: 'open-counter', counterId } as const,
  next: { type: 'call-next', counterId } as const,
  missed: { type: 'miss-ticket', counterId } as const,
})
const nowOf = (story: Story): number => story.events.at(-1)?.at ?? 0

test('DS1 a strip counts those whom its counter may call: all its queues, and who was sent to it alone', () => {
  const story = given(hallModel).when(at('2').open).when(at('1').open)
  for (const queueId of ['A', 'A', 'B', 'B', 'B']) story.when(take(queueId))
  const strip = (counterId: string) => stripView(readAt(hallModel, story.state, nowOf(story)), counterId)
  expect([strip('1')?.waiting, strip('2')?.waiting, strip('3')?.waiting]).toEqual([3, 5, 2])
  story.when({ type: 'transfer-ticket', ticketId: story.ticket('B003').id, toCounterId: '2' })
  expect([strip('1')?.waiting, strip('2')?.waiting, strip('3')?.waiting]).toEqual([2, 5, 2])
  story.when(at('1').next)
  expect(strip('1')).toMatchObject({
    waiting: 1,
    next: 'B002',
    ticket: { number: 'B001', state: 'called' },
    state: 'open',
  })
  expect(strip('4')).toMatchObject({ ticket: null, state: 'closed', queueName: '企业登记' })
  expect(strip('2')?.queueName).toBe('不动产登记 · 企业登记')
  expect(strip('99')).toBeNull()
})

test('DW1 a screen lists the calls newest first: twenty, and more while they are young', () => {
  const story = given(hallModel).when(at('1').open)
  for (let one = 0; one < 25; one += 1)
    story.when(take('B')).when(at('1').next).when({ type: 'finish-ticket', counterId: '1' })
  const shown = (now: number) =>
    screenView(readAt(hallModel, story.state, now), 'L1')?.calls.map(({ number }) => number)
  const soon = shown(nowOf(story))
  expect([soon?.length, soon?.[0], soon?.at(-1)]).toEqual([25, 'B025', 'B001'])
  expect(shown(nowOf(story) + 61_000)).toEqual(soon?.slice(0, 20))
  expect(screenView(readAt(hallModel, story.state, nowOf(story)), 'L1')?.calls[0]).toMatchObject({
    counterId: '1',
    counterName: '1 号窗口',
    floor: '1',
    zone: '1A',
    times: 1,
  })
  expect(screenView(readAt(hallModel, story.state, 0), 'L9')).toBeNull()
})

test('C5 a missed number stands on the wall for as long as it may come back, the latest first, twelve at most', () => {
  const story = given(hallModel).when(at('1').open)
  for (let one = 0; one < 14; one += 1) story.when(take('B')).when(at('1').next).when(at('1').missed).later(1)
  const missed = (now: number) => screenView(readAt(hallModel, story.state, now), 'L1')?.missed
  const all = missed(nowOf(story))
  expect([all?.length, all?.[0], all?.at(-1)]).toEqual([12, 'B014', 'B003'])
  const last = story.ticket('B014').missedAt ?? 0
  expect(missed(last + 30 * 60_000)).toEqual(['B014'])
  expect(missed(last + 30 * 60_000 + 1)).toEqual([])
})

test('K9 a phone sees how many are before it, and that it was called', () => {
  const story = given(hallModel).when(at('1').open).when(take('B')).when(take('B')).when(take('B'))
  const track = (number: string) => trackView(readAt(hallModel, story.state, nowOf(story)), story.ticket(number).token)
  expect([track('B001')?.ahead, track('B003')?.ahead]).toEqual([0, 2])
  story.when(at('1').next)
  expect(track('B001')).toMatchObject({ number: 'B001', state: 'called' })
  expect(track('B003')?.ahead).toBe(1)
  expect(trackView(readAt(hallModel, story.state, nowOf(story)), 'no-such-token')).toBeNull()
})

test('LS6 a panel shows its own counter, and knows when it does not exist', () => {
  const story = given(hallModel)
  expect(panelView(readAt(hallModel, story.state, 0), 'P9')).toBeNull()
  expect(panelView(readAt(hallModel, story.state, 0), 'P1')).toMatchObject({ panel: { id: 'P1' }, counter: null })
})

test('VW12 the calls of a minute are looked through once, however many they are', () => {
  const story = given(hallModel).when(at('1').open)
  for (let one = 0; one < 200; one += 1)
    story.when(take('B')).when(at('1').next).when({ type: 'finish-ticket', counterId: '1' })
  const recent = story.state.calls.recent
  let looks = 0
  story.state.calls.recent = new Proxy(recent, {
    get(calls, key, own) {
      if (/^\d+$/.test(String(key))) looks += 1
      return Reflect.get(calls, key, own)
    },
  })
  const reading = readAt(hallModel, story.state, nowOf(story))
  for (const { id } of hallModel.hall.panels) expect(panelView(reading, id)).not.toBeNull()
  for (const { id } of hallModel.hall.screens) expect(screenView(reading, id)?.calls.length).toBeGreaterThan(20)
  expect(recent.length).toBeGreaterThan(190)
  const surfaces = hallModel.hall.panels.length + hallModel.hall.screens.length
  expect(surfaces).toBeGreaterThan(1)
  expect(looks).toBeLessThan(recent.length * (surfaces + 3))
})
