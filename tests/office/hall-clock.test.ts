import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type HallClock, momentIn } from '../../gateway/clock.ts'
import { command } from '../../gateway/contract/commands.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { type Office, openOffice } from '../../gateway/office/office.ts'
import { openClock, watchClock } from '../../gateway/opening/open-clock.ts'
import { openLog } from '../../gateway/opening/open-log.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { bookingHallModel } from '../support/booking-hall.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const ZONE = 'Asia/Shanghai'
const take = command.parse({ type: 'take-ticket', queueId: 'A' })
const morning = (day: string, clock = '09:00'): number => Date.parse(`${day}T${clock}:00+08:00`)

/** A computer whose clock and whose real time the test moves each by itself. */
function computer(at: number) {
  const box = { wall: at, real: 1_000_000, slept: 0 }
  return {
    box,
    source: { wall: () => box.wall, monotonic: () => box.real, sinceBoot: () => box.real + box.slept },
    pass(ms: number) {
      box.wall += ms
      box.real += ms
    },
  }
}
type Computer = ReturnType<typeof computer>

interface Running {
  office: Office
  clock: HallClock
  /** What the gateway does every half minute. */
  look(): Promise<void>
  number(): Promise<string>
  stop(): Promise<void>
}

/** The gateway's log, clock and office on a folder; `alwaysOpen` as in the demo. */
async function start(dataDir: string, machine: Computer, alwaysOpen = false): Promise<Running> {
  const kept = await openLog(dataDir, () => {})
  if (!kept.ok) throw new Error(kept.words.join())
  const { clock, correctsDay } = openClock(kept.state, alwaysOpen, machine.source)
  const { hall, matters } = bookingHallModel()
  const office = await openOffice({
    // Its doors are always open here, so that only the clock is in question.
    hallModel: buildHallModel(hall, [...matters.values()], true),
    log: kept.log,
    moment: momentIn(ZONE, clock.now),
    answer: answerBody,
    replayed: kept.state,
    onBroken: (error) => {
      throw error
    },
  })
  const lookAtClock = watchClock(office, clock, ZONE, correctsDay)
  const look = async (): Promise<void> => {
    await lookAtClock()
    await office.handle({ type: 'close-day' }, 'hall', null)
  }
  await look()
  return {
    office,
    clock,
    look,
    async number() {
      const answer = await office.handle(take, 'K1', null)
      return answer.ok ? (answer.body as { number: string }).number : answer.code
    },
    stop: () => kept.log.close(),
  }
}
const folder = (): string => mkdtempSync(join(tmpdir(), 'tingshi-clock-'))
const typesOf = async (dataDir: string): Promise<string[]> => {
  const kept = await openLog(dataDir, () => {})
  if (!kept.ok) throw new Error(kept.words.join())
  const events = await kept.log.read(0, 1_000)
  await kept.log.close()
  return events.map(({ type }) => type)
}

test('CK1 a clock that is set by minutes, or by a summer hour, is followed', async () => {
  const machine = computer(morning('2026-03-18'))
  const { clock, stop } = await start(folder(), machine)
  for (const step of [-75_000, 75_000, HOUR, -HOUR, 3 * MINUTE]) {
    machine.box.wall += step
    machine.pass(10_000)
    expect(clock.now()).toBe(machine.box.wall)
    expect(clock.doubt()).toBeNull()
  }
  await stop()
})

test('CK1 a clock that jumps forward by years, or back by hours, leaves the hall in its day', async () => {
  for (const jump of [700 * DAY, 3 * HOUR, -3 * HOUR, -20 * 365 * DAY]) {
    const machine = computer(morning('2026-03-18'))
    const hall = await start(folder(), machine)
    expect(await hall.number()).toBe('A001')
    machine.box.wall += jump
    machine.pass(MINUTE)
    await hall.look()
    expect(hall.office.state.clock.doubt).toMatchObject({ clockSays: machine.box.wall })
    expect(hall.office.state.day).toBe('2026-03-18')
    expect(hall.clock.now()).toBe(morning('2026-03-18') + MINUTE)
    expect(await hall.number()).toBe('A002')
    expect([...hall.office.state.line.tickets.values()].map(({ status }) => status)).toEqual(['waiting', 'waiting'])
    await hall.stop()
  }
})

