import { expect, test } from 'vitest'
import type { HallModel } from '../../gateway/domain/hall-model.ts'
import { evolve } from '../../gateway/domain/evolve.ts'
import { queueOrder } from '../../gateway/domain/line/next-ticket.ts'
import { remoteLeft } from '../../gateway/domain/line/remote-places.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { deskView } from '../../gateway/views/desk-view.ts'
import { screenView } from '../../gateway/views/screen-view.ts'
import { trackView } from '../../gateway/views/track-view.ts'
import { type Story, given } from '../support/given.ts'
import { lineHallModel } from '../support/line-hall.ts'
import { readAt } from '../support/read-view.ts'

const NOW = Date.UTC(2026, 2, 18, 3, 0)
const remoteHall = (share: number, queues: Record<string, Record<string, unknown>> = {}): HallModel =>
  lineHallModel({ missed: { withinMinutes: 30, place: 2 }, phoneNumbers: { remote: { share } } }, queues, true)
const hallModel = remoteHall(80, { A: { quota: { day: 100, slots: [] } } })

/** A line of A: `r` from outside, `h` in the hall. */
function line(who: string, hall: HallModel = hallModel): Story {
  const story = given(hall)
  for (const one of who)
    story.when({ type: 'take-ticket', queueId: 'A', ...(one === 'r' ? { remote: true } : {}) }).accepted('ticket-taken')
  return story.when({ type: 'open-counter', counterId: '3' })
}
const order = (story: Story): string[] =>
  queueOrder(hallModel, story.state, 'A', NOW).map(({ ticket }) => ticket.number)
const next = (story: Story): Story => story.when({ type: 'call-next', counterId: '3' })
const arrive = (story: Story, number: string): Story =>
  story.when({ type: 'arrive-ticket', ticketId: story.ticket(number).id })

test('RN1 without the hall’s word no number is given from outside', () => {
  given(lineHallModel({}, {}, true))
    .when({ type: 'take-ticket', queueId: 'A', remote: true })
    .refused('remote-off')
})

test('RN1 of a day’s numbers only the share is given, one given up is free again, and the hall’s own go on', () => {
  const hall = remoteHall(20, { A: { quota: { day: 10, slots: [] } } })
  const story = line('rr', hall)
  story.when({ type: 'take-ticket', queueId: 'A', remote: true }).refused('remote-full')
  const queue = hall.queues.get('A')
  if (!queue) throw new Error('no queue')
  expect(remoteLeft(hall, story.state, queue)).toBe(0)
  story.when({ type: 'take-ticket', queueId: 'A' }).accepted('ticket-taken')
  story.when({ type: 'cancel-ticket', ticketId: story.ticket('A001').id })
  story.when({ type: 'take-ticket', queueId: 'A', remote: true }).accepted('ticket-taken')
})

test('RN1 without a quota the share is one of today’s numbers, and one is always allowed', () => {
  const hall = remoteHall(20)
  const story = line('r', hall)
  story.when({ type: 'take-ticket', queueId: 'A', remote: true }).refused('remote-full')
  for (let nth = 0; nth < 9; nth += 1) story.when({ type: 'take-ticket', queueId: 'A' })
  story.when({ type: 'take-ticket', queueId: 'A', remote: true }).accepted('ticket-taken')
})

test('RN2 an absent number keeps its place and is not called; with nobody else here nothing happens to it', () => {
  const story = line('rr')
  next(story).refused('nobody-here')
  expect(order(story)).toEqual(['A001', 'A002'])
  arrive(story, 'A001').accepted('ticket-arrived')
  next(story).accepted('ticket-called')
  expect(story.ticket('A001').status).toBe('called')
  expect(story.ticket('A002').status).toBe('waiting')
})

test('RN3 whose turn passes is passed over without losing the day; who comes then stands at the place of missed numbers', () => {
  const story = line('rhrhhh')
  next(story).accepted('ticket-called', 'ticket-passed-over')
  expect(story.ticket('A002').status).toBe('called')
  expect(story.ticket('A001').status).toBe('missed')
  // The one behind the caller has not been passed.
  expect(story.ticket('A003').status).toBe('waiting')
  expect(order(story)).toEqual(['A003', 'A004', 'A005', 'A006'])
  story.later(200)
  const view = trackView(readAt(hallModel, story.state, NOW + 200 * 60_000), story.ticket('A001').token)
  expect(view).toMatchObject({ state: 'missed', arrival: 'to-come', placeAfterMiss: 2 })
  // Half an hour is the rule of those who were called; this one has the day.
  expect(view?.requeueUntil).toBeGreaterThan(NOW + 10 * 3_600_000)
  expect(screenView(readAt(hallModel, story.state, NOW), 'L1')?.missed).toEqual([])
  arrive(story, 'A001').accepted('ticket-arrived')
  expect(order(story)).toEqual(['A003', 'A001', 'A004', 'A005', 'A006'])
  expect(story.ticket('A001')).toMatchObject({ status: 'waiting', arrival: 'here', missedAt: null })
})

