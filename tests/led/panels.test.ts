import { describe, expect, test } from 'vitest'
import { fakeBx6 } from '../../gateway/devices/fake/led/fake-bx6.ts'
import { startFakeCard } from '../../gateway/devices/fake/led/fake-card-server.ts'
import { fakeHuidu, fakeNovastar } from '../../gateway/devices/fake/led/fake-picture-cards.ts'
import { fakeBxk } from '../../gateway/devices/fake/led/fake-word-cards.ts'
import { bx6Driver } from '../../gateway/devices/led/bx6/bx6-driver.ts'
import { bxkDriver } from '../../gateway/devices/led/bxk/bxk-driver.ts'
import { huiduDriver } from '../../gateway/devices/led/huidu/huidu-driver.ts'
import { parseLocalTime } from '../../gateway/devices/led/local-time.ts'
import { novastarDriver } from '../../gateway/devices/led/novastar/novastar-driver.ts'
import { superviseCard } from '../../gateway/devices/led/supervise-card.ts'
import { openTcp } from '../../gateway/devices/tcp-link.ts'
import { panelCard } from '../../gateway/contract/led-panel.ts'
import { driverOf } from '../../gateway/outputs/open-led-card.ts'
import { wantedAt } from '../../gateway/outputs/paint-led.ts'
import { TIMES, closing, order, run, same, until } from '../support/panel-run.ts'

describe('the picture meant is the picture shown', () => {
  const colours = ['single', 'double', 'triple', 'rgb565', 'rgb888'] as const
  test.each(colours)('LS1 BX-6 in "%s": greeted, clock set, lit, dimmed, and dot for dot', async (colour) => {
    const { server, card } = await run(
      await startFakeCard(fakeBx6({ width: 128, height: 32, colour })),
      bx6Driver(128, 32, colour),
    )
    const wanted = order(128, 32, colour)
    card.show(wanted, 'now')
    // The clock is the last that is said.
    await until(() => server.card.seen.orders.includes('show') && server.card.seen.orders.includes('time'))
    const shown = server.card.picture()
    // 16 bits hold the colours nearly; all others exactly.
    if (colour === 'rgb565')
      expect(
        shown.pixels.every((value, at) => Math.abs(value - (wanted.film().frames[0]?.picture.pixels[at] ?? 0)) < 9),
      ).toBe(true)
    else expect(same(wanted.film().frames[0]?.picture, shown)).toBe(true)
    expect(server.card.seen).toMatchObject({ on: true, brightness: 9, clock: '11:46', broken: 0 })
  })
  test('LS1 a two-colour panel that is wired green before red shows red as red', async () => {
    const card = panelCard.parse({ kind: 'bx6', link: { kind: 'simulated' }, colour: 'double', planes: 'gr' })
    const { server, card: supervised } = await run(
      await startFakeCard(fakeBx6({ width: 128, height: 32, colour: 'double-gr' })),
      driverOf({ width: 128, height: 32 }, card, 0),
    )
    const wanted = order(128, 32, 'double')
    supervised.show(wanted, 'now')
    await until(() => same(wanted.film().frames[0]?.picture, server.card.picture()))
  })
  test('LS1 Huidu: uploaded as PNG, checked, named by a programme', async () => {
    const { server, card } = await run(
      await startFakeCard(fakeHuidu({ width: 320, height: 96 })),
      huiduDriver(320, 96, 1_000),
    )
    const wanted = order(320, 96, 'rgb888')
    card.show(wanted, 'now')
    await until(() => same(wanted.film().frames.at(-1)?.picture, server.card.picture()))
    await until(() => server.card.seen.brightness === 60)
    expect(server.card.seen.broken).toBe(0)
  })
  test.each(['5K', '6K', '6K-marked'] as const)('LS1 BX-K %s: the words arrive', async (model) => {
    const fake = fakeBxk({ width: 128, height: 16, model })
    const { card, server } = await run(await startFakeCard(fake), bxkDriver(128, 16, model))
    card.show(order(128, 16, 'single'), 'now')
    await until(() => fake.texts().length > 0)
    expect(fake.texts()).toEqual(['请A042到12号窗口'])
    await until(() => server.card.seen.brightness !== null)
    expect(server.card.seen).toMatchObject({ brightness: 9, broken: 0 })
  })
  test('LS1 NovaStar: brightness and blank', async () => {
    let on = true
    const { server, card, states } = await run(
      await startFakeCard(fakeNovastar({ width: 64, height: 32 })),
      novastarDriver(),
      () => ({ on, percent: 50 }),
    )
    await until(() => server.card.seen.brightness === 128)
    expect(server.card.seen.on).toBe(true)
    on = false
    card.show(order(64, 32, 'rgb888'), 'now')
    await until(() => !server.card.seen.on)
    await until(() => states.at(-1)?.state === 'off')
  })
})

