import { expect, test } from 'vitest'
import { command } from '../../gateway/contract/commands.ts'
import type { Moment } from '../../gateway/domain/decision.ts'
import type { LoggedEvent } from '../../gateway/domain/events.ts'
import { type OfficeDeps, openOffice } from '../../gateway/office.ts'
import type { EventLog, KeptAnswer } from '../../gateway/store/event-log.ts'
import { replay } from '../../gateway/replay.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const HOUR_MS = 3_600_000
const FIRST_DAY = Date.UTC(2026, 2, 18, 2)
let count = 0
/** The hall's time, set by hand. */
const clock = { now: FIRST_DAY }
const moment = (): Moment => ({
  now: clock.now,
  day: new Date(clock.now + 8 * HOUR_MS).toISOString().slice(0, 10),
  minute: 600,
  weekday: 3,
  newId: () => `id${++count}`,
})
const open = (log: EventLog, outside: OfficeDeps['outside'] = () => null) => {
  clock.now = FIRST_DAY
  return openOffice({ hallModel: tinyHallModel(), log, moment, answer: answerBody, outside })
}
const take = command.parse({ type: 'take-ticket', queueId: 'B' })

/** A log that notes each commit, and whose disk can be full. */
function watched() {
  const log = memoryLog()
  const commits: { events: LoggedEvent[]; answers: KeptAnswer[] }[] = []
  const disk = { full: false }
  const append: EventLog['append'] = async (seq, events, answers) => {
    if (disk.full) throw new Error('disk full')
    const end = await log.append(seq, events, answers)
    commits.push({ events, answers })
    return end
  }
  return { log: { ...log, append }, commits, disk }
}

test('O2 what was answered in a commit that failed is asked anew and written', async () => {
  const { log, disk } = watched()
  const office = await open(log)
  disk.full = true
  expect(await office.handle(take, 'K1', 'press')).toMatchObject({ ok: false, code: 'cannot-write' })
  expect(await office.handle(take, 'K1', 'press')).toMatchObject({ ok: false, code: 'cannot-write' })
  disk.full = false
  expect(await office.handle(take, 'K1', 'press')).toMatchObject({ ok: true, body: { number: 'B001' } })
  expect(office.state.line.tickets.size).toBe(1)
  expect(await log.answersSince(0)).toMatchObject([{ commandId: 'K1/press', body: { ok: true } }])
  expect(await office.handle(take, 'K1', null)).toMatchObject({ body: { number: 'B002' } })
})

test('O2 why the disk says no is told as one of a few kinds', async () => {
  const log = memoryLog()
  let why: unknown = 'no space'
  const office = await open({ ...log, append: () => Promise.reject(why) })
  expect(office.trouble).toBeNull()
  for (const [said, kind] of [
    ['no space', 'other'],
    [{ errcode: 13 }, 'disk-full'],
    [{ errcode: 4874 }, 'disk-full'],
    [{ code: 'ENOSPC' }, 'disk-full'],
    [{ errcode: 1032 }, 'read-only'],
    [{ code: 'EROFS' }, 'read-only'],
    [{ errcode: 267 }, 'damaged'],
  ] as const) {
    why = said
    expect(await office.handle(take, 'K1', null)).toMatchObject({ code: 'cannot-write', details: { why: kind } })
    expect(office.trouble).toBe(kind)
  }
})

test('O1 what a command without an id got is not remembered, and an id belongs to its actor', async () => {
  const { log } = watched()
  const office = await open(log)
  await office.handle(take, 'K1', null)
  await office.handle(take, 'K1', null)
  await office.handle(take, 'K2', 'a')
  expect(office.state.line.tickets.size).toBe(3)
  expect((await log.answersSince(0)).map(({ commandId, at }) => [commandId, at])).toEqual([['K2/a', FIRST_DAY]])
})

