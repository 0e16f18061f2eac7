import { expect, test } from 'vitest'
import type { DeviceView } from '../../gateway/contract/device-view.ts'
import { isCalm, rankOf, rowsTopics, viewOfTopic } from '../../gateway/show/topics.ts'
import { nothingLive } from '../../gateway/views/plain-reading.ts'
import { given } from '../support/given.ts'
import { liveWith, readAt } from '../support/read-view.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const NOW = Date.UTC(2026, 2, 18, 2, 1)
const hallModel = tinyHallModel()
/** Counter 1 has called B001; A001 waits. */
const story = given(hallModel)
  .when({ type: 'open-counter', counterId: '1' })
  .when({ type: 'take-ticket', queueId: 'B' })
  .when({ type: 'take-ticket', queueId: 'A' })
  .when({ type: 'call-next', counterId: '1' })
const device = (id: string, kind: DeviceView['kind'], state: DeviceView['state']): DeviceView => ({
  id,
  kind,
  name: id,
  state,
  since: 0,
  word: '',
  code: 'ok',
  todo: null,
  fault: null,
  off: null,
})
const scan = { nth: 1, type: 'scan' as const, at: NOW, scan: { kind: 'unknown' as const } }
const signals = (terminalId: string) => ({ signals: terminalId === 'K1' ? [scan] : [] })
const reading = readAt(hallModel, story.state, NOW, { ...nothingLive, version: '9.9', signals } as typeof nothingLive)

test.each([
  ['screen:L1', { calls: [{ number: 'B001' }], wall: { layout: {} } }],
  ['panel:P1', { panel: { id: 'P1' }, calls: [{ number: 'B001' }] }],
  ['strip:1', { counterId: '1', queueName: '企业登记', ticket: { number: 'B001' } }],
  ['counter:1', { counterId: '1', pauseReasons: expect.any(Array), ticket: { number: 'B001' } }],
  ['terminal:K1', { terminal: { id: 'K1' }, departments: expect.any(Array) }],
  [`track:${story.ticket('A001').token}`, { number: 'A001', state: 'waiting' }],
  ['signals:K1', { signals: [scan] }],
  ['desk', { help: [], requeueWithinMinutes: expect.any(Number) }],
  ['figures', { waiting: 1, takenToday: 2 }],
  ['manage', { emergencies: expect.any(Array) }],
  ['start', { version: '9.9', seq: story.state.seq }],
])('SH13 the topic %s holds what its pages read', (topic, view) => {
  expect(viewOfTopic(reading, topic)).toMatchObject(view)
})

test.each(['screen:L9', 'panel:P9', 'strip:99', 'counter:99', 'terminal:K9', 'track:nobody', 'screen', 'strip:'])(
  'SH13 %s is nothing',
  (topic) => {
    expect(viewOfTopic(reading, topic)).toBeNull()
  },
)

test('SH13 the rows of a topic are what stands in the hall now, by id', () => {
  const rows = (topic: string) => {
    const found = rowsTopics.get(topic)
    return found?.ids(reading).map((id) => [id, found.row(reading, id)])
  }
  expect(rows('queues')).toMatchObject([
    ['A', { id: 'A', waiting: 1 }],
    ['B', { id: 'B', waiting: 0 }],
  ])
  const tickets = ['A001', 'B001'].map((number) => [story.ticket(number).id, { number }])
  expect(rows('tickets')?.toSorted()).toMatchObject(tickets.toSorted())
  expect(rowsTopics.get('tickets')?.row(reading, 'nobody')).toBeFalsy()
  expect(rows('lines')?.map(([id]) => id)).toContain('A')
})

test('SH13 devices stand in the list, counters and strips only when somebody must go there', () => {
  const all = [
    device('PR1', 'printer', 'ok'),
    device('1', 'counter', 'ok'),
    device('2', 'counter', 'fault'),
    device('3', 'counter', 'off'),
    device('4', 'counter', 'warning'),
    device('S1', 'strip', 'ok'),
    device('S2', 'strip', 'warning'),
    device('S3', 'strip', 'fault'),
  ]
  const now = readAt(
    hallModel,
    story.state,
    NOW,
    liveWith(() => all),
  )
  const devices = rowsTopics.get('devices')
  expect(devices?.ids(now)).toEqual(['PR1', '2', '4', 'S2', 'S3'])
  expect(devices?.row(now, '2')).toEqual(all[2])
})

test('SH5 the ranks: counters and terminals, then displays, then the queues, then desks, then phones', () => {
  const ranks = [
    ['counter:1', 'signals:K1', 'terminal:K1'],
    ['screen:L1', 'panel:P1', 'strip:1'],
    ['queues', 'figures'],
    ['desk', 'lines', 'tickets', 'devices', 'manage', 'start'],
    ['track:x'],
  ]
  expect(ranks.map((topics) => [...new Set(topics.map(rankOf))])).toEqual([[0], [1], [2], [3], [4]])
  expect(ranks.flat().filter(isCalm)).toEqual(['figures'])
})
