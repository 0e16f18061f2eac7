import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type HallConnection, connect } from '../../gateway/client/connect.ts'
import type { Command } from '../../gateway/contract/commands.ts'
import type { ServerMessage } from '../../gateway/contract/messages.ts'
import { type HandSocket, handSockets } from '../support/network/hand-sockets.ts'
import { pageGlobals } from '../support/network/page-globals.ts'

const NOON = Date.UTC(2026, 2, 18, 4)
/** The gateway's ticks are this much ahead of the page's. */
const TICKS = 1_000_000
const call: Command = { type: 'call-next', counterId: '1' }

let sockets: HandSocket[]
let hall: HallConnection
const newest = (): HandSocket => sockets.at(-1) ?? expect.fail('no socket')
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)
const commandsOf = ({ sent }: HandSocket) => sent.flatMap((one) => (one.type === 'command' ? [one] : []))
/** What a well gateway says at this moment; its clock is `late` behind noon and the page's ticks. */
const welcome = (late = 0): ServerMessage => ({
  type: 'welcome',
  protocol: 1,
  version: 'x',
  now: NOON + performance.now() - late,
  ticks: TICKS + performance.now(),
})
function answerPings(socket: HandSocket, now = () => NOON + performance.now()): void {
  for (const one of socket.sent.splice(0))
    if (one.type === 'ping' && one.askedAt !== undefined)
      socket.say({ type: 'pong', time: { askedAt: one.askedAt, now: now(), ticks: TICKS + performance.now() } })
}
async function stand(): Promise<HandSocket> {
  await pass(0)
  newest().stand()
  newest().say(welcome())
  return newest()
}

beforeEach(() => {
  pageGlobals('http://127.0.0.1:1')
  sockets = handSockets()
  vi.setSystemTime(NOON + 3 * 3_600_000)
  hall = connect({ role: 'public', id: null, topics: ['screen:L1'] })
})
afterEach(() => {
  hall.close()
  vi.useRealTimers()
})

describe('link', () => {
  test('NW1 the late close of a replaced socket does not take the page offline', async () => {
    const first = await stand()
    expect(hall.online.value).toBe(true)
    await pass(15_000)
    expect(hall.online.value).toBe(false)
    expect(first.left).toBe(true)
    const second = await stand()
    expect(second).not.toBe(first)
    expect(hall.online.value).toBe(true)
    first.over()
    await pass(100)
    expect(hall.online.value).toBe(true)
    expect(sockets).toHaveLength(2)
  })

  test('NW1 a view that a replaced socket still brings is not shown', async () => {
    const first = await stand()
    first.say({ type: 'view', topic: 'screen:L1', seq: 1, view: { at: 'first' } })
    await pass(15_000)
    const second = await stand()
    second.say({ type: 'view', topic: 'screen:L1', seq: 2, view: { at: 'second' } })
    first.say({ type: 'view', topic: 'screen:L1', seq: 1, view: { at: 'first' } })
    expect(hall.view('screen:L1').value).toEqual({ at: 'second' })
  })

  test('NW1 a new token opens a new socket, and the old one is left', async () => {
    const first = await stand()
    hall.useToken('t')
    await pass(1_000)
    expect(sockets).toHaveLength(2)
    expect(first.left).toBe(true)
    first.over()
    newest().stand()
    newest().say(welcome())
    expect(hall.online.value).toBe(true)
  })

  test('NW2 a socket that does not stand is given up after five seconds and the next is tried', async () => {
    await pass(0)
    expect(sockets).toHaveLength(1)
    await pass(4_900)
    expect([sockets.length, sockets[0]?.left]).toEqual([1, false])
    await pass(1_000)
    expect([sockets.length, sockets[0]?.left]).toEqual([2, true])
    // It stands after all: too late.
    sockets[0]?.stand()
    expect(sockets[0]?.sent).toEqual([])
  })

  test('NW3 eight seconds without an answer end the link, and questions do not pile up in it', async () => {
    const first = await stand()
    for (let nth = 0; nth < 5; nth += 1) {
      await pass(2_000)
      answerPings(first)
    }
    expect(hall.online.value).toBe(true)
    first.sent.splice(0)
    await pass(7_500)
    expect(hall.online.value).toBe(true)
    await pass(3_500)
    expect(hall.online.value).toBe(false)
    expect(first.sent.filter(({ type }) => type === 'ping')).toHaveLength(1)
  })

  test('NW3 on a line on which nothing ever comes each try waits twice as long', async () => {
    await pass(0)
    const livedFor: number[] = []
    for (let nth = 0; nth < 3; nth += 1) {
      const socket = newest()
      socket.stand()
      const since = performance.now()
      while (!socket.left) await pass(500)
      livedFor.push(Math.round((performance.now() - since) / 1_000))
      while (newest() === socket) await pass(500)
    }
    expect(livedFor.map((seconds) => seconds - (seconds % 2))).toEqual([8, 16, 32])
  })
})