test('LS8 all is said again and again, and the clock set, not only when the card comes: it may have lost power', async () => {
  const server = await startFakeCard(fakeBx6({ width: 64, height: 32, colour: 'single' }))
  const times = { ...TIMES, againMs: 20, clockMs: 20 }
  const card = superviseCard(
    {
      open: () => openTcp('127.0.0.1', server.port, 500),
      driver: bx6Driver(64, 32, 'single'),
      wanted: () => ({ on: true, percent: null }),
      localTime: () => parseLocalTime('2026-11-23T11:46:09'),
      onState: () => {},
    },
    times,
  )
  closing.push(
    () => card.stop(),
    () => server.close(),
  )
  card.show(order(64, 32, 'single'), 'now')
  const count = (kind: string): number => server.card.seen.orders.filter((one) => one === kind).length
  await until(() => ['time', 'show', 'power'].every((kind) => count(kind) > 2))
  expect(server.clients).toBe(1)
})
describe('a card that is not well', () => {
  const start = async (colour: 'single' = 'single') =>
    run(await startFakeCard(fakeBx6({ width: 64, height: 32, colour })), bx6Driver(64, 32, colour))
  test.each(['silent', 'refuses', 'cuts', 'away'] as const)(
    'LS3 "%s" is told as a fault, and the newest picture is there when it is over',
    async (fault) => {
      const { server, card, states } = await start()
      server.set(fault, true)
      card.show(order(64, 32, 'single', 'A001'), 'now')
      await until(() => states.some(({ state }) => state === 'fault'))
      for (const number of ['A002', 'A003']) card.show(order(64, 32, 'single', number), 'now')
      server.set(fault, false)
      const wanted = order(64, 32, 'single', 'A004')
      card.show(wanted, 'now')
      await until(() => same(wanted.film().frames[0]?.picture, server.card.picture()))
      expect(states.at(-1)).toBeDefined()
    },
  )
  test('LS3 a slow card gets the last picture only, not all between', async () => {
    const { server, card } = await run(
      await startFakeCard(fakeBx6({ width: 64, height: 32, colour: 'single' })),
      bx6Driver(64, 32, 'single'),
    )
    card.show(order(64, 32, 'single', 'A000'), 'now')
    await until(() => server.card.seen.orders.includes('show'))
    for (let nth = 1; nth <= 100; nth += 1)
      card.show(order(64, 32, 'single', `A${String(nth).padStart(3, '0')}`), 'now')
    const wanted = order(64, 32, 'single', 'A100')
    await until(() => same(wanted.film().frames[0]?.picture, server.card.picture()))
    expect(server.card.seen.orders.filter((kind) => kind === 'show').length).toBeLessThan(10)
  })
  test('LS4 another panel than was set up is told in words', async () => {
    const { states } = await run(
      await startFakeCard(fakeBx6({ width: 96, height: 32, colour: 'single' })),
      bx6Driver(128, 32, 'single'),
    )
    await until(() => states.length > 0)
    expect(states[0]).toEqual({
      state: 'fault',
      trouble: { kind: 'wrong', what: 'size', found: '96×32', wanted: '128×32' },
    })
  })
  test('LS5 off on purpose is no fault', async () => {
    const { server, states } = await run(
      await startFakeCard(fakeBx6({ width: 64, height: 32, colour: 'single' })),
      bx6Driver(64, 32, 'single'),
      () => ({
        on: false,
        percent: null,
      }),
    )
    await until(() => states.length > 0)
    expect(states[0]).toEqual({ state: 'off', refused: [] })
    expect(server.card.seen.on).toBe(false)
  })
  test('LS5 hours may pass midnight; brightness lasts until the next entry', () => {
    const card = {
      hours: { on: '18:00', off: '06:00' },
      brightness: [
        { from: '07:00', percent: 90 },
        { from: '19:00', percent: 40 },
      ],
    }
    const at = (clock: string) => wantedAt(card, Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)), false)
    expect([at('05:59'), at('06:00'), at('17:59'), at('18:00'), at('19:00')]).toEqual([
      { on: true, percent: 40 },
      { on: false, percent: 40 },
      { on: false, percent: 90 },
      { on: true, percent: 90 },
      { on: true, percent: 40 },
    ])
  })
})
