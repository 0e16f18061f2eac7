import { type IncomingMessage, type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { Webhook } from '../../gateway/contract/webhooks.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import type { LoggedEvent } from '../../gateway/domain/events.ts'
import { signatureOf } from '../../gateway/outputs/post-signed.ts'
import { type Hooks, openHooks } from '../../gateway/outputs/open-hooks.ts'
import { webhookMessage } from '../../gateway/outputs/webhook-message.ts'
import { deliveryStore } from '../../gateway/store/delivery-store.ts'
import { type Story, given } from '../support/given.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const KEY = 'a key of this test'
const wait = { timeout: 20_000, interval: 10 }
const times = { answerMs: 2_000, firstPauseMs: 20, longestPauseMs: 60, giveUpMs: 3_600_000 }
const ends: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

interface Heard {
  body: { id: string; type: string; topic: string; seq: number; data: Record<string, unknown> }
  text: string
  headers: IncomingMessage['headers']
}
/** Another system: answers as the test says, in order, then 204. */
async function otherSystem(answers: number[] = []) {
  const heard: Heard[] = []
  const server: Server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => void (text += String(chunk)))
    request.on('end', () => {
      heard.push({ text, body: JSON.parse(text) as Heard['body'], headers: request.headers })
      response.writeHead(answers.shift() ?? 204).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  ends.push(() => {
    server.closeAllConnections()
    return new Promise<void>((done) => server.close(() => done()))
  })
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

/** A hall by hand with its messages. `clock` moves by itself with the real time, plus what a test adds. */
function hallThatTells(
  hooks: Webhook[],
  database = new DatabaseSync(':memory:'),
  story: Story = given(),
  giveUpMs?: number,
) {
  const usual = tinyHallModel()
  const hallModel = buildHallModel({ ...usual.hall, webhooks: hooks }, [...usual.matters.values()], false)
  const listeners: (() => void)[] = []
  const begun = performance.now()
  const clock = { ahead: 0 }
  const store = deliveryStore(database)
  /** How long each message was put off, ms. */
  const pauses: number[] = []
  const open = (): Hooks =>
    openHooks({
      board: { onChange: () => {} },
      office: {
        hallModel,
        state: story.state,
        onFacts(listener) {
          listeners.push(() => listener([], new Set()))
          return () => {}
        },
      },
      log: { read: async (after, limit) => story.events.filter(({ seq }) => seq > after).slice(0, limit) },
      store: {
        ...store,
        tried(id, state, answer, at, nextAt) {
          if (nextAt !== null) pauses.push(Math.round(nextAt - at))
          store.tried(id, state, answer, at, nextAt)
        },
      },
      key: () => KEY,
      now: () => Date.UTC(2026, 2, 18, 2, 0) + performance.now() - begun + clock.ahead,
      onBroken: (error) => {
        throw error
      },
      times: { ...times, giveUpMs: giveUpMs ?? times.giveUpMs },
    })
  const sends = open()
  ends.push(() => sends.close())
  return { sends, story, database, clock, pauses, tell: () => listeners.forEach((one) => one()) }
}
const take = { type: 'take-ticket', queueId: 'A' } as const
const hook = (url: string, topics: Webhook['topics'] = ['ticket', 'call', 'rating', 'light']): Webhook => ({
  id: 'oa',
  url,
  topics,
})
const begun = (): Promise<void> => pause(30)

test('WB1 numbers and calls are told in order, signed, and only what the address wants', async () => {
  const [all, calls] = [await otherSystem(), await otherSystem()]
  const hall = hallThatTells([hook(all.url), { id: 'screen', url: calls.url, topics: ['call'] }])
  await begun()
  hall.story.when(take).when({ type: 'open-counter', counterId: '3' }).when({ type: 'call-next', counterId: '3' })
  hall.tell()
  await expect.poll(() => [all.heard.length, calls.heard.length], wait).toEqual([2, 1])
  expect(all.heard.map(({ body }) => [body.type, body.topic, body.data.number, body.data.counterId])).toEqual([
    ['ticket-taken', 'ticket', 'A001', null],
    ['ticket-called', 'call', 'A001', '3'],
  ])
  const [first] = all.heard
  const stamp = Number(first?.headers['x-tingshi-timestamp'])
  expect(first?.headers['x-tingshi-signature']).toBe(signatureOf(KEY, stamp, first?.text ?? ''))
  expect(first?.headers['x-tingshi-delivery']).toBe(first?.body.id)
})

test('WB1 a grade goes without its number, and nothing of a visitor goes at all', () => {
  const base = { seq: 7, at: 1, actor: 'tablet 3', commandId: null }
  const now = () => ({ number: 'A001', queueId: 'A', matterId: null, counterId: '3' })
  const rated = webhookMessage({ ...base, type: 'visit-rated', ticketId: 't1', counterId: '3', stars: 2 }, now)
  expect(rated).toEqual({ topic: 'rating', about: null, data: { counterId: '3', stars: 2 } })
  const taken = given()
    .when({ ...take, priority: '老人' })
    .events.find(({ type }) => type === 'ticket-taken') as LoggedEvent
  const told = JSON.stringify(webhookMessage(taken, now))
  expect(told).toContain('A001')
  for (const secret of [(taken as { token?: string }).token ?? '-', '老人', 'identity'])
    expect(told).not.toContain(secret)
  const noted: LoggedEvent = { ...base, type: 'ticket-noted', ticketId: 't1', from: null, text: '听不清' }
  expect(webhookMessage(noted, now)).toBeNull()
})

test('WB2 what was not taken goes out again under the same id, and the others wait their turn', async () => {
  const other = await otherSystem([500, 503, 429])
  const hall = hallThatTells([hook(other.url)])
  await begun()
  hall.story.when(take).when(take)
  hall.tell()
  await expect.poll(() => other.heard.length, wait).toBe(5)
  const ids = other.heard.map(({ body }) => body.id)
  expect(new Set(ids.slice(0, 4)).size).toBe(1)
  expect(ids[4]).not.toBe(ids[0])
  expect(hall.sends.list().items.map(({ state, tries }) => [state, tries])).toEqual([
    ['done', 1],
    ['done', 4],
  ])
  expect(hall.pauses).toEqual([20, 40, 60])
})

test('WB2 what waits and what happened while the gateway stood goes out after a restart, once', async () => {
  const other = await otherSystem([500])
  const first = hallThatTells([hook(other.url)])
  await begun()
  first.story.when(take)
  first.tell()
  await expect.poll(() => first.sends.list().items[0]?.tries, wait).toBe(1)
  first.sends.close()
  first.story.when(take)
  const seen = other.heard.length
  const again = hallThatTells([hook(other.url)], first.database, first.story)
  await expect.poll(() => again.sends.list().hooks[0]?.waiting, wait).toBe(0)
  await expect.poll(() => other.heard.length, wait).toBeGreaterThanOrEqual(seen + 2)
  expect(again.sends.list().items.map(({ about, state }) => `${about} ${state}`)).toEqual(['A002 done', 'A001 done'])
})

test('WB3 what the other side does not want is put aside at once, and the next has its turn', async () => {
  const other = await otherSystem([422])
  const hall = hallThatTells([hook(other.url)])
  await begun()
  hall.story.when(take).when(take)
  hall.tell()
  await expect.poll(() => other.heard.length, wait).toBe(2)
  await expect
    .poll(() => hall.sends.list().items.map(({ state, answer }) => `${state} ${answer}`), wait)
    .toEqual(['done 对方答 204', 'refused 对方答 422'])
})

test('WB3 what is in vain for the whole time is given up', async () => {
  const other = await otherSystem(Array.from({ length: 200 }, () => 500))
  const hall = hallThatTells([hook(other.url)], undefined, undefined, 400)
  await begun()
  hall.story.when(take)
  hall.tell()
  await expect.poll(() => hall.sends.list().items[0]?.state, wait).toBe('given-up')
  expect(hall.sends.list().items[0]).toMatchObject({ answer: '对方答 500', nextAt: null })
})

test('WB4 one is sent once more by a press, not while it waits, and not where there is none', async () => {
  const other = await otherSystem([422])
  const hall = hallThatTells([hook(other.url)])
  await begun()
  hall.story.when(take)
  hall.tell()
  await expect.poll(() => hall.sends.list().items[0]?.state, wait).toBe('refused')
  const id = hall.sends.list().items[0]?.id ?? ''
  expect([hall.sends.resend('oa-9999'), hall.sends.resend('gone-1'), hall.sends.resend(id)]).toEqual([
    false,
    false,
    true,
  ])
  await expect.poll(() => hall.sends.list().items[0]?.state, wait).toBe('done')
  expect(other.heard.map(({ body }) => body.id)).toEqual([id, id])
})

test('WB5 an address that is new is not told of what was before', async () => {
  const other = await otherSystem()
  const story = given().when(take).when(take)
  const hall = hallThatTells([hook(other.url)], undefined, story)
  await begun()
  hall.story.when(take)
  hall.tell()
  await expect.poll(() => other.heard.map(({ body }) => body.data.number), wait).toEqual(['A003'])
})

test('WB5 what is older than a day is not told any more', async () => {
  const other = await otherSystem()
  const hall = hallThatTells([hook(other.url)])
  await begun()
  hall.story.when(take)
  hall.clock.ahead = times.giveUpMs + 60_000
  hall.tell()
  await begun()
  expect(other.heard).toEqual([])
  expect(hall.sends.list().items).toEqual([])
})
