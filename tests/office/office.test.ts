import fc from 'fast-check'
import { expect, test } from 'vitest'
import { command } from '../../gateway/contract/commands.ts'
import type { Moment } from '../../gateway/domain/decision.ts'
import { openOffice } from '../../gateway/office/office.ts'
import { replay } from '../../gateway/office/replay.ts'
import type { EventLog } from '../../gateway/store/event-log.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

let count = 0
const moment = (): Moment => ({
  now: Date.UTC(2026, 2, 18, 2) + ++count,
  day: '2026-03-18',
  minute: 600,
  weekday: 3,
  newId: () => `id${++count}`,
})
const open = (log: EventLog) => openOffice({ hallModel: tinyHallModel(), log, moment, answer: answerBody })
const take = command.parse({ type: 'take-ticket', queueId: 'B' })

test('O1 the same id gets the same answer: at once, later, and after a restart', async () => {
  const log = memoryLog()
  const office = await open(log)
  const [first, second] = await Promise.all([office.handle(take, 'K1', 'press'), office.handle(take, 'K1', 'press')])
  expect(second).toEqual(first)
  expect(await office.handle(take, 'K1', 'press')).toEqual(first)
  expect(office.state.line.tickets.size).toBe(1)
  const again = await open(log)
  expect(await again.handle(take, 'K1', 'press')).toEqual(first)
  expect(await again.handle(take, 'K2', 'press')).not.toEqual(first)
})

test('O1 a refusal is answered the same way again although the moment has changed', async () => {
  const log = memoryLog()
  const office = await open(log)
  await office.handle({ type: 'open-counter', counterId: '1' }, 'clerk', null)
  const refused = await office.handle({ type: 'call-next', counterId: '1' }, 'clerk', 'p1')
  expect(refused).toMatchObject({ ok: false, code: 'nobody-waiting' })
  await office.handle(take, 'K1', null)
  expect(await office.handle({ type: 'call-next', counterId: '1' }, 'clerk', 'p1')).toEqual(refused)
  expect(await (await open(log)).handle({ type: 'call-next', counterId: '1' }, 'clerk', 'p1')).toEqual(refused)
})

test('O2 when the disk says no, nothing was accepted, everyone is told, and the office goes on', async () => {
  const log = memoryLog()
  let full = false
  const office = await open({
    ...log,
    append: (...args) => (full ? Promise.reject(new Error('disk full')) : log.append(...args)),
  })
  await office.handle(take, 'K1', null)
  full = true
  const answers = await Promise.all([office.handle(take, 'K1', 'x'), office.handle(take, 'K1', null)])
  expect(answers).toEqual([
    expect.objectContaining({ code: 'cannot-write' }),
    expect.objectContaining({ code: 'cannot-write' }),
  ])
  expect(office.trouble).toBe('other')
  expect(office.state.line.tickets.size).toBe(1)
  full = false
  expect(await office.handle(take, 'K1', 'x')).toMatchObject({ ok: true, body: { number: 'B002' } })
  expect(office.trouble).toBeNull()
})

test('O3 nothing is shown before its event is on disk', async () => {
  const log = memoryLog()
  let release = (): void => {}
  const gate = new Promise<void>((done) => {
    release = done
  })
  const office = await open({
    ...log,
    append: async (...args) => {
      await gate
      return log.append(...args)
    },
  })
  let announced = 0
  office.onFacts(() => {
    announced += 1
  })
  const answer = office.handle(take, 'K1', null)
  await new Promise((done) => setImmediate(() => setImmediate(done)))
  expect([office.state.line.tickets.size, announced]).toEqual([0, 0])
  release()
  await answer
  expect([office.state.line.tickets.size, announced]).toEqual([1, 1])
})

test('O5 commands that arrive together share one commit', async () => {
  const log = memoryLog()
  let commits = 0
  const office = await open({
    ...log,
    append: (...args) => {
      commits += 1
      return log.append(...args)
    },
  })
  await Promise.all(Array.from({ length: 50 }, () => office.handle(take, 'K1', null)))
  expect(commits).toBe(1)
})

test('O4 T5 any sequence of commands is answered, keeps each ticket in one place, and replays to the same state', async () => {
  const counters = fc.constantFrom('1', '2', '3', '4')
  const anyCommand = fc.oneof(
    fc.record({
      type: fc.constant('take-ticket'),
      queueId: fc.constantFrom('A', 'B'),
      terminalId: fc.constantFrom(null, 'K1'),
    }),
    fc.record({
      type: fc.constantFrom(
        'open-counter',
        'close-counter',
        'call-next',
        'recall-ticket',
        'serve-ticket',
        'finish-ticket',
        'miss-ticket',
        'hold-ticket',
        'resume-ticket',
        'undo-step',
        'restore-counter',
      ),
      counterId: counters,
    }),
    fc.record({
      type: fc.constant('assign-counter'),
      counterId: counters,
      queues: fc.constantFrom(['A'], ['B'], ['A', 'B']),
    }),
    fc.record({ type: fc.constant('pause-counter'), counterId: counters, reason: fc.constant('午休') }),
    fc.record({
      type: fc.constant('transfer-ticket'),
      counterId: counters,
      toQueueId: fc.constantFrom('A', 'B', null),
      toCounterId: fc.constantFrom(null, '1', '3'),
    }),
    fc.record({ type: fc.constantFrom('requeue-ticket', 'cancel-ticket', 'reprint-slip'), nth: fc.nat(12) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(anyCommand, { maxLength: 60 }), async (raw) => {
      const log = memoryLog()
      const office = await open(log)
      for (const one of raw) {
        const tickets = [...office.state.line.tickets.keys()]
        const { nth, ...rest } = one as { nth?: number; type: string }
        const parsed = command.parse(
          nth === undefined ? rest : { ...rest, ticketId: tickets[nth % Math.max(1, tickets.length)] ?? 'none' },
        )
        await office.handle(parsed, 'anyone', null)
        expect(office.trouble).toBeNull()
      }
      const { state } = office
      const inLines = [...state.line.lines.values()].flat()
      const atCounters = [...state.counters.states.values()].flatMap((counter) => counter.ticketId ?? [])
      expect(new Set([...inLines, ...atCounters]).size).toBe(inLines.length + atCounters.length)
      for (const ticket of state.line.tickets.values()) {
        expect(inLines.includes(ticket.id)).toBe(ticket.status === 'waiting' || ticket.status === 'transferred')
        expect(atCounters.includes(ticket.id)).toBe(ticket.status === 'called' || ticket.status === 'serving')
      }
      expect(await replay(log)).toEqual(state)
    }),
    { numRuns: 150, seed: 20260318 },
  )
})
