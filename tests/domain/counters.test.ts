import { expect, test } from 'vitest'
import { given } from '../support/given.ts'

const takeA = { type: 'take-ticket', queueId: 'A' } as const
const takeB = { type: 'take-ticket', queueId: 'B' } as const
const at = (counterId: string) => ({
  open: { type: 'open-counter', counterId } as const,
  next: { type: 'call-next', counterId } as const,
  serve: { type: 'serve-ticket', counterId } as const,
  finish: { type: 'finish-ticket', counterId } as const,
  recall: { type: 'recall-ticket', counterId } as const,
  missed: { type: 'miss-ticket', counterId } as const,
  hold: { type: 'hold-ticket', counterId } as const,
  resume: { type: 'resume-ticket', counterId } as const,
})

test('C1 a counter of two queues calls who waited longest; a priority goes first', () => {
  const story = given()
    .when(takeB)
    .when(takeA)
    .when(takeB)
    .when({ ...takeA, priority: '带婴儿' })
    .when(at('2').open)
  const order: (string | undefined)[] = []
  for (let i = 0; i < 4; i += 1) {
    story.when(at('2').next)
    order.push(story.state.calls.recent[0]?.number)
    story.when(at('2').finish)
  }
  expect(order).toEqual(['A002', 'B001', 'A001', 'B002'])
  story.when(at('2').next).refused('nobody-waiting')
})

test('C2 the second counter learns who has the ticket', () => {
  const story = given().when(takeB).when(at('1').open).when(at('4').open).when(at('1').next)
  story.when(at('4').next).refused('nobody-waiting')
  story.when({ type: 'call-ticket', counterId: '4', ticketId: story.ticket('B001').id }).refused('ticket-elsewhere')
})

test('C3 closed, paused and busy counters call nobody', () => {
  const story = given().when(takeB).when(takeB)
  story.when(at('1').next).refused('counter-closed')
  story
    .when(at('1').open)
    .when({ type: 'pause-counter', counterId: '1', reason: '午休' })
    .when(at('1').next)
    .refused('counter-paused')
  story.when(at('1').open).when(at('1').next).when(at('1').next).refused('counter-busy')
  story.when({ type: 'close-counter', counterId: '1' }).refused('counter-busy')
  story.when({ type: 'call-next', counterId: '999' }).refused('unknown-counter')
})

test('C4 three recalls and no more, each a call of its own', () => {
  const story = given().when(takeB).when(at('1').open).when(at('1').next)
  for (let i = 0; i < 3; i += 1) story.when(at('1').recall).accepted('ticket-recalled')
  story.when(at('1').recall).refused('recalled-enough')
  expect(story.state.calls.recent.map((call) => call.times)).toEqual([4, 3, 2, 1])
  expect(new Set(story.state.calls.recent.map((call) => call.callId)).size).toBe(4)
})

test('C5 a missed ticket comes back at the third place, within thirty minutes', () => {
  const story = given().when(takeB).when(at('1').open).when(at('1').next).when(at('1').missed)
  for (let i = 0; i < 4; i += 1) story.when(takeB)
  const missed = story.ticket('B001')
  story.later(29).when({ type: 'requeue-ticket', ticketId: missed.id }).accepted('ticket-requeued')
  expect(story.state.line.lines.get('B')?.map((id) => story.state.line.tickets.get(id)?.number)).toEqual([
    'B002',
    'B003',
    'B001',
    'B004',
    'B005',
  ])
  story.when({ type: 'requeue-ticket', ticketId: missed.id }).refused('wrong-state')
  story
    .when(at('1').next)
    .when(at('1').missed)
    .later(31)
    .when({ type: 'requeue-ticket', ticketId: story.ticket('B002').id })
    .refused('missed-too-long')
})

test('C6 a held ticket comes back to its own counter', () => {
  const story = given()
    .when(takeB)
    .when(at('1').open)
    .when(at('4').open)
    .when(at('1').next)
    .when(at('1').serve)
    .when(at('1').hold)
  const ticketId = story.ticket('B001').id
  story.when({ type: 'resume-ticket', counterId: '4', ticketId }).refused('ticket-elsewhere')
  story.when(at('1').resume).accepted('ticket-resumed')
  expect(story.ticket('B001').status).toBe('called')
})

