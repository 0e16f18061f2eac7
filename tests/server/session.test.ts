import { expect, test } from 'vitest'
import type { Command } from '../../gateway/contract/commands.ts'
import type { ServerMessage } from '../../gateway/contract/messages.ts'
import { ORDER_LIFETIME_MS } from '../../gateway/contract/order-lifetime.ts'
import { PROTOCOL } from '../../gateway/contract/protocol.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import type { Office } from '../../gateway/office/office.ts'
import type { OfficeAnswer } from '../../gateway/office/remembered-answers.ts'
import { bearer } from '../../gateway/rights/actor.ts'
import { orderDoor } from '../../gateway/rights/order-door.ts'
import { pagePresence } from '../../gateway/server/page-presence.ts'
import { type SessionDeps, openSession } from '../../gateway/server/session.ts'

const clerk = bearer('counter-1', ['clerk'])
const screen = bearer('L1', ['display'])
const hello = { type: 'hello', protocol: PROTOCOL, token: null, topics: ['screen:L1'] }
const next = (commandId: string, more: object = {}) => ({
  type: 'command',
  commandId,
  command: { type: 'call-next', counterId: '1' },
  ...more,
})
import { tinyHallModel } from '../support/tiny-hall.ts'

/** A session whose socket, hub and office note what reaches them. */
function conversation(over: Partial<SessionDeps> & { handle?: () => Promise<OfficeAnswer> } = {}) {
  const told: ServerMessage[] = []
  const closed: unknown[] = []
  const topics: (readonly string[])[] = []
  let left = 0
  const orders: { command: Command; actor: string; commandId: string; late: boolean }[] = []
  const handle: Office['handle'] = async (command, actor, commandId, isLate) => {
    orders.push({ command: command as Command, actor, commandId: commandId ?? '', late: isLate?.() ?? false })
    return { ok: true, body: { number: 'A001' } }
  }
  const session = openSession({
    isPage: true,
    show: {
      listen: (_, of) => void topics.push(of),
      leave: () => void (left += 1),
    },
    send: (text) => void told.push(JSON.parse(text) as ServerMessage),
    close: (code, reason) => void closed.push([code, reason]),
    actorOf: (token) => (token === 'clerk' ? clerk : token === 'screen' ? screen : null),
    signedIn: () => null,
    unknownPlace: () => null,
    touch: () => {},
    giveOrder: orderDoor({
      hallModel: tinyHallModel(),
      state: emptyOffice(),
      handle: over.handle ?? handle,
    }),
    onPulse: () => false,
    limits: { mayHear: () => true, mayListen: () => true },
    mayTrack: () => true,
    presence: pagePresence(),
    onBroken: () => {},
    version: '1.2.3',
    gateways: [],
    now: () => 500,
    ticks: () => 20_000,
    ...over,
  })
  const say = async (message: unknown): Promise<void> => {
    session.hear(typeof message === 'string' ? message : JSON.stringify(message))
    await new Promise((done) => setImmediate(done))
  }
  return { say, end: session.end, told, closed, topics, orders, left: () => left }
}

test('RG5 a hello is welcomed with protocol, version and time, and hears its topics', async () => {
  const { say, told, topics, closed } = conversation()
  await say(hello)
  expect(told).toEqual([{ type: 'welcome', protocol: PROTOCOL, version: '1.2.3', now: 500, ticks: 20_000 }])
  expect([topics, closed]).toEqual([[['screen:L1']], []])
})

test.each([
  ['an order before hello', next('a'), 4400],
  ['a ping before hello', { type: 'ping' }, 4400],
  ['no JSON', '{', 4400],
  ['a message of no kind', { type: 'sing' }, 4400],
  ['an unknown token', { ...hello, token: 'stolen' }, 4401],
])('RG5 %s: refused in words, closed, and nothing more is heard', async (_, message, code) => {
  const { say, told, closed, orders, topics } = conversation()
  await say(message)
  expect(told).toMatchObject([{ type: 'refused', error: { code: code === 4401 ? 'not-signed-in' : 'not-understood' } }])
  expect(closed).toMatchObject([[code, code === 4401 ? 'not-signed-in' : 'not-understood']])
  await say(hello)
  await say(next('b'))
  expect([told.length, orders, topics]).toEqual([1, [], []])
})

test('RG5 a page of another protocol is told to load anew, and that is all', async () => {
  const { say, told, closed, topics } = conversation()
  await say({ ...hello, protocol: PROTOCOL + 1 })
  expect([told, closed, topics]).toEqual([[{ type: 'reload' }], [[4426, 'reload']], []])
  await say(hello)
  expect(told).toHaveLength(1)
})

test('RG5 a second hello ends the conversation', async () => {
  const { say, told, closed, left } = conversation()
  await say(hello)
  await say({ ...hello, token: 'clerk' })
  expect(told.at(-1)).toMatchObject({
    type: 'refused',
    error: { code: 'not-understood', details: { expected: 'one hello' } },
  })
  expect([closed, left()]).toEqual([[[4400, 'not-understood']], 1])
})