test('CK1 a computer that slept has not jumped', async () => {
  const machine = computer(morning('2026-03-18'))
  const hall = await start(folder(), machine)
  machine.box.wall += 15 * HOUR
  machine.box.slept += 15 * HOUR
  await hall.look()
  expect(hall.office.state.clock.doubt).toBeNull()
  expect(hall.office.state.day).toBe('2026-03-19')
  await hall.stop()
})

test('CK2 a clock that comes back is trusted again by itself', async () => {
  const machine = computer(morning('2026-03-18'))
  const dataDir = folder()
  const hall = await start(dataDir, machine)
  machine.box.wall += 700 * DAY
  await hall.look()
  machine.box.wall -= 700 * DAY
  machine.pass(5 * MINUTE)
  await hall.look()
  expect(hall.office.state.clock.doubt).toBeNull()
  expect(hall.clock.now()).toBe(machine.box.wall)
  await hall.stop()
  expect(await typesOf(dataDir)).toEqual(['day-opened', 'clock-doubted', 'clock-trusted'])
})

test('CK2 somebody trusts the clock: the day has its right name, and whoever waits keeps the number', async () => {
  const machine = computer(morning('2026-03-10'))
  const hall = await start(folder(), machine)
  expect(await hall.number()).toBe('A001')
  machine.box.wall = morning('2026-03-18', '10:00')
  await hall.look()
  expect(await hall.number()).toBe('A002')
  expect(await hall.office.handle({ type: 'trust-clock' }, '张', null)).toMatchObject({ ok: true })
  expect(hall.office.state.day).toBe('2026-03-18')
  expect(hall.clock.now()).toBe(machine.box.wall)
  expect(await hall.number()).toBe('A003')
  expect(await hall.office.handle({ type: 'trust-clock' }, '张', null)).toMatchObject({ ok: false, code: 'already-so' })
  machine.pass(DAY)
  expect(await hall.number()).toBe('A001')
  await hall.stop()
})

test('CK3 one start in the future, nobody came: the next start corrects the day, and bookings are as they were', async () => {
  const dataDir = folder()
  const machine = computer(morning('2026-03-18'))
  const before = await start(dataDir, machine)
  const booking = command.parse({ type: 'book-appointment', queueId: 'A', day: '2026-03-19', clock: '10:30' })
  expect(await before.office.handle(booking, 'desk', null)).toMatchObject({ ok: true })
  await before.stop()
  // Ten days ahead: that could be a holiday, so the day opens and the booking counts as missed.
  machine.box.wall = morning('2026-03-28')
  const wrong = await start(dataDir, machine)
  expect(wrong.office.state.day).toBe('2026-03-28')
  expect([...wrong.office.state.appointments.byId.values()].map(({ state }) => state)).toEqual(['missed'])
  await wrong.stop()
  machine.box.wall = morning('2026-03-19', '10:20')
  const right = await start(dataDir, machine)
  expect(right.office.state).toMatchObject({ day: '2026-03-19', clock: { doubt: null } })
  expect([...right.office.state.appointments.byId.values()].map(({ state }) => state)).toEqual(['booked'])
  expect(await right.number()).toBe('A001')
  machine.pass(DAY)
  expect(await right.number()).toBe('A001')
  await right.stop()
  expect(await typesOf(dataDir)).toContain('day-corrected')
})

test('CK3 in a demo that started in 2028 too', async () => {
  const dataDir = folder()
  const machine = computer(morning('2026-03-18'))
  await (await start(dataDir, machine, true)).stop()
  machine.box.wall = morning('2028-05-01')
  const wrong = await start(dataDir, machine, true)
  expect(wrong.office.state.day).toBe('2028-05-01')
  await wrong.stop()
  machine.box.wall = morning('2026-03-18', '11:00')
  const right = await start(dataDir, machine, true)
  expect(right.office.state).toMatchObject({ day: '2026-03-18', clock: { doubt: null } })
  await right.stop()
})

