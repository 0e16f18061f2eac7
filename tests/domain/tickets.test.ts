import { expect, test } from 'vitest'
import type { TicketStatus } from '../../gateway/contract/view-parts.ts'
import { type TicketStep, stepTicket } from '../../gateway/domain/line/ticket-life.ts'
import { given } from '../support/given.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const take = { type: 'take-ticket', queueId: 'A' } as const

test('T1 numbers start at 001, count up by series, and go on after 999', () => {
  const story = given()
  story.when(take).when(take).when({ type: 'take-ticket', queueId: 'B' })
  expect([...story.state.line.tickets.values()].map((ticket) => ticket.number)).toEqual(['A001', 'A002', 'B001'])
  story.state.line.numbers.set('A', 999)
  story.when(take).when(take)
  expect(story.ticket('A1000').series).toBe('A')
  expect(story.ticket('A1001').series).toBe('A')
})

test('T1 T6 the next day starts from 001, and what was open expires with a record', () => {
  const story = given()
    .when(take)
    .when(take)
    .when({ type: 'open-counter', counterId: '3' })
    .when({ type: 'call-next', counterId: '3' })
  const before = story.events.length
  story.onDay('2026-03-19').when(take)
  expect(story.events.slice(before).map(({ type }) => type)).toEqual([
    'ticket-expired',
    'ticket-expired',
    'day-opened',
    'ticket-taken',
  ])
  expect(story.ticket('A001').day).toBe('2026-03-19')
  expect(story.state.line.tickets.size).toBe(1)
  story.onDay('2026-03-18').when(take)
  expect(story.ticket('A002')).toBeDefined()
  expect(story.state.day).toBe('2026-03-19')
})

test('T2 a closed hall gives no numbers', () => {
  const story = given(tinyHallModel(false))
  story.when(take).accepted('ticket-taken')
  story.onDay('2026-03-18', 539).when(take).refused('hall-closed')
  story.onDay('2026-03-18', 1000).when(take).refused('hall-closed')
  story.onDay('2026-03-21', 600, 6).when(take).refused('hall-closed')
})

test('T3 T4 what is unknown, or not handled here, is refused', () => {
  given()
    .when({ type: 'take-ticket', matterId: 'nothing' })
    .refused('unknown-matter')
    .when({ type: 'take-ticket', matterId: 'far' })
    .refused('not-at-counter')
    .when({ type: 'take-ticket', queueId: 'Z' })
    .refused('unknown-queue')
    .when({ type: 'take-ticket' })
    .refused('unknown-queue')
    .when({ ...take, terminalId: 'K9' })
    .refused('unknown-terminal')
    .when({ ...take, printer: 'PR9' })
    .refused('unknown-printer')
})

test('T5 every illegal step is refused, every legal one leads to a known status', () => {
  const statuses: TicketStatus[] = [
    'waiting',
    'called',
    'serving',
    'held',
    'missed',
    'transferred',
    'done',
    'cancelled',
    'expired',
  ]
  const steps: TicketStep[] = [
    'call',
    'recall',
    'serve',
    'finish',
    'miss',
    'hold',
    'resume',
    'transfer',
    'requeue',
    'cancel',
    'expire',
  ]
  const allowed = statuses.map((status) => [
    status,
    steps.flatMap((step) => (stepTicket(status, step) === null ? [] : `${step}→${stepTicket(status, step)}`)).join(' '),
  ])
  expect(Object.fromEntries(allowed)).toEqual({
    waiting: 'call→called transfer→transferred cancel→cancelled expire→expired',
    transferred: 'call→called transfer→transferred cancel→cancelled expire→expired',
    called:
      'recall→called serve→serving finish→done miss→missed hold→held transfer→transferred cancel→cancelled expire→expired',
    serving: 'finish→done miss→missed hold→held transfer→transferred cancel→cancelled expire→expired',
    held: 'finish→done resume→called transfer→transferred cancel→cancelled expire→expired',
    missed: 'resume→called requeue→waiting cancel→cancelled expire→expired',
    done: '',
    cancelled: '',
    expired: '',
  })
})