test('RG4 topics that are not one’s own are named in a refusal, the others are heard; also later', async () => {
  const { say, told, topics } = conversation()
  await say({ ...hello, topics: ['screen:L1', 'desk', 'counter:1'] })
  expect(told.at(-1)).toMatchObject({
    type: 'refused',
    error: { code: 'not-allowed', details: { topics: ['desk', 'counter:1'] } },
  })
  await say({ type: 'topics', topics: ['strip:1'] })
  await say({ type: 'topics', topics: ['manage'] })
  expect(topics).toEqual([['screen:L1'], ['strip:1'], []])
  expect(told.filter(({ type }) => type === 'refused')).toHaveLength(2)
})

test('RG6 an order is carried out in its actor’s name and answered under its id', async () => {
  const { say, told, orders } = conversation()
  await say({ ...hello, token: 'clerk' })
  await say(next('a'))
  expect(orders).toEqual([{ command: next('').command, actor: 'counter-1', commandId: 'a', late: false }])
  expect(told.at(-1)).toEqual({ type: 'reply', commandId: 'a', ok: true, result: { number: 'A001' } })
})

test('RG6 a refusal of the office is told under the order’s id, in words', async () => {
  const refuse = async (): Promise<OfficeAnswer> => ({ ok: false, code: 'nobody-waiting', details: { queue: 'A' } })
  const { say, told } = conversation({ handle: refuse })
  await say({ ...hello, token: 'clerk' })
  await say(next('a'))
  expect(told.at(-1)).toMatchObject({
    type: 'reply',
    commandId: 'a',
    ok: false,
    error: {
      code: 'nobody-waiting',
      details: { queue: 'A' },
      message: expect.stringMatching(/\p{Script=Han}/u) as string,
    },
  })
})

test('RG6 an order that is not one’s own reaches nobody: the public is told to sign in, others that they may not', async () => {
  for (const [token, code] of [
    [null, 'not-signed-in'],
    ['clerk', 'not-allowed'],
  ]) {
    const { say, told, orders } = conversation()
    await say({ ...hello, token })
    await say({ ...next('a'), command: { type: 'raise-emergency', planId: 'fire', text: null } })
    await say({ ...next('b'), command: { type: 'cancel-ticket', ticketId: 't' } })
    expect(orders).toEqual([])
    expect(told.at(-1)).toMatchObject({ type: 'reply', commandId: 'b', ok: false, error: { code } })
  }
})

test('RG6 an order that cannot be read is answered under its id, else its page would send it for ever', async () => {
  const { say, told, closed, orders } = conversation()
  await say({ ...hello, token: 'clerk' })
  await say({ type: 'command', commandId: 'a', command: { type: 'fly' } })
  expect(told.at(-1)).toMatchObject({ type: 'reply', commandId: 'a', ok: false, error: { code: 'not-understood' } })
  await say({ type: 'command', commandId: 'x'.repeat(500), command: {} })
  expect(told.at(-1)).toMatchObject({ type: 'reply', commandId: 'x'.repeat(128) })
  for (const text of ['{', 'null', '"commandId"', '{"type":"fly"}']) {
    await say(text)
    expect(told.at(-1)).toMatchObject({ type: 'refused', error: { code: 'not-understood' } })
  }
  expect([closed, orders]).toEqual([[], []])
})

test('RG6 an order is late when its page made it too long ago', async () => {
  const { say, orders } = conversation()
  await say({ ...hello, token: 'clerk' })
  await say(next('a', { madeAt: 20_000 - ORDER_LIFETIME_MS }))
  await say(next('b', { madeAt: 20_000 - ORDER_LIFETIME_MS - 1 }))
  expect(orders.map(({ late }) => late)).toEqual([false, true])
})

test('RG5 a ping is answered, with the time where it was asked for', async () => {
  const { say, told } = conversation()
  await say(hello)
  await say({ type: 'ping' })
  await say({ type: 'ping', askedAt: 7 })
  expect(told.slice(1)).toEqual([{ type: 'pong' }, { type: 'pong', time: { askedAt: 7, now: 500, ticks: 20_000 } }])
})

test('RG5 a display that paints is heard, and told to load anew when that is wanted', async () => {
  const heard: string[] = []
  let reload = false
  const { say, told } = conversation({
    onPulse: (screenId) => {
      heard.push(screenId)
      return reload
    },
  })
  await say({ ...hello, token: 'screen' })
  const page = { loadedAt: 1, frames: 60, layoutId: 'classic', current: null, sound: 'on', plays: [], broken: [] }
  await say({ type: 'pulse', topic: 'screen:L1', page })
  expect([heard, told.length]).toEqual([['L1'], 1])
  reload = true
  await say({ type: 'pulse', topic: 'screen:L1', page })
  expect(told.at(-1)).toEqual({ type: 'reload' })
})

test('RG5 what ends is left by the hub, and hears nothing more', async () => {
  const { say, end, told, left } = conversation()
  await say(hello)
  end()
  await say({ type: 'ping' })
  expect([left(), told.length]).toEqual([1, 1])
})
