import { expect, test, vi } from 'vitest'
import { panelFilm } from '../../display/led/film.ts'
import { filmPlayer } from '../../display/led/film-player.ts'
import { darkPicture } from '../../display/led/picture.ts'
import { sceneKeys, sceneOf } from '../../display/led/scene.ts'
import { panelCard } from '../../gateway/contract/led-panel.ts'
import { fakeBx6 } from '../../gateway/devices/fake/led/fake-bx6.ts'
import { startFakeCard } from '../../gateway/devices/fake/led/fake-card-server.ts'
import { fakeHuidu } from '../../gateway/devices/fake/led/fake-picture-cards.ts'
import { bx6Driver } from '../../gateway/devices/led/bx6/bx6-driver.ts'
import { bxkDriver } from '../../gateway/devices/led/bxk/bxk-driver.ts'
import { type CardDriver, type ShowOrder, filmLoopMs } from '../../gateway/devices/led/card-driver.ts'
import { huiduDriver } from '../../gateway/devices/led/huidu/huidu-driver.ts'
import { parseLocalTime } from '../../gateway/devices/led/local-time.ts'
import { panelInk } from '../../gateway/devices/led/panel-ink.ts'
import { type CardState, type SuperviseTimes, superviseCard } from '../../gateway/devices/led/supervise-card.ts'
import { openTcp } from '../../gateway/devices/tcp-link.ts'
import { driverOf } from '../../gateway/outputs/open-led-card.ts'
import { NOW, panel } from '../fixtures/views/display.ts'
import { TIMES, closing, order, run, until } from '../support/panel-run.ts'

const notice = (id: string, text: string) => ({ id, text, textEn: null, placement: 'ticker' as const })

vi.setConfig({ testTimeout: 30_000 })

const FRAME_MS = 120
/** A film of so many pictures, the nth lit as far as its nth dot. */
function film(frames: number): ShowOrder {
  const pictures = Array.from({ length: frames }, (_, nth) => {
    const picture = darkPicture(64, 32)
    picture.pixels.fill(255, 0, 3 * (nth + 1))
    return { picture, ms: FRAME_MS }
  })
  return {
    film: () => ({ frames: pictures, loop: true, until: Number.POSITIVE_INFINITY }),
    lines: [],
    strip: { number: '', counter: '', waiting: 0 },
  }
}
/** What a driver was told, and when. */
function diary(answers: Partial<CardDriver> = {}) {
  const told: { what: string; at: number }[] = []
  const say = (what: string) => async () => {
    told.push({ what, at: performance.now() })
    return null
  }
  const driver: CardDriver = {
    reader: () => () => {},
    greet: say('greet'),
    show: say('show'),
    loopMs: filmLoopMs,
    power: say('power'),
    brightness: say('brightness'),
    clock: say('clock'),
    ...answers,
  }
  return { driver, told, times: (what: string) => told.filter((one) => one.what === what).map(({ at }) => at) }
}
function supervised(driver: CardDriver, times: Partial<SuperviseTimes> = {}, port: number | null = null) {
  const states: CardState[] = []
  const ends: (() => void)[] = []
  const quiet = () => ({
    write: async () => {},
    onData: () => () => {},
    onClose: (listener: () => void) => {
      ends.push(listener)
      return () => {}
    },
    close: () => {},
    reset: () => {},
  })
  const card = superviseCard(
    {
      open: async () => (port === null ? quiet() : openTcp('127.0.0.1', port, 500)),
      driver,
      wanted: () => ({ on: true, percent: 60 }),
      localTime: () => parseLocalTime('2026-11-23T11:46:09'),
      onState: (state) => states.push(state),
    },
    { ...TIMES, ...times },
  )
  closing.push(() => card.stop())
  return { card, states, endOf: (nth: number) => ends[nth]?.() }
}

