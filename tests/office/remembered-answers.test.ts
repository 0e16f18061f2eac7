import { expect, test } from 'vitest'
import { command } from '../../gateway/contract/commands.ts'
import { replay } from '../../gateway/office/replay.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { FIRST_DAY, HOUR_MS, clock, openOn, takeB, watchedLog } from '../support/watched-office.ts'

test('O2 what was answered in a commit that failed is asked anew and written', async () => {
  const { log, disk } = watchedLog()
  const office = await openOn(log)
  disk.full = true
  expect(await office.handle(takeB, 'K1', 'press')).toMatchObject({ ok: false, code: 'cannot-write' })
  expect(await office.handle(takeB, 'K1', 'press')).toMatchObject({ ok: false, code: 'cannot-write' })
  disk.full = false
  expect(await office.handle(takeB, 'K1', 'press')).toMatchObject({ ok: true, body: { number: 'B001' } })
  expect(office.state.line.tickets.size).toBe(1)
  expect(await log.answersSince(0)).toMatchObject([{ commandId: 'K1/press', body: { ok: true } }])
  expect(await office.handle(takeB, 'K1', null)).toMatchObject({ body: { number: 'B002' } })
})

test('O2 why the disk says no is told as one of a few kinds', async () => {
  const log = memoryLog()
  let why: unknown = 'no space'
  const office = await openOn({ ...log, append: () => Promise.reject(why) })
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
    expect(await office.handle(takeB, 'K1', null)).toMatchObject({ code: 'cannot-write', details: { why: kind } })
    expect(office.trouble).toBe(kind)
  }
})

test('O1 what a command without an id got is not remembered, and an id belongs to its actor', async () => {
  const { log } = watchedLog()
  const office = await openOn(log)
  await office.handle(takeB, 'K1', null)
  await office.handle(takeB, 'K1', null)
  await office.handle(takeB, 'K2', 'a')
  expect(office.state.line.tickets.size).toBe(3)
  expect((await log.answersSince(0)).map(({ commandId, at }) => [commandId, at])).toEqual([['K2/a', FIRST_DAY]])
})

test('O8 the id of another order is refused, and the first order keeps its answer; who it is for makes no other order', async () => {
  const office = await openOn(memoryLog())
  const first = await office.handle({ ...takeB, identity: 'a card in the reader' } as typeof takeB, 'K1', 'press')
  expect(first).toMatchObject({ ok: true })
  expect(await office.handle(takeB, 'K1', 'press')).toEqual(first)
  expect(await office.handle(command.parse({ type: 'take-ticket', queueId: 'A' }), 'K1', 'press')).toEqual({
    ok: false,
    code: 'key-reused',
    details: {},
  })
  expect(await office.handle(takeB, 'K1', 'press')).toEqual(first)
  expect(office.state.line.tickets.size).toBe(1)
})

test.each([
  ['unknown-counter', { type: 'open-counter', counterId: '99' }],
  ['unknown-queue', { type: 'take-ticket', queueId: 'ZZ' }],
  ['unknown-matter', { type: 'take-ticket', matterId: 'none' }],
  ['unknown-terminal', { type: 'take-ticket', queueId: 'B', terminalId: 'K99' }],
  ['unknown-ticket', { type: 'cancel-ticket', ticketId: 'none' }],
  ['unknown-printer', { type: 'test-printer', printerId: 'PR99' }],
])('O1 %s comes out the same again and is neither written nor remembered', async (code, order) => {
  const { log, commits } = watchedLog()
  const office = await openOn(log)
  await office.handle(takeB, 'K1', null)
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
  const office = await openOn(log)
  expect(await office.handle(takeB, 'K1', 'young')).toEqual(body('young'))
  expect(await office.handle(takeB, 'K1', 'old')).toMatchObject({ body: { number: 'B001' } })
})

test('O1 when the day turns answers of two days stay, older ones are asked anew', async () => {
  const office = await openOn(memoryLog())
  const first = await office.handle(takeB, 'K1', 'press')
  clock.now = FIRST_DAY + 24 * HOUR_MS
  await office.handle(takeB, 'K1', 'next')
  expect(await office.handle(takeB, 'K1', 'press')).toEqual(first)
  clock.now = FIRST_DAY + 72 * HOUR_MS
  await office.handle(takeB, 'K1', null)
  expect(await office.handle(takeB, 'K1', 'press')).toMatchObject({ body: { number: 'B002' } })
})

test('O1 an order that came too late is refused, writes nothing, and may be given again', async () => {
  const { log, commits } = watchedLog()
  const office = await openOn(log)
  await office.handle(takeB, 'K1', null)
  expect(await office.handle(takeB, 'K1', 'x', () => true)).toMatchObject({ ok: false, code: 'not-sent' })
  expect([commits.length, await log.answersSince(0)]).toEqual([1, []])
  expect(await office.handle(takeB, 'K1', 'x', () => false)).toMatchObject({ ok: true, body: { number: 'B002' } })
})

test('O7 a commit that failed when all of it was on disk already is caught up with', async () => {
  const log = memoryLog()
  let cut = true
  const office = await openOn({
    ...log,
    append: async (...given) => {
      const end = await log.append(...given)
      if (cut) throw new Error('the answer of the disk was lost')
      return end
    },
  })
  expect(await office.handle(takeB, 'K1', 'press')).toMatchObject({ ok: true })
  cut = false
  expect(await office.handle(takeB, 'K1', 'press')).toMatchObject({ ok: true, body: { number: 'B001' } })
  expect(await office.handle(takeB, 'K1', null)).toMatchObject({ ok: true, body: { number: 'B002' } })
  expect(await replay(log)).toEqual(office.state)
})

test('O2 nothing of a failed turn is remembered: the same press is refused again while the disk is full', async () => {
  const { log, disk } = watchedLog()
  const office = await openOn(log)
  disk.full = true
  for (let nth = 0; nth < 3; nth += 1)
    expect(await office.handle(takeB, 'K1', 'press')).toMatchObject({ ok: false, code: 'cannot-write' })
  disk.full = false
  await office.handle(takeB, 'K2', null)
  expect(await office.handle(takeB, 'K1', 'press')).toMatchObject({ ok: true, body: { number: 'B002' } })
  expect(office.state.line.tickets.size).toBe(2)
})