test('RN3 who comes in time stands where the number stood, and is called in turn', () => {
  const story = line('hrh')
  arrive(story, 'A002').accepted('ticket-arrived')
  expect(order(story)).toEqual(['A001', 'A002', 'A003'])
  next(story).when({ type: 'finish-ticket', counterId: '3' })
  next(story).accepted('ticket-called')
  expect(story.ticket('A002').status).toBe('called')
})

test('RN3 the day ends for it as for all', () => {
  const story = line('rh')
  next(story)
  story.onDay('2026-03-19').when({ type: 'take-ticket', queueId: 'A' })
  expect(story.events.filter(({ type }) => type === 'ticket-expired')).toHaveLength(2)
  expect([...story.state.line.absent]).toEqual([])
})

test('RN4 told twice it is as told once; a typed number means one that is expected, and no other', () => {
  const story = line('hr')
  const typed = (number: string): Story => story.when({ type: 'arrive-ticket', number, terminalId: 'K1' })
  typed('A001').refused('unknown-ticket')
  typed('A009').refused('unknown-ticket')
  typed('A002').accepted('ticket-arrived')
  arrive(story, 'A002').accepted()
  typed('A002').refused('unknown-ticket')
  story.when({ type: 'cancel-ticket', ticketId: story.ticket('A002').id })
  arrive(story, 'A002').refused('wrong-state')
})

test('RN4 put in line at the desk, called by hand and served, its holder has come', () => {
  const story = line('rrh')
  next(story)
  story.when({ type: 'requeue-ticket', ticketId: story.ticket('A001').id }).accepted('ticket-requeued')
  expect(story.ticket('A001').arrival).toBe('here')
  story.when({ type: 'finish-ticket', counterId: '3' })
  arrive(story, 'A002')
  const other = line('r').when({ type: 'call-ticket', counterId: '3', ticketId: 'id1' }).accepted('ticket-called')
  other.when({ type: 'serve-ticket', counterId: '3' })
  expect(other.ticket('A001').arrival).toBe('here')
  const desk = deskView(readAt(hallModel, story.state, NOW))
  expect(desk).toBeTruthy()
})

test('RN5 a call that is taken back gives those whom it passed over their places back', () => {
  const story = line('rrhh')
  next(story).accepted('ticket-called', 'ticket-passed-over', 'ticket-passed-over')
  story.when({ type: 'undo-step', counterId: '3' }).accepted('step-undone')
  expect(order(story)).toEqual(['A001', 'A002', 'A003', 'A004'])
  expect(story.ticket('A001')).toMatchObject({ status: 'waiting', arrival: 'to-come', missedAt: null })
  // Who has come in between stands where that put them.
  next(story)
  arrive(story, 'A002')
  story.when({ type: 'undo-step', counterId: '3' })
  expect(order(story)).toEqual(['A001', 'A003', 'A004', 'A002'])
})

test('RN6 a phone that has a number and has not come takes no second one elsewhere', () => {
  const identity = 'a'.repeat(64)
  const story = given(hallModel).when({ type: 'take-ticket', queueId: 'A', remote: true, identity })
  story.when({ type: 'take-ticket', queueId: 'B', remote: true, identity }).refused('duplicate')
  arrive(story, 'A001')
  story.when({ type: 'take-ticket', queueId: 'B', remote: true, identity }).accepted('ticket-taken')
})

test('RN7 nothing is learnt from absent numbers, and the log gives the same state again', () => {
  const story = line('rrrhh')
  const before = structuredClone(story.state.waits.leavers)
  story.later(5)
  next(story)
  arrive(story, 'A001')
  story.when({ type: 'cancel-ticket', ticketId: story.ticket('A002').id })
  const { leavers } = story.state.waits
  expect({ ...leavers, parts: 0 }).toEqual({ ...before, parts: 0 })
  expect(leavers.parts.reduce((sum, one) => sum + one.cancelled, 0)).toBe(0)
  const again = emptyOffice()
  for (const event of story.events) evolve(again, event)
  expect(again).toEqual(story.state)
})