test('C7 a transferred ticket keeps number and arrival, and is first where it was sent', () => {
  const story = given().when(takeB).when(takeA).when(takeA).when(at('1').open).when(at('3').open).when(at('1').next)
  story.when({ type: 'transfer-ticket', counterId: '1', toQueueId: 'A' }).accepted('ticket-transferred')
  expect(story.state.counters.states.get('1')?.ticketId).toBeNull()
  story.when(at('3').next)
  expect(story.state.calls.recent[0]?.number).toBe('B001')
  story.when({ type: 'transfer-ticket', counterId: '3', toCounterId: '2' }).when(at('2').open).when(at('3').next)
  expect(story.state.calls.recent[0]?.number).toBe('A001')
  story.when(at('2').next)
  expect(story.state.calls.recent[0]?.number).toBe('B001')
  story.when({ type: 'transfer-ticket', counterId: '4', toQueueId: 'A' }).refused('counter-has-no-ticket')
})

test('S1 S2 S3 S4 a slip is queued with its ticket, printed once, reprinted as a new copy, dropped when the visit is over', () => {
  const story = given()
    .when({ ...takeB, terminalId: 'K1' })
    .accepted('ticket-taken', 'slip-queued')
  const { id: ticketId } = story.ticket('B001')
  const report = (outcome: 'printing' | 'printed' | 'failed', copy: number, fault: 'paper-out' | null = null) =>
    ({ type: 'report-slip', ticketId, copy, outcome, fault }) as const
  story.when({ type: 'reprint-slip', ticketId }).refused('slip-in-work')
  story
    .when(report('failed', 1, 'paper-out'))
    .accepted('slip-failed')
    .when(report('failed', 1, 'paper-out'))
    .refused('already-so')
  story.when(report('printing', 1)).when({ type: 'reprint-slip', ticketId }).refused('slip-in-work')
  story.when(report('printed', 1)).when(report('failed', 1)).refused('already-so')
  story
    .when({ type: 'reprint-slip', ticketId, printer: 'PR2' })
    .accepted('slip-queued')
    .when(report('printed', 1))
    .refused('already-so')
  expect(story.ticket('B001').slip).toMatchObject({ state: 'queued', copy: 2, printerId: 'PR2' })
  story.when({ type: 'cancel-ticket', ticketId })
  expect(story.ticket('B001').slip.state).toBe('none')
})

test('C3 what is so already is told: open, paused and closed counters, each from each', () => {
  const close = { type: 'close-counter', counterId: '1' } as const
  const pause = { type: 'pause-counter', counterId: '1', reason: '午休' } as const
  const story = given().when(close).refused('already-so').when(pause).refused('counter-closed')
  story.when(at('1').open).accepted('counter-opened').when(at('1').open).refused('already-so')
  story.when(pause).accepted('counter-paused').when(pause).refused('already-so')
  story.when(close).accepted('counter-closed').when(at('1').open).when(pause)
  story.when(at('1').open).accepted('counter-opened')
  expect(story.state.counters.states.get('1')).toMatchObject({ state: 'open', pauseReason: null })
  story.when(takeB).when(at('1').next).when(close).refused('counter-busy')
  story.when({ type: 'open-counter', counterId: '99' }).refused('unknown-counter')
})

test('C6 a counter resumes what it holds longest, or the one that it names, never another’s', () => {
  const story = given().when(at('1').open).when(at('4').open)
  for (const id of ['4', '1', '1']) story.when(takeB).when(at(id).next).when(at(id).serve).when(at(id).hold)
  const resume = (counterId: string, number: string) =>
    ({ type: 'resume-ticket', counterId, ticketId: story.ticket(number).id }) as const
  story.when(resume('1', 'B001')).refused('ticket-elsewhere')
  story.when({ ...resume('1', 'B001'), ticketId: 'nobody' }).refused('unknown-ticket')
  story.when(at('1').resume).accepted('ticket-resumed')
  expect(story.state.counters.states.get('1')?.ticketId).toBe(story.ticket('B002').id)
  story.when(at('1').hold).when(resume('1', 'B003')).accepted('ticket-resumed')
  story.when(at('1').finish).when(resume('1', 'B003')).refused('wrong-state')
})

test('T5 a counter does nothing with a number that it does not have, or that is not so far', () => {
  const story = given().when(at('1').open)
  const { serve, finish, recall, missed, hold } = at('1')
  for (const step of [serve, finish, recall, missed, hold]) story.when(step).refused('counter-has-no-ticket')
  story.when(takeB).when(at('1').next).when(serve).accepted('ticket-served')
  story.when(serve).refused('wrong-state')
  story.when({ type: 'call-ticket', counterId: '1', ticketId: 'nobody' }).refused('unknown-ticket')
  story.when(finish).accepted('ticket-finished')
  story.when({ type: 'call-ticket', counterId: '1', ticketId: story.ticket('B001').id }).refused('wrong-state')
})