test.each([
  ['unknown-counter', { type: 'open-counter', counterId: '99' }],
  ['unknown-queue', { type: 'take-ticket', queueId: 'ZZ' }],
  ['unknown-matter', { type: 'take-ticket', matterId: 'none' }],
  ['unknown-terminal', { type: 'take-ticket', queueId: 'B', terminalId: 'K99' }],
  ['unknown-ticket', { type: 'cancel-ticket', ticketId: 'none' }],
  ['unknown-printer', { type: 'test-printer', printerId: 'PR99' }],
])('O1 %s comes out the same again and is neither written nor remembered', async (code, order) => {
  const { log, commits } = watched()
  const office = await open(log)
  await office.handle(take, 'K1', null)
  expect(await office.handle(command.parse(order), 'K1', 'x')).toMatchObject({ ok: false, code })
  expect([commits.length, await log.answersSince(0)]).toEqual([1, []])
})

test('O1 answers of two days are known after a start, older ones are not', async () => {
  const log = memoryLog()
  const body = (number: string) => ({ ok: true, body: { number } })
  await log.append(
    0,
    [],
    [
      { commandId: 'K1/young', at: FIRST_DAY - 48 * HOUR_MS, body: body('young') },
      { commandId: 'K1/old', at: FIRST_DAY - 48 * HOUR_MS - 1, body: body('old') },
    ],
  )
  const office = await open(log)
  expect(await office.handle(take, 'K1', 'young')).toEqual(body('young'))
  expect(await office.handle(take, 'K1', 'old')).toMatchObject({ body: { number: 'B001' } })
})

test('O1 when the day turns answers of two days stay, older ones are asked anew', async () => {
  const office = await open(memoryLog())
  const first = await office.handle(take, 'K1', 'press')
  clock.now = FIRST_DAY + 24 * HOUR_MS
  await office.handle(take, 'K1', 'next')
  expect(await office.handle(take, 'K1', 'press')).toEqual(first)
  clock.now = FIRST_DAY + 72 * HOUR_MS
  await office.handle(take, 'K1', null)
  expect(await office.handle(take, 'K1', 'press')).toMatchObject({ body: { number: 'B002' } })
})

test('O3 each fact names its number, time, actor and order; what the hall does by itself is the hall’s', async () => {
  const { log, commits } = watched()
  const office = await open(log)
  await office.handle(take, 'K1', 'press')
  const [day, ...rest] = commits[0]?.events ?? []
  expect(day).toMatchObject({ seq: 1, at: FIRST_DAY, actor: 'hall', commandId: null })
  expect(rest.map(({ seq, actor, commandId }) => [seq, actor, commandId])).toEqual(
    rest.map((_, nth) => [nth + 2, 'K1', 'K1/press']),
  )
})

test('O3 listeners hear each commit’s facts once, and no more after they left', async () => {
  const office = await open(memoryLog())
  const heard: number[] = []
  let times = 0
  const leave = office.onFacts((events) => {
    times += 1
    heard.push(...events.map(({ seq }) => seq))
  })
  await office.handle(take, 'K1', null)
  const { seq } = office.state
  expect(heard).toEqual(Array.from({ length: seq }, (_, nth) => nth + 1))
  // A refusal is no fact.
  await office.handle(command.parse({ type: 'cancel-ticket', ticketId: 'none' }), 'K1', null)
  expect([heard.length, times]).toEqual([seq, 1])
  leave()
  await office.handle(take, 'K1', null)
  expect(heard).toHaveLength(seq)
})

test('O5 what comes during a commit goes into the next, in its order', async () => {
  const { log, commits } = watched()
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
  const office = await open(slow)
  const first = office.handle(take, 'K1', null)
  await new Promise((done) => setImmediate(() => setImmediate(done)))
  const later = [office.handle(take, 'K1', null), office.handle(take, 'K1', null)]
  await new Promise((done) => setImmediate(() => setImmediate(done)))
  release()
  const numbers = (await Promise.all([first, ...later])).map((one) => one.ok && (one.body as { number: string }).number)
  expect(numbers).toEqual(['B001', 'B002', 'B003'])
  expect([commits.length, most]).toEqual([2, 1])
  expect(await office.handle(take, 'K1', null)).toMatchObject({ body: { number: 'B004' } })
})