test('CK4 numbers were given under the wrong date: the numbers go on today, and begin again after the next midnight', async () => {
  const dataDir = folder()
  const machine = computer(morning('2028-05-01'))
  const wrong = await start(dataDir, machine)
  expect(await wrong.number()).toBe('A001')
  await wrong.stop()
  machine.box.wall = morning('2026-03-18', '11:00')
  const right = await start(dataDir, machine)
  expect(right.office.state.clock.doubt).toMatchObject({ day: '2026-03-18' })
  expect(await right.number()).toBe('A002')
  machine.pass(14 * HOUR)
  await right.look()
  expect(right.office.state).toMatchObject({ day: '2026-03-19', clock: { doubt: null } })
  expect(await right.number()).toBe('A001')
  expect(right.clock.now()).toBe(machine.box.wall)
  await right.stop()
  // Also when the midnight passed while the gateway was off.
  const again = folder()
  machine.box.wall = morning('2028-05-01')
  const first = await start(again, machine)
  await first.number()
  await first.stop()
  machine.box.wall = morning('2026-03-18')
  await (await start(again, machine)).stop()
  machine.box.wall = morning('2026-03-19')
  const next = await start(again, machine)
  expect(next.office.state).toMatchObject({ day: '2026-03-19', clock: { doubt: null } })
  expect(await next.number()).toBe('A001')
  await next.stop()
})

test('CK5 a dead battery’s 2015, or a rest of a month, makes a start go by the log’s time and ask', async () => {
  for (const wall of [morning('2015-01-01', '00:01'), morning('2026-04-20')]) {
    const dataDir = folder()
    const machine = computer(morning('2026-03-18'))
    const before = await start(dataDir, machine)
    await before.number()
    await before.stop()
    machine.box.wall = wall
    const hall = await start(dataDir, machine)
    expect(hall.office.state.clock.doubt).toMatchObject({ clockSays: wall })
    expect(hall.office.state.day).toBe('2026-03-18')
    expect(await hall.number()).toBe('A002')
    // The clock was set over the network meanwhile.
    machine.box.wall = morning('2026-03-18', '09:05')
    await hall.look()
    expect(hall.office.state.clock.doubt).toBeNull()
    await hall.stop()
  }
})

test('CK5 a holiday of nine days, a night and a first start ask nobody', async () => {
  const dataDir = folder()
  const machine = computer(morning('2026-02-13', '17:30'))
  for (const wall of [morning('2026-02-13', '17:30'), morning('2026-02-14'), morning('2026-02-23')]) {
    machine.box.wall = wall
    const hall = await start(dataDir, machine)
    expect(hall.office.state.clock.doubt).toBeNull()
    expect(await hall.number()).toBe('A001')
    await hall.stop()
  }
})

test('CK1 CK2 CK4 a day with every clock fault: no number is given twice in it, nobody loses one, and the next day begins at 001', async () => {
  const machine = computer(morning('2026-03-18', '08:00'))
  const dataDir = folder()
  let hall = await start(dataDir, machine)
  const given: string[] = []
  const faults: (() => Promise<void> | void)[] = [
    () => void (machine.box.wall += 2 * 365 * DAY),
    () => void (machine.box.wall -= 2 * 365 * DAY),
    () => void (machine.box.wall -= 75_000),
    () => void (machine.box.wall -= 5 * HOUR),
    async () => {
      await hall.stop()
      hall = await start(dataDir, machine)
    },
    () => void (machine.box.wall += 5 * HOUR),
    () => void (machine.box.wall = morning('2015-01-01')),
    async () => {
      await hall.stop()
      hall = await start(dataDir, machine)
    },
    () => void (machine.box.wall = morning('2026-03-18', '12:00')),
    () => void (machine.box.slept += 20 * MINUTE),
    () => void (machine.box.wall += 20 * MINUTE),
    () => void (machine.box.wall += 8 * HOUR),
    async () => void (await hall.office.handle({ type: 'trust-clock' }, '张', null)),
    () => void (machine.box.wall -= 8 * HOUR),
    async () => void (await hall.office.handle({ type: 'trust-clock' }, '张', null)),
  ]
  for (const fault of faults) {
    given.push(await hall.number())
    await fault()
    machine.pass(MINUTE)
    await hall.look()
    given.push(await hall.number())
    const { tickets } = hall.office.state.line
    expect([...tickets.values()].every(({ status }) => status === 'waiting')).toBe(true)
    expect(tickets.size).toBe(given.length)
  }
  expect(new Set(given).size).toBe(given.length)
  machine.box.wall = morning('2026-03-19', '08:00')
  machine.box.real += 19 * HOUR
  await hall.look()
  expect(await hall.number()).toBe('A001')
  await hall.stop()
})
