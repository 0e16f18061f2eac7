import { readFileSync, readdirSync } from 'node:fs'
import { request } from 'node:http'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { ask } from '../../gateway/client/ask.ts'
import { MADE_AT_HEADER, TICKS_HEADER, readTicks, sayTicks } from '../../gateway/contract/order-age.ts'
import { type ApiClient, converse, signIn } from '../support/api-client.ts'
import { cutLine, openAgain } from '../support/network/line-habits.ts'
import { sleep } from '../support/network/page-at.ts'
import { pageGlobals } from '../support/network/page-globals.ts'
import { openSlowLine } from '../support/network/slow-line.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const taken = z.object({ number: z.string() })
const notSent = {
  code: 'not-sent',
  message: '网络不通，这一步没有及时送到，没有办。请再按一次。',
}
let hall: RunningGateway
let guide: ApiClient
beforeAll(async () => {
  hall = await runGateway({ TINGSHI_LIFE: '0' })
  guide = await signIn(hall.url, 'guide')
})
afterAll(() => hall?.discard())

const ticksNow = async (): Promise<{ run: string; ticks: number }> => {
  const answer = await fetch(`${hall.url}/api/v1/health`, { method: 'HEAD' })
  return readTicks(answer.headers.get(TICKS_HEADER) ?? '') ?? expect.fail('no ticks')
}
async function take(madeAt: string | null, key: string | null = null): Promise<{ status: number; body: unknown }> {
  const headers = new Headers({ authorization: `Bearer ${guide.token}` })
  if (madeAt !== null) headers.set(MADE_AT_HEADER, madeAt)
  if (key !== null) headers.set('idempotency-key', key)
  const answer = await fetch(`${hall.url}/api/v1/tickets`, { method: 'POST', headers, body: '{"queueId":"B"}' })
  return { status: answer.status, body: await answer.json() }
}
/** The status of the answer. */
function takeAlone(madeAt: string): Promise<number> {
  const headers = { authorization: `Bearer ${guide.token}`, [MADE_AT_HEADER]: madeAt }
  return new Promise((done, fail) => {
    const order = request(`${hall.url}/api/v1/tickets`, { method: 'POST', headers, agent: false }, (answer) => {
      answer.resume()
      done(answer.statusCode ?? 0)
    })
    order.once('error', fail).end('{"queueId":"B"}')
  })
}
async function waiting(): Promise<number> {
  const { items } = (await (await fetch(`${hall.url}/api/v1/queues`)).json()) as {
    items: { id: string; waiting: number }[]
  }
  return items.find(({ id }) => id === 'B')?.waiting ?? Number.NaN
}
const takeOverHttp = (): ReturnType<typeof ask<{ number: string }>> =>
  ask('/api/v1/tickets', taken, { body: { queueId: 'B' }, token: guide.token })

test('NO7 the gateway takes an order without an age and a young one, and refuses one of ten seconds ago, of another run, or that says nonsense', async () => {
  const now = await ticksNow()
  const ago = (ms: number, run = now.run): string => sayTicks({ run, ticks: now.ticks - ms })
  const before = await waiting()
  for (const madeAt of [null, ago(0), ago(8_000)]) expect((await take(madeAt)).status, String(madeAt)).toBe(201)
  const nonsense = ['', 'x', `${now.run} 1e9`, `${now.run} NaN`, `${now.ticks}`, `${now.run} ${'9'.repeat(16)}`]
  for (const madeAt of [ago(10_001), ago(0, 'abcdef0123456789'), ...nonsense])
    expect(await take(madeAt), madeAt).toMatchObject({ status: 408, body: { error: notSent } })
  expect(await waiting()).toBe(before + 3)
})

