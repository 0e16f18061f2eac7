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