test('T3 what is refused from outside the log writes nothing and is answered', async () => {
  const { log, commits } = watched()
  const refusal = { ok: false, code: 'file-not-read', details: {} } as const
  const office = await open(log, (one) => (one.type === 'take-ticket' ? refusal : null))
  expect(await office.handle(take, 'K1', null)).toEqual(refusal)
  expect(commits.flatMap(({ events }) => events).filter(({ actor }) => actor !== 'hall')).toEqual([])
  expect(await office.handle(command.parse({ type: 'open-counter', counterId: '1' }), 'c', null)).toMatchObject({
    ok: true,
  })
})

test('O1 an order that came too late is refused, writes nothing, and may be given again', async () => {
  const { log, commits } = watched()
  const office = await open(log)
  await office.handle(take, 'K1', null)
  expect(await office.handle(take, 'K1', 'x', () => true)).toMatchObject({ ok: false, code: 'not-sent' })
  expect([commits.length, await log.answersSince(0)]).toEqual([1, []])
  expect(await office.handle(take, 'K1', 'x', () => false)).toMatchObject({ ok: true, body: { number: 'B002' } })
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
  expect((await open(log)).state.seq).toBe(10_001)
})

test('I8 a catalogue that is replaced counts for the next order', async () => {
  const office = await open(memoryLog())
  const before = office.hallModel
  const next = tinyHallModel()
  office.replaceCatalogue({ ...next, queues: new Map([...next.queues].filter(([id]) => id !== 'B')) })
  expect(office.hallModel).not.toBe(before)
  expect(await office.handle(take, 'K1', null)).toMatchObject({ ok: false, code: 'unknown-queue' })
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
  expect(await office.handle(take, 'K1', null)).toMatchObject({ ok: true, body: { number: 'B001' } })
  expect(await office.handle(take, 'K1', null)).toMatchObject({ ok: true, body: { number: 'B002' } })
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
    office.handle(take, 'K1', 'one'),
    office.handle(cancel, 'K1', 'two'),
    office.handle(take, 'K1', 'three'),
  ])
  expect(answers).toMatchObject([
    { ok: true, body: { number: 'B001' } },
    { ok: false, code: 'cannot-write' },
    { ok: true, body: { number: 'B002' } },
  ])
  expect([office.trouble, office.state.line.tickets.size]).toEqual([null, 2])
  expect(broken.length).toBeGreaterThan(0)
  expect(await office.handle(take, 'K1', 'one')).toEqual(answers[0])
})

test('O7 a commit that failed when all of it was on disk already is caught up with', async () => {
  const log = memoryLog()
  let cut = true
  const office = await open({
    ...log,
    append: async (...given) => {
      const end = await log.append(...given)
      if (cut) throw new Error('the answer of the disk was lost')
      return end
    },
  })
  expect(await office.handle(take, 'K1', 'press')).toMatchObject({ ok: false, code: 'cannot-write' })
  cut = false
  expect(await office.handle(take, 'K1', 'press')).toMatchObject({ ok: true, body: { number: 'B001' } })
  expect(await office.handle(take, 'K1', null)).toMatchObject({ ok: true, body: { number: 'B002' } })
  expect(await replay(log)).toEqual(office.state)
})

test('O2 nothing of a failed turn is remembered: the same press is refused again while the disk is full', async () => {
  const { log, disk } = watched()
  const office = await open(log)
  disk.full = true
  for (let nth = 0; nth < 3; nth += 1)
    expect(await office.handle(take, 'K1', 'press')).toMatchObject({ ok: false, code: 'cannot-write' })
  disk.full = false
  await office.handle(take, 'K2', null)
  expect(await office.handle(take, 'K1', 'press')).toMatchObject({ ok: true, body: { number: 'B002' } })
  expect(office.state.line.tickets.size).toBe(2)
})