test('LS12 nothing is sent again in the middle of a film: it comes to its end each time', async () => {
  const { driver, times } = diary()
  const { card } = supervised(driver, { againMs: 150 })
  card.show(film(5), 'now')
  await until(() => times('show').length === 4)
  const gaps = times('show')
    .slice(1)
    .map((at, nth) => at - (times('show')[nth] ?? 0))
  for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(5 * FRAME_MS - 5)
})
test('LS12 what may wait leaves when the film has come to its end; what is urgent leaves at once, and takes nothing back', async () => {
  const { driver, times } = diary()
  const { card } = supervised(driver)
  card.show(film(6), 'now')
  await until(() => times('show').length === 1)
  card.show(film(6), 'after-loop')
  await until(() => times('show').length === 2)
  const [first = 0, second = 0] = times('show')
  expect(second - first).toBeGreaterThanOrEqual(6 * FRAME_MS - 5)
  card.show(film(6), 'after-loop')
  card.show(film(2), 'now')
  card.show(film(2), 'after-loop')
  await until(() => times('show').length === 3)
  expect((times('show')[2] ?? 0) - second).toBeLessThan(3 * FRAME_MS)
})
test('LS12 in the middle of a long film a card that died is found all the same', async () => {
  const { driver, times } = diary()
  const { card } = supervised(driver, { againMs: 100 })
  card.show(film(20), 'now')
  await until(() => times('clock').length > 3)
  expect(times('show')).toHaveLength(1)
})
test('LS12 the stock emergency says all of it within one film, on a panel of 64×32 dots in less than half a minute and its English too', () => {
  const emergency = {
    id: 'e1',
    drill: false,
    raisedAt: NOW,
    until: NOW + 3_600_000,
    spoken: '火情，请立即离开',
    title: '火情，请立即离开',
    titleEn: 'Fire. Leave now by the nearest exit.',
    lines: ['请走最近的安全出口，不要乘电梯', '听从工作人员指挥'],
  }
  const small = { ...panel, panel: { ...panel.panel, width: 64, height: 32, leastDots: 16 }, emergency }
  const { frames, loop } = panelFilm(small, NOW, panelInk())
  expect(loop).toBe(true)
  const whole = frames.reduce((sum, { ms }) => sum + ms, 0)
  expect(whole).toBeLessThan(30_000)
  // No page is gone before it can be read.
  for (const { ms } of frames.slice(1)) expect(ms).toBeGreaterThanOrEqual(2_000)
})
test('LS12 the clock and how many wait may wait for the end of a film; a call, a notice and an emergency may not', () => {
  const key = (view: typeof panel, now = NOW + 90_000) => sceneKeys(sceneOf(view, now).scene)
  const idle = { ...panel, calls: [], waiting: 3 }
  expect(key({ ...idle, waiting: 4 }).calm).toBe(key(idle).calm)
  expect(key(idle, NOW + 150_000).calm).toBe(key(idle).calm)
  expect(key({ ...idle, waiting: 4 }).whole).not.toBe(key(idle).whole)
  expect(key({ ...idle, notices: [notice('n', '今天下午停电')] }).calm).not.toBe(key(idle).calm)
  expect(key(panel, NOW).calm).not.toBe(key(panel, NOW + 10_000).calm)
})
test('LS12 a film that takes longer than a minute leaves out the clock: it would be wrong before its end', () => {
  const notices = Array.from({ length: 15 }, (_, nth) => notice(`n${nth}`, `第 ${nth} 条公告`))
  const at = (count: number, now: number) => {
    const view = { ...panel, calls: [], notices: notices.slice(0, count) }
    return panelFilm({ ...view, panel: { ...view.panel, width: 320, height: 96 } }, now, panelInk()).frames
  }
  expect(at(1, NOW + 90_000)).not.toEqual(at(1, NOW + 150_000))
  expect(at(15, NOW + 90_000)).toEqual(at(15, NOW + 150_000))
})
test('LS12 the panel’s page plays its film to the end, too, before the clock is another', () => {
  vi.useFakeTimers()
  const shown: number[] = []
  const player = filmPlayer(({ width }) => shown.push(width))
  const of = (...widths: number[]) => ({
    frames: widths.map((width) => ({ picture: darkPicture(width, 1), ms: 100 })),
    loop: true,
    until: 0,
  })
  player.play(of(1, 2, 3), 'now')
  vi.advanceTimersByTime(150)
  player.play(of(4, 5), 'after-loop')
  vi.advanceTimersByTime(200)
  expect(shown).toEqual([1, 2, 3, 4])
  player.play(of(6), 'now')
  vi.advanceTimersByTime(500)
  player.play(of(7, 8), 'after-loop')
  vi.advanceTimersByTime(350)
  player.stop()
  vi.advanceTimersByTime(500)
  expect(shown).toEqual([1, 2, 3, 4, 6, 7, 8, 7, 8])
  vi.useRealTimers()
})
test('LS12 words that walk through a font card are not sent again before they have passed', () => {
  const driver = bxkDriver(64, 16, '6K')
  const words = (lines: string[]): number => driver.loopMs({ ...film(1), lines })
  expect(words(['请稍候'])).toBe(0)
  expect(words(['火情，请立即离开 请走最近的安全出口，不要乘电梯'])).toBeGreaterThan(10_000)
})

test.each(['hangs-up', 'silent'] as const)(
  'LS13 what is on the port and %s is asked less and less often',
  async (habit) => {
    const server = await startFakeCard(fakeBx6({ width: 64, height: 32, colour: 'single' }))
    closing.push(() => server.close())
    if (habit === 'silent') server.set(habit, true)
    else server.habits.add(habit)
    const { card } = supervised(
      bx6Driver(64, 32, 'single'),
      { answerMs: 30, pauseMs: 50, mostPauseMs: 400 },
      server.port,
    )
    // News must not make it be knocked at either.
    const pressing = setInterval(() => card.show(order(64, 32, 'single'), 'now'), 10)
    await new Promise((done) => setTimeout(done, 1_500))
    clearInterval(pressing)
    // 0, 80, 210, 440, 870, 1300 ms and no more.
    expect(server.clients).toBeGreaterThan(2)
    expect(server.clients).toBeLessThan(9)
  },
)
test('LS13 the end of a link that was replaced counts for nothing', async () => {
  let broken = true
  const { driver, times } = diary({ greet: async () => (broken ? { kind: 'gone' } : null) })
  const { card, states, endOf } = supervised(driver, { pauseMs: 20, mostPauseMs: 20, againMs: 60_000 })
  card.show(film(1), 'now')
  await until(() => states.length > 1)
  broken = false
  await until(() => states.at(-1)?.state === 'ok' && times('show').length === 1)
  // The first link's end comes as late as it likes.
  for (let nth = 0; nth < 5; nth += 1) endOf(0)
  await new Promise((done) => setTimeout(done, 60))
  expect([states.at(-1)?.state, times('show').length]).toEqual(['ok', 1])
})

