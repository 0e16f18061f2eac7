import { expect, test } from 'vitest'
import { command } from '../../gateway/contract/commands.ts'
import type { LoggedEvent } from '../../gateway/domain/events.ts'
import { openOffice } from '../../gateway/office/office.ts'
import type { EventLog } from '../../gateway/store/event-log.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'
import { FIRST_DAY, moment, openOn, takeB, watchedLog } from '../support/watched-office.ts'

test('O3 each fact names its number, time, actor and order; what the hall does by itself is the hall’s', async () => {
  const { log, commits } = watchedLog()
  const office = await openOn(log)
  await office.handle(takeB, 'K1', 'press')
  const [day, ...rest] = commits[0]?.events ?? []
  expect(day).toMatchObject({ seq: 1, at: FIRST_DAY, actor: 'hall', commandId: null })
  expect(rest.map(({ seq, actor, commandId }) => [seq, actor, commandId])).toEqual(
    rest.map((_, nth) => [nth + 2, 'K1', 'K1/press']),
  )
})

test('O3 listeners hear each commit’s facts once, and no more after they left', async () => {
  const office = await openOn(memoryLog())
  const heard: number[] = []
  let times = 0
  const leave = office.onFacts((events) => {
    times += 1
    heard.push(...events.map(({ seq }) => seq))
  })
  await office.handle(takeB, 'K1', null)
  const { seq } = office.state
  expect(heard).toEqual(Array.from({ length: seq }, (_, nth) => nth + 1))
  // A refusal is no fact.
  await office.handle(command.parse({ type: 'cancel-ticket', ticketId: 'none' }), 'K1', null)
  expect([heard.length, times]).toEqual([seq, 1])
  leave()
  await office.handle(takeB, 'K1', null)
  expect(heard).toHaveLength(seq)
})

test('O5 what comes during a commit goes into the next, in its order', async () => {
  const { log, commits } = watchedLog()
  let release = (): void => {}
  const gate = new Promise<void>((done) => {
    release = done
  })
  let [under, most] = [0, 0]
  const slow: EventLog = {
    ...log,
    append: async (...given) => {
      under += 1
      most = Math.max(most, under)
      await gate
      const end = await log.append(...given)
      under -= 1
      return end
    },
  }
  const office = await openOn(slow)
  const first = office.handle(takeB, 'K1', null)
  await new Promise((done) => setImmediate(() => setImmediate(done)))
  const later = [office.handle(takeB, 'K1', null), office.handle(takeB, 'K1', null)]
  await new Promise((done) => setImmediate(() => setImmediate(done)))
  release()
  const numbers = (await Promise.all([first, ...later])).map((one) => one.ok && (one.body as { number: string }).number)
  expect(numbers).toEqual(['B001', 'B002', 'B003'])
  expect([commits.length, most]).toEqual([2, 1])
  expect(await office.handle(takeB, 'K1', null)).toMatchObject({ body: { number: 'B004' } })
})

test('T3 what is refused from outside the log writes nothing and is answered', async () => {
  const { log, commits } = watchedLog()
  const refusal = { ok: false, code: 'file-not-read', details: {} } as const
  const office = await openOn(log, (one) => (one.type === 'take-ticket' ? refusal : null))
  expect(await office.handle(takeB, 'K1', null)).toEqual(refusal)
  expect(commits.flatMap(({ events }) => events).filter(({ actor }) => actor !== 'hall')).toEqual([])
  expect(await office.handle(command.parse({ type: 'open-counter', counterId: '1' }), 'c', null)).toMatchObject({
    ok: true,
  })
})

test('O4 a log of more than one page is read to its end', async () => {
  const log = memoryLog()
  const events = Array.from(
    { length: 10_001 },
    (_, nth): LoggedEvent => ({
      type: 'counter-opened',
      counterId: '1',
      seq: nth + 1,
      at: FIRST_DAY,
      actor: 'c',
      commandId: null,
    }),
  )
  await log.append(0, events, [])
  expect((await openOn(log)).state.seq).toBe(10_001)
})

test('I8 a catalogue that is replaced counts for the next order', async () => {
  const office = await openOn(memoryLog())
  const before = office.hallModel
  const next = tinyHallModel()
  office.replaceCatalogue({ ...next, queues: new Map([...next.queues].filter(([id]) => id !== 'B')) })
  expect(office.hallModel).not.toBe(before)
  expect(await office.handle(takeB, 'K1', null)).toMatchObject({ ok: false, code: 'unknown-queue' })
})

test('O6 a listener that throws keeps neither the others nor the next order from theirs', async () => {
  const broken: unknown[] = []
  const office = await openOffice({
    hallModel: tinyHallModel(),
    log: memoryLog(),
    moment,
    answer: answerBody,
    onBroken: (error) => broken.push(error),
  })
  let heard = 0
  office.onFacts(() => {
    throw new Error('a wall fell')
  })
  office.onFacts(() => {
    heard += 1
  })
  expect(await office.handle(takeB, 'K1', null)).toMatchObject({ ok: true, body: { number: 'B001' } })
  expect(await office.handle(takeB, 'K1', null)).toMatchObject({ ok: true, body: { number: 'B002' } })
  expect([heard, broken.length]).toEqual([2, 2])
})

test('O6 a command that throws is refused alone; those of the same turn are done', async () => {
  const log = memoryLog()
  const broken: unknown[] = []
  const office = await openOffice({
    hallModel: tinyHallModel(),
    log,
    moment,
    answer: answerBody,
    outside: (one) => {
      if (one.type === 'cancel-ticket') throw new Error('nobody thought of this')
      return null
    },
    onBroken: (error) => broken.push(error),
  })
  const cancel = command.parse({ type: 'cancel-ticket', ticketId: 'none' })
  const answers = await Promise.all([
    office.handle(takeB, 'K1', 'one'),
    office.handle(cancel, 'K1', 'two'),
    office.handle(takeB, 'K1', 'three'),
  ])
  expect(answers).toMatchObject([
    { ok: true, body: { number: 'B001' } },
    { ok: false, code: 'cannot-write' },
    { ok: true, body: { number: 'B002' } },
  ])
  expect([office.trouble, office.state.line.tickets.size]).toEqual([null, 2])
  expect(broken.length).toBeGreaterThan(0)
  expect(await office.handle(takeB, 'K1', 'one')).toEqual(answers[0])
})
