import { expect, test } from 'vitest'
import type { ServerMessage } from '../../gateway/contract/messages.ts'
import { type Actor, bearer } from '../../gateway/rights/actor.ts'
import { pagePresence } from '../../gateway/server/page-presence.ts'
import { openSession } from '../../gateway/server/session.ts'
import { type SocketLimits, socketLimits } from '../../gateway/server/socket-limits.ts'
import { trackGuard } from '../../gateway/server/track-guard.ts'

const tokens: Record<string, Actor> = {
  L1: bearer('L1', ['display']),
  L2: bearer('L2', ['display']),
  guide: bearer('咨询台', ['guide']),
  K1: bearer('K1', ['terminal']),
}

/** One conversation without a socket; `by`: the token shown, null = none. */
function talk(by: string | null, over: { limits?: SocketLimits; mayTrack?: (token: string) => boolean } = {}) {
  const heard: ServerMessage[] = []
  const pulses: string[] = []
  const broken: unknown[] = []
  let listening: readonly string[] = []
  let closedWith: number | null = null
  const presence = pagePresence()
  const session = openSession({
    isPage: false,
    show: {
      listen: (_, topics) => void (listening = topics),
      leave: () => void (listening = []),
    },
    send: (text) => void heard.push(JSON.parse(text) as ServerMessage),
    close: (code) => void (closedWith = code),
    actorOf: (token) => tokens[token] ?? null,
    signedIn: () => null,
    unknownPlace: () => null,
    touch: () => {},
    giveOrder: () => Promise.reject(new Error('the office broke')),
    onPulse: (screenId) => pulses.push(screenId) < 0,
    limits: over.limits ?? { mayHear: () => true, mayListen: () => true },
    mayTrack: over.mayTrack ?? (() => true),
    presence,
    onBroken: (error) => broken.push(error),
    version: '0',
    gateways: [],
    now: () => 0,
    ticks: () => 0,
  })
  const say = (message: unknown): void => session.hear(JSON.stringify(message))
  say({ type: 'hello', protocol: 1, token: by, topics: [] })
  return {
    say,
    heard,
    pulses,
    presence,
    broken,
    end: session.end,
    listening: () => listening,
    closed: () => closedWith,
  }
}
const pulseOf = (topic: string) => ({
  type: 'pulse',
  topic,
  page: { loadedAt: 1, frames: 1, layoutId: 'classic', current: null, sound: 'on', plays: [], broken: [] },
})

test('DO4 a pulse is believed from the screen whose token was shown, and from nobody else', () => {
  for (const by of [null, 'L2', 'guide', 'K1']) {
    const one = talk(by)
    one.say(pulseOf('screen:L1'))
    expect([by, one.pulses]).toEqual([by, []])
  }
  const own = talk('L1')
  own.say(pulseOf('screen:L1'))
  own.say(pulseOf('screen:L2'))
  own.say(pulseOf('panel:L1'))
  expect(own.pulses).toEqual(['L1'])
})

test('DO4 a screen is there while its own page listens, whoever else does; it is gone when that leaves', () => {
  const stranger = talk(null)
  stranger.say({ type: 'topics', topics: ['screen:L1'] })
  expect([stranger.listening(), stranger.presence.isThere('screen:L1')]).toEqual([['screen:L1'], false])
  const other = talk('L2')
  other.say({ type: 'topics', topics: ['screen:L1', 'strip:7'] })
  expect([other.presence.isThere('screen:L1'), other.presence.isThere('strip:7')]).toEqual([false, true])
  const own = talk('L1')
  own.say({ type: 'topics', topics: ['screen:L1'] })
  expect(own.presence.isThere('screen:L1')).toBe(true)
  own.say({ type: 'topics', topics: [] })
  expect(own.presence.isThere('screen:L1')).toBe(false)
  own.say({ type: 'topics', topics: ['screen:L1'] })
  own.end()
  expect(own.presence.isThere('screen:L1')).toBe(false)
})

test('DO6 the same topic many times is one; nine topics without a token are too many; staff may hear more', () => {
  const one = talk(null)
  one.say({ type: 'topics', topics: Array.from({ length: 64 }, () => 'screen:L1') })
  expect([one.listening(), one.closed()]).toEqual([['screen:L1'], null])
  const topics = Array.from({ length: 9 }, (_, nth) => `strip:${nth}`)
  one.say({ type: 'topics', topics })
  expect([one.listening(), one.closed(), one.heard.at(-1)]).toMatchObject([[], 4429, { error: { code: 'too-many' } }])
  const staff = talk('guide')
  staff.say({ type: 'topics', topics })
  expect(staff.listening()).toHaveLength(9)
})

test('DO6 messages and bytes of who shows no token are bounded, for the socket and for its address; staff are not', () => {
  let at = 0
  const limitsOf = socketLimits(() => at)
  const one = talk(null, { limits: limitsOf('a') })
  // The hello was the first.
  for (let nth = 0; nth < 119; nth += 1) one.say({ type: 'ping' })
  expect(one.closed()).toBeNull()
  one.say({ type: 'ping' })
  expect(one.closed()).toBe(4429)
  const long = talk(null, { limits: limitsOf('b') })
  for (let nth = 0; nth < 5; nth += 1) long.say({ type: 'ping', filling: 'x'.repeat(60_000) })
  expect(long.closed()).toBe(4429)
  at = 60_000
  const many = Array.from({ length: 481 }, () => talk(null, { limits: limitsOf('c') }))
  for (const each of many) for (let nth = 0; nth < 100; nth += 1) each.say({ type: 'ping' })
  expect(many.filter((each) => each.closed() === 4429).length).toBeGreaterThan(0)
  const other = talk(null, { limits: limitsOf('d') })
  other.say({ type: 'ping' })
  expect(other.closed()).toBeNull()
  // The hello is still a stranger's.
  let heard = 0
  const staff = talk('guide', { limits: { mayHear: () => heard++ === 0, mayListen: () => false } })
  for (let nth = 0; nth < 200; nth += 1) staff.say({ type: 'ping' })
  expect([staff.closed(), staff.heard.at(-1)]).toEqual([null, { type: 'pong' }])
})

test('DO8 numbers that are not there are guessed so often from one address; a number that is there is still shown', () => {
  const guard = trackGuard(() => 0)
  const mayTrack = (token: string): boolean => guard('a', token, token === 'known')
  for (let nth = 0; nth < 30; nth += 1) {
    const one = talk(null, { mayTrack })
    one.say({ type: 'topics', topics: [`track:guess-${nth}`] })
    expect(one.closed()).toBeNull()
  }
  const last = talk(null, { mayTrack })
  last.say({ type: 'topics', topics: ['track:guess-30'] })
  expect([last.closed(), last.listening()]).toEqual([4429, []])
  const own = talk(null, { mayTrack })
  own.say({ type: 'topics', topics: ['track:known'] })
  expect(own.listening()).toEqual(['track:known'])
})

test('DO2 an order over which the office breaks is told, and the conversation goes on', async () => {
  const one = talk('guide')
  one.say({ type: 'command', commandId: 'x', command: { type: 'take-ticket', queueId: 'B' } })
  await new Promise((done) => setImmediate(done))
  expect(one.broken).toHaveLength(1)
  one.say({ type: 'ping' })
  expect(one.heard.at(-1)).toEqual({ type: 'pong' })
})
