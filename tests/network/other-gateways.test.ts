import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepToken } from '../../gateway/client/access.ts'
import { type HallConnection, connect } from '../../gateway/client/connect.ts'
import type { PageRole } from '../../gateway/client/access.ts'
import { readGateways } from '../../gateway/contract/gateways.ts'
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
