import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readEnvironment, readHall } from '../../gateway/config.ts'
import { clockAt, dayAt, epochOf } from '../../gateway/contract/hall-time.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { readArrivalProfile } from '../../gateway/hall/read-arrivals.ts'
import { momentIn } from '../../gateway/clock.ts'
import { handsOfOthers } from '../../gateway/life/hands-of-others.ts'
import { liveHall } from '../../gateway/life/live-hall.ts'
import { morningAfter, sampleClock } from '../../gateway/life/sample-clock.ts'
import { openOffice } from '../../gateway/office/office.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'

const read = readHall('assets/sample-hall')
if (!read.ok) throw new Error('the sample hall is broken')
const hallModel = buildHallModel(read.hall, read.matters, true)
const zone = read.hall.timeZone
const at = (day: string, clock: string): number => epochOf(day, clock, zone)
const said = (moment: number): string => `${dayAt(moment, zone)} ${clockAt(moment, zone)}`

test.each([
  ['a fresh hall on a Wednesday night', null, '2026-11-25', '23:10', '2026-11-25 08:50'],
  ['a fresh hall on a Saturday', null, '2026-11-28', '15:00', '2026-11-30 08:50'],
  ['a hall shut down in its morning', '10:20', '2026-11-25', '16:00', '2026-11-25 10:20'],
  ['a hall shut down after its morning', '11:50', '2026-11-25', '16:00', '2026-11-26 08:50'],
  ['a hall opened again days later', '10:20', '2026-11-27', '08:00', '2026-11-27 08:50'],
])('HL4 the morning of %s', (_, newest, day, clock, begins) => {
  expect(said(morningAfter(hallModel, newest === null ? null : at('2026-11-25', newest), at(day, clock)))).toBe(begins)
})

test('HL4 the clock goes as time does and never back', () => {
  let tick = 1_000
  const clock = sampleClock(at('2026-11-25', '08:50'), () => tick)
  tick += 90_000
  expect(said(clock.now())).toBe('2026-11-25 08:51')
  clock.moveTo(at('2026-11-25', '09:25'))
  clock.moveTo(at('2026-11-25', '09:00'))
  expect(said(clock.now())).toBe('2026-11-25 09:25')
  expect(clock.doubt()).toBeNull()
})

test('HL2 a counter is left to whoever pressed there for three minutes, and told once when it is free again', () => {
  let tick = 0
  const hands = handsOfOthers(
    'life',
    (ticketId) => (ticketId === 't' ? '5' : null),
    () => tick,
  )
  const done = { seq: 1, at: 0, commandId: null }
  hands.see({ ...done, actor: 'life', type: 'counter-opened', counterId: '4' })
  hands.see({ ...done, actor: 'clerk 5', type: 'ticket-served', ticketId: 't' })
  hands.see({ ...done, actor: 'phone', type: 'visit-rated', ticketId: 't', counterId: '6', stars: 5 })
  expect(['4', '5', '6'].map(hands.isAt)).toEqual([false, true, false])
  tick = 179_000
  hands.see({ ...done, actor: 'clerk 5', type: 'counter-paused', counterId: '5', reason: '午休' })
  tick = 300_000
  expect([hands.isAt('5'), hands.released()]).toEqual([true, []])
  tick = 360_000
  expect([hands.isAt('5'), hands.released(), hands.released()]).toEqual([false, ['5'], []])
})

test('HL6 when the morning is over the next one begins, on the next working day', async () => {
  // Each look at this clock is a second and a half later: a morning in a few hundred looks.
  let tick = 0
  const ticks = (): number => tick
  const clock = sampleClock(at('2026-11-27', '08:50'), ticks)
  const office = await openOffice({
    hallModel,
    log: memoryLog(),
    moment: momentIn(zone, clock.now),
    answer: answerBody,
    replayed: emptyOffice(),
  })
  const broken: unknown[] = []
  const life = await liveHall({
    office,
    clock,
    profile: readArrivalProfile(),
    seed: 7,
    ticks: () => (tick += 1_500),
    tickMs: 1,
    onSpeed: () => {},
    onBroken: (error) => broken.push(error),
  })
  expect(office.state.day).toBe('2026-11-27')
  expect(office.state.line.tickets.size).toBeGreaterThan(40)
  life.setSpeed(10)
  for (let looks = 0; office.state.day === '2026-11-27' && looks < 600; looks++)
    await new Promise((done) => setTimeout(done, 50))
  life.stop()
  expect(office.state.day).toBe('2026-11-30')
  expect(broken).toEqual([])
}, 60_000)

test('HL3 only the sample hall lives, and only as a demo; nobody else loads what plays it', () => {
  const sample = resolve('assets/sample-hall')
  const life = (env: Record<string, string>): unknown => {
    const settings = readEnvironment(env)
    return settings.ok ? settings.life : settings.message
  }
  expect(life({ TINGSHI_DEMO: '1' })).toBe(true)
  expect(life({ TINGSHI_DEMO: '1', TINGSHI_HALL: sample })).toBe(true)
  expect(life({ TINGSHI_DEMO: '1', TINGSHI_LIFE: '0' })).toBe(false)
  expect(life({ TINGSHI_LIFE: '1' })).toBe(false)
  expect(life({ TINGSHI_DEMO: '1', TINGSHI_LIFE: '1', TINGSHI_HALL: 'tests/fixtures/some-hall' })).toBe(false)
  expect(life({ TINGSHI_LIFE: 'yes' })).toBe('TINGSHI_LIFE 只能写 0 或 1。')
  const main = readFileSync(join(import.meta.dirname, '../../gateway/main.ts'), 'utf8')
  expect(main).toMatch(/life \? await import\('\.\/life\/open-life\.ts'\) : null/)
  expect(main).not.toMatch(/from '\.\/life\//)
})