test('NO7 every order of a person that comes over HTTP is asked for its age in the turn that decides', () => {
  const folder = resolve(import.meta.dirname, '../../gateway/server')
  // A warning centre's alert has an age of its own; the demo's crowd is nobody's press; a socket's orders carry theirs.
  const others = ['alert-routes.ts', 'demo.ts', 'session.ts']
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.ts') && !others.includes(one))) {
    const code = readFileSync(join(folder, name), 'utf8')
    const count = (word: RegExp): number => [...code.matchAll(word)].length
    // An import is looked at before anything of it is read; every other order is asked in its turn.
    expect(count(/isLate\(request\)/g), name).toBeGreaterThanOrEqual(count(/(?:await|return|=>|\?|:) giveOrder\(/g))
    expect(count(/office\.handle\(/g), name).toBe(0)
  }
})

test('NO7 the socket refuses in the same words', async () => {
  const { conversation, madeAt } = await oldOrder()
  const reply = await conversation.until((message) => message.type === 'reply')
  const overHttp = (await take(sayTicks({ ...(await ticksNow()), ticks: madeAt }))).body as { error: object }
  expect(reply).toMatchObject({ ok: false, error: overHttp.error })
  conversation.socket.close()
})
async function oldOrder() {
  const conversation = await converse(hall.url)
  conversation.say({ type: 'hello', protocol: 1, token: guide.token, topics: [] })
  const welcome = await conversation.until((message) => message.type === 'welcome')
  const madeAt = (welcome.type === 'welcome' ? welcome.ticks : 0) - 10_100
  conversation.say({ type: 'command', commandId: 'old', command: { type: 'take-ticket', queueId: 'B' }, madeAt })
  return { conversation, madeAt }
}

test('NO4 NO7 who asks again by key for an answer that was lost is told it, however late; who asks late for the first time is not', async () => {
  const now = await ticksNow()
  const first = await take(sayTicks(now), 'lost-answer')
  const old = sayTicks({ ...now, ticks: now.ticks - 60_000 })
  expect(await take(old, 'lost-answer')).toEqual(first)
  expect((await take(old, 'never-asked')).status).toBe(408)
  // The same press, said anew by who still stands there.
  expect((await take(sayTicks(await ticksNow()), 'never-asked')).status).toBe(201)
})

test('NO7 what a page pressed in a cut, and what was pressed before a gateway that stood still, does nothing afterwards', async () => {
  const line = await openSlowLine(hall.url)
  pageGlobals(line.url)
  expect(await takeOverHttp()).toMatchObject({ ok: true })
  const before = await waiting()
  line.become(cutLine)
  const inCut = takeOverHttp()
  await sleep(500)
  const now = sayTicks(await ticksNow())
  hall.freeze()
  // On a connection of its own: one that idled is closed by a gateway that goes on before it looks what came.
  const atFrozen = takeAlone(now)
  await sleep(11_000)
  hall.goOn()
  line.become(openAgain)
  expect(await inCut).toMatchObject({ ok: false, error: { code: 'not-answered' } })
  expect(await atFrozen).toBe(408)
  // TCP brings what it kept at its next try.
  await sleep(4_000)
  expect(await waiting()).toBe(before)
  expect(await takeOverHttp()).toMatchObject({ ok: true })
  await line.close()
})

test('NO8 a page that was open over a restart of the gateway has its first press done, once', async () => {
  pageGlobals(hall.url)
  expect(await takeOverHttp()).toMatchObject({ ok: true })
  await hall.restart({ TINGSHI_PORT: new URL(hall.url).port })
  // A demo lends its sign-ins anew.
  guide = await signIn(hall.url, 'guide')
  const before = await waiting()
  expect(await takeOverHttp()).toMatchObject({ ok: true })
  expect(await waiting()).toBe(before + 1)
})

test('NO8 a page whose computer slept, so that its ticks stand behind, is not refused for it', async () => {
  pageGlobals(hall.url)
  expect(await takeOverHttp()).toMatchObject({ ok: true })
  const ticks = performance.now.bind(performance)
  const slept = vi.spyOn(performance, 'now').mockImplementation(() => ticks() - 60_000)
  expect(await takeOverHttp()).toMatchObject({ ok: true })
  slept.mockRestore()
})

test('NO2 NO7 a page that has never heard of the gateway sends no order without an age', async () => {
  pageGlobals('http://127.0.0.1:9')
  vi.resetModules()
  const fresh = await import('../../gateway/client/ask.ts')
  const answer = await fresh.ask('/api/v1/tickets', taken, { body: { queueId: 'B' }, token: guide.token })
  expect(answer).toEqual({ ok: false, error: notSent })
})