describe('orders', () => {
  test('NO1 an order is sent again under its id and its first moment after a reconnect', async () => {
    const first = await stand()
    await pass(1_000)
    const answer = hall.order(call)
    const [sent] = commandsOf(first)
    expect(sent?.madeAt).toBeCloseTo(TICKS + performance.now(), -1)
    first.over()
    await pass(3_000)
    const second = await stand()
    expect(commandsOf(second)).toEqual([sent])
    second.say({ type: 'reply', commandId: sent?.commandId ?? '', ok: true, result: 7 })
    expect(await answer).toEqual({ ok: true, result: 7 })
  })

  test('NO2 one that left and was not answered is told so after twelve seconds, and never leaves again', async () => {
    const first = await stand()
    const answer = hall.order(call)
    expect(commandsOf(first)).toHaveLength(1)
    await pass(12_000)
    expect(await answer).toMatchObject({ ok: false, error: { code: 'not-answered' } })
    const second = await stand()
    await pass(1_000)
    expect(commandsOf(second)).toEqual([])
  })

  test('NO2 one that never left is told so after ten seconds, and never leaves', async () => {
    await pass(0)
    const answer = hall.order(call)
    await pass(10_000)
    expect(await answer).toMatchObject({ ok: false, error: { code: 'not-sent' } })
    expect(commandsOf(await stand())).toEqual([])
  })

  test('NO2 a page that was frozen in between does not send what it has kept too long', async () => {
    const first = await stand()
    void hall.order(call)
    first.over()
    // Its timers have not run, but the clocks have: the new socket stands before they do.
    await pass(0)
    const before = performance.now()
    vi.spyOn(performance, 'now').mockImplementation(() => before + 60_000)
    await pass(1_000)
    newest().stand()
    newest().say({ type: 'welcome', protocol: 1, version: 'x', now: NOON, ticks: TICKS })
    expect(commandsOf(newest())).toEqual([])
    vi.mocked(performance.now).mockRestore()
  })

  test('NO5 an order whose visitor has gone is not sent again and its answer goes to nobody', async () => {
    const first = await stand()
    const visit = new AbortController()
    const answer = hall.order(call, visit.signal)
    visit.abort()
    expect(await answer).toMatchObject({ ok: false, error: { code: 'not-answered' } })
    first.over()
    await pass(3_000)
    expect(commandsOf(await stand())).toEqual([])
  })
})

describe('time', () => {
  test('NT1 the gateway is believed, not the clock of the device, also when that is put right meanwhile', async () => {
    await stand()
    expect(Math.abs(hall.now() - NOON - performance.now())).toBeLessThan(5)
    vi.setSystemTime(NOON - 86_400_000)
    expect(Math.abs(hall.now() - NOON - performance.now())).toBeLessThan(5)
    expect(Math.abs(hall.heardAt.value - NOON - performance.now())).toBeLessThan(5)
  })

  test('NT3 a gateway whose clock is put right is followed with its next pong', async () => {
    const first = await stand()
    for (let nth = 0; nth < 3; nth += 1) {
      await pass(2_000)
      answerPings(first)
    }
    await pass(2_000)
    answerPings(first, () => NOON + performance.now() - 75_000)
    expect(Math.abs(hall.now() - (NOON + performance.now() - 75_000))).toBeLessThan(600)
  })

  test('NT4 before the gateway is heard, the device is believed as far as it was right the last time', async () => {
    expect(Math.abs(hall.now() - NOON - 3 * 3_600_000)).toBeLessThan(5)
    const first = await stand()
    await pass(2_000)
    answerPings(first)
    hall.close()
    hall = connect({ role: 'public', id: null, topics: [] })
    expect(Math.abs(hall.now() - NOON - performance.now())).toBeLessThan(1_100)
  })
})
