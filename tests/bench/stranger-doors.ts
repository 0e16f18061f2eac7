import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { WebSocket } from 'ws'
import { apiCalls } from '../../gateway/server/calls/api-calls.ts'
import { tagOf } from '../../gateway/server/calls/api-call.ts'

const FROM = '127.0.0.66'
const hostile = ['('.repeat(40), 'zhzhzhzhzh', 'zh'.repeat(20), '的'.repeat(40)]
export const AT_ONCE = 50
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE, localAddress: FROM })
/** Every door of a gateway that needs no token, and one turn of a stranger who hammers it. */
export function strangerDoors(url: string): Record<string, () => Promise<void>> {
  const { port, host } = new URL(url)
  let turn = 0
  const next = (): number => (turn += 1)
  function ask(path: string, body: string | null = null, headers: Record<string, string> = {}): Promise<void> {
    return new Promise((done) => {
      const one = request({ agent, host: '127.0.0.1', port, path, method: body === null ? 'GET' : 'POST', headers })
      one.on('error', () => done())
      one.on('response', (response) => response.resume().once('close', () => done()))
      one.end(body ?? undefined)
    })
  }
  /** One socket that says all this, and leaves when it is told to or after `ms`. */
  function talk(path: string, said: readonly unknown[], ms: number): Promise<void> {
    return new Promise((done) => {
      const socket = new WebSocket(`ws://${host}${path}`, { localAddress: FROM })
      const late = setTimeout(() => socket.terminate(), ms)
      socket.on('error', () => {})
      socket.on('open', () => {
        for (const one of said) socket.send(JSON.stringify(one))
      })
      socket.on('close', () => {
        clearTimeout(late)
        done()
      })
    })
  }
  /** A raw line: what is written, then a reset. */
  function raw(text: string, ms: number): Promise<void> {
    return new Promise((done) => {
      const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress: FROM })
      socket.on('error', () => {})
      socket.on('connect', () => socket.write(text))
      setTimeout(() => socket.resetAndDestroy(), ms)
      socket.on('close', () => done())
    })
  }
  const upgrade = (path: string): string =>
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n`
  const hello = (topics: readonly string[]) => ({ type: 'hello', protocol: 1, token: null, topics })
  const many = <T>(count: number, of: (nth: number) => T): T[] => Array.from({ length: count }, (_, nth) => of(nth))
  const page = {
    loadedAt: 1,
    frames: 0,
    layoutId: 'classic',
    current: null,
    sound: 'on',
    plays: many(60, (nth) => ({ id: `n${nth}`, seconds: 3600 })),
    broken: [],
  }
  const wish = (): string =>
    JSON.stringify({
      matterId: null,
      queueId: 'A',
      day: new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10),
      clock: '10:00',
      mobile: `138${String(10_000_000 + next())}`,
      agreed: true,
    })

  return {
    'refused upgrades, reset': () => raw(`${upgrade('/nope')}\r\n`, 2),
    'upgrades of another site, reset': () => raw(`${upgrade('/ws')}Origin: http://evil.example\r\n\r\n`, 2),
    'sockets that say nothing': () => talk('/ws', [], 6_000),
    'the same screen 64 times': () =>
      talk('/ws', [hello([]), ...many(30, () => ({ type: 'topics', topics: many(64, () => 'screen:L1') }))], 1_000),
    'other topics in each message': () =>
      talk(
        '/ws',
        [hello([]), ...many(30, (nth) => ({ type: 'topics', topics: many(8, (at) => `strip:${nth + at}`) }))],
        1_000,
      ),
    pulses: () =>
      talk('/ws', [hello(['screen:L1']), ...many(110, () => ({ type: 'pulse', topic: 'screen:L1', page }))], 1_000),
    'numbers guessed by socket': () => talk('/ws', [hello([`track:guess-${next()}`])], 200),
    'agents with a wrong token': () =>
      talk(
        '/agent',
        [
          {
            type: 'hello',
            protocol: 1,
            terminal: 'K1',
            token: 'wrong',
            instance: 'x',
            version: '0',
            system: 'x',
            sealed: false,
          },
        ],
        200,
      ),
    'hostile searches': () => ask(`/api/v1/matters?q=${encodeURIComponent(hostile[next() % hostile.length] ?? '')}`),
    'all matters': () => ask('/api/v1/matters?limit=5000'),
    pages: () => ask(['/', '/display/', '/book', '/kiosk/', '/sign-in', '/way', '/complain'][next() % 7] ?? '/'),
    'bookings with invented numbers': () => ask('/api/v1/booking', wish()),
    'complaints without end': () =>
      ask('/api/v1/grievances', JSON.stringify({ kind: 'complaint', reasons: [], words: `${next()} `.repeat(500) })),
    'passwords guessed': () =>
      ask('/api/v1/session', JSON.stringify({ number: String(next() % 10_000).padStart(4, '0'), password: 'wrong' })),
    'writes without a token': () =>
      ask('/api/v1/tickets', JSON.stringify({ queueId: 'A', filling: 'x'.repeat(60_000) })),
    ...callsByTag(ask, next),
    'figures through a proxy': () => ask('/metrics', null, { 'x-forwarded-for': '198.51.100.1' }),
    'lines that ask nothing': () => raw('GET / HTTP/1.1\r\n', 2_000),
  }
}

/** One door for each part of the interface: what anybody may call there, in turn, as it is described; codes and numbers are other ones each time. */
function callsByTag(
  ask: (path: string, body: string | null) => Promise<void>,
  next: () => number,
): Record<string, () => Promise<void>> {
  const otherwise = (value: unknown): unknown =>
    typeof value === 'string' && /^(?=.*[\dA-Z])[\w-]{4,}$/.test(value)
      ? value.replace(/\w{4}$/, String(next() % 10_000).padStart(4, '0'))
      : value
  const ofTag = new Map<string, (() => Promise<void>)[]>()
  for (const { path, method, who, example } of apiCalls()) {
    if (who !== 'anybody') continue
    const knock = (): Promise<void> => {
      const at = path.replaceAll(/:(\w+)/g, (_, name: string) =>
        String(otherwise(example.params?.[name] ?? `x${next()}`)),
      )
      const query = new URLSearchParams(example.query).toString()
      const body = Object.entries(example.body ?? {}).map(([key, value]) => [key, otherwise(value)])
      return ask(
        `/api/v1${at}${query === '' ? '' : `?${query}`}`,
        method === 'get' ? null : JSON.stringify(Object.fromEntries(body)),
      )
    }
    const tag = `calls: ${tagOf(path)}`
    ofTag.set(tag, [...(ofTag.get(tag) ?? []), knock])
  }
  return Object.fromEntries(
    [...ofTag].map(([tag, knocks]) => [tag, () => knocks[next() % knocks.length]?.() ?? Promise.resolve()]),
  )
}
