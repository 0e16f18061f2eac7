import { expect, test } from 'vitest'
import { seatOf } from '../../../gateway/domain/seats/state.ts'
import { type Story, given } from '../../support/given.ts'

const CHEN = 'staff 0334'
const WANG = 'staff 0327'
/** Wang has a number at counter 1; Chen sits at counter 2. */
const hall = (): Story =>
  given()
    .when({ type: 'open-counter', counterId: '1' }, WANG)
    .when({ type: 'open-counter', counterId: '2' }, CHEN)
    .when({ type: 'take-ticket', queueId: 'B' })
    .when({ type: 'call-next', counterId: '1' }, WANG)
const send = (story: Story, toStaff: string): Story =>
  story.when({ type: 'transfer-ticket', counterId: '1', toStaff, note: '还差复印件' }, WANG)

test('CG1 a number goes to a person where they sit now, with the words for them', () => {
  const story = send(hall(), '0334').accepted('ticket-transferred')
  expect(story.ticket('B001')).toMatchObject({ forCounter: '2', forStaff: '0334', status: 'transferred' })
  expect(story.ticket('B001').notes).toMatchObject([{ from: '1', text: '还差复印件' }])
  story.when({ type: 'call-next', counterId: '2' }, CHEN).accepted('ticket-called')
})

test('CG1 who sits nowhere gets none, and nobody sends it to himself', () => {
  send(hall(), '0399').refused('staff-not-at-counter')
  send(hall(), '0327').refused('already-so')
  const left = hall().when({ type: 'close-counter', counterId: '2' }, CHEN)
  send(left, '0334').refused('staff-not-at-counter')
})

test('CG1 it goes along when they open another counter, and comes back whole by undo', () => {
  const story = send(hall(), '0334')
    .when({ type: 'take-ticket', queueId: 'B' })
    .when({ type: 'open-counter', counterId: '4' }, CHEN)
    .accepted('counter-opened', 'ticket-followed')
  expect(story.ticket('B001').forCounter).toBe('4')
  expect([story.state.line.lines.get('@2'), story.state.line.lines.get('@4')]).toEqual([[], [story.ticket('B001').id]])
  story.when({ type: 'call-next', counterId: '4' }, CHEN)
  expect(story.ticket('B001').status).toBe('called')
  // Whoever else opens a counter gets none of it.
  const third = send(hall(), '0334')
    .when({ type: 'open-counter', counterId: '4' }, 'staff 0351')
    .accepted('counter-opened')
  expect(third.ticket('B001').forCounter).toBe('2')
  // A number that was sent to the counter, and not to the person, stays.
  const other = hall()
    .when({ type: 'transfer-ticket', counterId: '1', toCounterId: '2' }, WANG)
    .when({ type: 'open-counter', counterId: '4' }, CHEN)
    .accepted('counter-opened')
  expect(other.ticket('B001').forCounter).toBe('2')
  const back = send(hall().later(1), '0334').when({ type: 'undo-step', counterId: '1' }, WANG).accepted('step-undone')
  expect(back.ticket('B001')).toMatchObject({ forCounter: null, forStaff: null, status: 'called' })
})

test('CG1 sent on to a queue it is nobody’s any more', () => {
  const story = send(hall(), '0334')
    .when({ type: 'transfer-ticket', ticketId: hall().ticket('B001').id, toQueueId: 'A' })
    .when({ type: 'open-counter', counterId: '4' }, CHEN)
    .accepted('counter-opened')
  expect(story.ticket('B001')).toMatchObject({ forCounter: null, forStaff: null })
})

test('CG2 who sits at a counter is whoever did something there last; nobody sits at two', () => {
  const story = hall()
  const seats = () => Object.fromEntries(story.state.seats.byCounter)
  expect(seats()).toEqual({ 1: '0327', 2: '0334' })
  story.when({ type: 'pause-counter', counterId: '2', reason: '午休' }, 'staff 0301')
  expect(seatOf(story.state, '0334')).toBeNull()
  story.when({ type: 'open-counter', counterId: '2' }, 'pad W2')
  expect(seats()).toEqual({ 1: '0327', 2: '0301' })
  story.when({ type: 'open-counter', counterId: '4' }, WANG)
  expect(seats()).toEqual({ 2: '0301', 4: '0327' })
  story.when({ type: 'close-counter', counterId: '4' }, 'staff 0301')
  expect(seats()).toEqual({ 2: '0301' })
  story.onDay('2026-03-19').when({ type: 'take-ticket', queueId: 'B' })
  expect(seats()).toEqual({})
})