const settings = ['clock', 'power', 'brightness'] as const
test.each(settings)(
  'LS14 a card that refuses its %s shows the picture all the same, and that is told',
  async (which) => {
    const server = await startFakeCard(fakeBx6({ width: 64, height: 32, colour: 'single' }))
    server.habits.add(`refuses-${which}`)
    const { card, states } = await run(server, bx6Driver(64, 32, 'single'))
    card.show(order(64, 32, 'single'), 'now')
    await until(() => states.some((state) => state.state === 'ok' && state.refused.length > 0))
    expect(server.card.seen.orders.filter((kind) => kind === 'show')).toHaveLength(1)
    expect(states).toContainEqual({ state: 'ok', refused: [which] })
    expect(states.every(({ state }) => state === 'ok')).toBe(true)
  },
)

test('LS15 Huidu: notices before an answer, and an acknowledgement for each part of a file, are listened past', async () => {
  const server = await startFakeCard(fakeHuidu({ width: 320, height: 96 }))
  server.habits.add('early-notices')
  const { card, states } = await run(server, huiduDriver(320, 96, 1_000))
  const wanted = order(320, 96, 'rgb888')
  card.show(wanted, 'now')
  await until(() => server.card.seen.orders.includes('show') && server.card.seen.orders.includes('time'))
  await until(() => states.length > 0)
  expect(states.every(({ state }) => state === 'ok')).toBe(true)
  expect([server.clients, server.card.seen.broken]).toEqual([1, 0])
})
test('LS15 BX-6: a card that tells of itself before it answers is no fault', async () => {
  const server = await startFakeCard(fakeBx6({ width: 64, height: 32, colour: 'single' }))
  server.habits.add('early-notices')
  const { card, states } = await run(server, bx6Driver(64, 32, 'single'))
  card.show(order(64, 32, 'single'), 'now')
  await until(() => server.card.seen.orders.includes('time'))
  await until(() => states.length > 0)
  expect(states.every(({ state }) => state === 'ok')).toBe(true)
})
test('LS15 Huidu: stamps grow from one start of the gateway to the next', async () => {
  const fake = fakeHuidu({ width: 64, height: 32 })
  const server = await startFakeCard(fake)
  closing.push(() => server.close())
  const card = panelCard.parse({ kind: 'huidu', link: { kind: 'simulated' } })
  for (const startedAt of [1_800_000_000_000, 1_800_000_060_000]) {
    const before = fake.stamps.length
    const driver = driverOf({ width: 64, height: 32 }, card, startedAt)
    const { card: shown } = supervised(driver, {}, server.port)
    shown.show(film(1), 'now')
    await until(() => fake.stamps.length > before)
    await shown.stop()
  }
  const [first = 0, second = 0] = fake.stamps
  expect(first).toBeGreaterThan(1_000_000_000)
  expect(second).toBeGreaterThan(first)
})

test.each([
  ['single', 'double'],
  ['triple', 'single'],
  ['rgb888', 'triple'],
] as const)('LS4 a card of "%s" where the hall folder says "%s" is told as such', async (there, said) => {
  const { states } = await run(
    await startFakeCard(fakeBx6({ width: 64, height: 32, colour: there })),
    bx6Driver(64, 32, said),
  )
  await until(() => states.length > 0)
  expect(states[0]).toMatchObject({ state: 'fault', trouble: { kind: 'wrong', what: 'colour' } })
})

test('LS16 a card that comes back is told everything: picture, power, brightness, clock', async () => {
  const server = await startFakeCard(fakeBx6({ width: 64, height: 32, colour: 'single' }))
  const { card, states } = await run(server, bx6Driver(64, 32, 'single'))
  const all = ['show', 'power', 'brightness', 'time']
  card.show(order(64, 32, 'single'), 'now')
  await until(() => all.every((kind) => server.card.seen.orders.includes(kind)))
  server.set('away', true)
  await until(() => states.some(({ state }) => state === 'fault'))
  // It lost power meanwhile.
  server.card.seen.orders.length = 0
  Object.assign(server.card.seen, { brightness: null, clock: null })
  server.set('away', false)
  await until(() => all.every((kind) => server.card.seen.orders.includes(kind)))
  await until(() => states.at(-1)?.state === 'ok')
  expect(server.card.seen).toMatchObject({ brightness: 9, clock: '11:46' })
})
