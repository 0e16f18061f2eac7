import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepToken } from '../../gateway/client/access.ts'
import { type HallConnection, connect } from '../../gateway/client/connect.ts'
import type { PageRole } from '../../gateway/client/access.ts'
import { COMES_FORWARD, readGateways } from '../../gateway/contract/gateways.ts'
import { type HandSocket, handSockets } from '../support/network/hand-sockets.ts'
import { pageGlobals } from '../support/network/page-globals.ts'

const [A, B] = ['http://10.0.0.1:8080', 'http://10.0.0.2:8080'] as const
let sockets: HandSocket[]
let hall: HallConnection | null = null
let moved: string[]
const newest = (): HandSocket => sockets.at(-1) ?? expect.fail('no socket')
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)
const welcome = { type: 'welcome', protocol: 1, version: 'x', now: 0, ticks: 0, gateways: [A, B] as string[] } as const

async function open(role: PageRole, id: string | null, topics: string[], at: string = A): Promise<void> {
  pageGlobals(at)
  Object.assign(location, { pathname: '/display/', search: '?screen=L1', replace: (to: string) => void moved.push(to) })
  sockets = handSockets()
  moved = []
  if (role !== 'public') keepToken(role, id, 'own-token')
  hall = connect({ role, id, topics })
  await pass(0)
}
beforeEach(() => {
  hall = null
})
afterEach(() => {
  hall?.close()
  vi.useRealTimers()
})

test('TG8 a page whose gateway is gone goes to the other one, whole, with what it speaks by', async () => {
  await open('display', 'L1', ['screen:L1'])
  newest().stand()
  newest().say(welcome)
  newest().over()
  await pass(1_000)
  expect(newest().url).toBe('ws://10.0.0.2:8080/ws')
  newest().stand()
  expect(newest().sent.find(({ type }) => type === 'hello')).toMatchObject({ token: null, topics: ['screen:L1'] })
  newest().say(welcome)
  expect(moved).toEqual([`${B}/display/?screen=L1#token=own-token`])
})

test('TG8 a page that gives orders looks for the gateway at work: its topics stay at home, and one that stands behind is left', async () => {
  await open('terminal', 'K1', ['terminal:K1'])
  newest().stand()
  newest().say(welcome)
  newest().over()
  await pass(1_000)
  newest().stand()
  expect(newest().sent.find(({ type }) => type === 'hello')).toMatchObject({ token: null, topics: [] })
  newest().over()
  await pass(1_500)
  expect([newest().url, moved]).toEqual(['ws://10.0.0.1:8080/ws', []])
  newest().over()
  await pass(3_000)
  expect(newest().url).toBe('ws://10.0.0.2:8080/ws')
})

test('TG8 a page that begins while its own gateway is away knows the others from the last time', async () => {
  await open('public', null, ['start'])
  newest().stand()
  newest().say(welcome)
  hall?.close()
  hall = connect({ role: 'public', id: null, topics: ['start'] })
  await pass(0)
  expect(newest().url).toBe('ws://10.0.0.1:8080/ws')
  newest().over()
  await pass(1_000)
  expect(newest().url).toBe('ws://10.0.0.2:8080/ws')
})

test('TG8 a page under another name, the public one, stays where it is', async () => {
  await open('public', null, ['start'], 'http://hall.example')
  newest().stand()
  newest().say(welcome)
  newest().over()
  await pass(1_000)
  newest().over()
  await pass(3_000)
  expect(new Set(sockets.map(({ url }) => url))).toEqual(new Set(['ws://hall.example/ws']))
})

test('TG8 addresses are origins; what is none is refused', () => {
  expect(readGateways(` ${A}/x, ${B} ${B}`)).toEqual([A, B])
  expect(readGateways('')).toEqual([])
  expect(readGateways('10.0.0.1:8080')).toBeNull()
})

test('CT4 a gateway that takes the hall is knocked at again within a moment, and none of the others', async () => {
  await open('terminal', 'K1', ['terminal:K1'])
  newest().stand()
  newest().say(welcome)
  newest().over()
  await pass(1_000)
  for (let knock = 0; knock < 3; knock++) {
    const before = sockets.length
    newest().stand()
    newest().over(COMES_FORWARD)
    await pass(400)
    expect([sockets.length, newest().url]).toEqual([before + 1, 'ws://10.0.0.2:8080/ws'])
  }
  newest().stand()
  newest().say(welcome)
  expect(moved).toHaveLength(1)
})

test('CT4 where a hall has several gateways a page doubts a silent one after four seconds and waits for none longer than two; a page of one gateway is as patient as ever', async () => {
  const until = async (isSo: () => boolean): Promise<number> => {
    for (let waited = 0; ; waited += 100) {
      if (isSo() || waited > 20_000) return waited
      await pass(100)
    }
  }
  for (const [gateways, doubts, most] of [
    [[A, B], 7_500, 2_100],
    [[A], 11_500, 6_600],
  ] as const) {
    await open('display', 'L1', ['screen:L1'])
    newest().stand()
    newest().say({ ...welcome, gateways: [...gateways] })
    const opened = sockets.length
    const silent = await until(() => sockets.length > opened)
    expect(silent).toBeGreaterThan(doubts - 5_000)
    expect(silent).toBeLessThan(doubts)
    for (let knock = 0; knock < 8; knock++) {
      const before = sockets.length
      newest().over()
      expect(await until(() => sockets.length > before)).toBeLessThan(most)
    }
    hall?.close()
    vi.useRealTimers()
  }
})
