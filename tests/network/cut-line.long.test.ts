import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { Command } from '../../gateway/contract/commands.ts'
import { cutLine, openAgain } from '../support/network/line-habits.ts'
import { pageAt, sleep, until } from '../support/network/page-at.ts'
import { type SlowLine, openSlowLine } from '../support/network/slow-line.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'

let gateway: RunningGateway
let line: SlowLine
let clerk: HallConnection
let terminal: HallConnection
let supervisor: ApiClient

beforeAll(async () => {
  gateway = await runGateway()
  line = await openSlowLine(gateway.url)
  supervisor = await signIn(gateway.url, 'supervisor')
  clerk = await pageAt(line.url, 'clerk', '1', ['counter:1'])
  terminal = await pageAt(line.url, 'terminal', 'K1', ['terminal:K1'])
  await clerk.order({ type: 'open-counter', counterId: '1' })
})
afterAll(async () => {
  clerk?.close()
  terminal?.close()
  await line?.close()
  await gateway?.discard()
})

/** What has happened in the hall, by type; what stands too long is told whatever people press. */
async function log(): Promise<string[]> {
  const { body } = await supervisor.get<{ items: { type: string }[] }>('/events?after=0&limit=1000')
  return body.items.map(({ type }) => type).filter((type) => !type.startsWith('escalation-'))
}
const take: Command = {
  type: 'take-ticket',
  matterId: null,
  queueId: 'B',
  terminalId: 'K1',
  priority: null,
  printer: 'none',
  missing: [],
  accessible: false,
}

test('NW1 NW4 NO2 NO3 after a cut of 17 s both pages are right again within ten seconds and stay so, and what was pressed in it never acts', async () => {
  expect(await terminal.order(take)).toMatchObject({ ok: true })
  const before = await log()
  line.become(cutLine)
  const since = performance.now()
  await sleep(1_000)
  // The pages do not know yet: both orders leave, and TCP keeps them.
  expect(clerk.online.value).toBe(true)
  const answers = await Promise.all([clerk.order({ type: 'call-next', counterId: '1' }), terminal.order(take)])
  expect(performance.now() - since).toBeLessThan(14_000)
  expect(answers).toMatchObject([{ error: { code: 'not-answered' } }, { error: { code: 'not-answered' } }])
  expect(clerk.online.value).toBe(false)
  await sleep(17_000 - (performance.now() - since))
  line.become(openAgain)
  expect(await until(() => clerk.online.value && terminal.online.value)).toBeLessThan(10_000)
  // Meanwhile TCP brings what it has kept of the old connections, and they end.
  for (let nth = 0; nth < 40; nth += 1) {
    await sleep(250)
    expect([clerk.online.value, terminal.online.value]).toEqual([true, true])
  }
  expect(await log()).toEqual(before)
})

test('NO3 what the line has kept for longer than ten seconds is refused when it comes', async () => {
  const before = await log()
  line.become(cutLine)
  const answers = Promise.all([clerk.order({ type: 'call-next', counterId: '1' }), terminal.order(take)])
  // TCP tries again after 12.6 s, before the gateway has given the connections up.
  await sleep(12_100)
  line.become(openAgain)
  expect(await answers).toMatchObject([{ ok: false }, { ok: false }])
  await until(() => clerk.online.value && terminal.online.value)
  await sleep(2_000)
  expect(await log()).toEqual(before)
})

test('NO4 when only the way back is cut the order acts at once, and the page is told so when it asks again', async () => {
  line.become({ down: 'held' })
  const answer = clerk.order({ type: 'call-next', counterId: '1' })
  await sleep(4_000)
  expect((await log()).at(-1)).toBe('ticket-called')
  line.reset()
  line.become(openAgain)
  expect(await answer).toMatchObject({ ok: true, result: { ticket: { number: 'B001' } } })
  expect((await log()).filter((type) => type === 'ticket-called')).toHaveLength(1)
})

test('NW4 a switch that is started anew costs two seconds at most', async () => {
  line.reset()
  await until(() => !clerk.online.value)
  expect(await until(() => clerk.online.value && terminal.online.value)).toBeLessThan(2_000)
})

test('NO3 what waits in a frozen gateway is refused when it goes on', async () => {
  const before = await log()
  gateway.freeze()
  const answers = Promise.all([clerk.order({ type: 'recall-ticket', counterId: '1' }), terminal.order(take)])
  await sleep(11_500)
  gateway.goOn()
  for (const answer of await answers)
    expect(['not-sent', 'not-answered']).toContain(answer.ok ? 'ok' : answer.error.code)
  await until(() => clerk.online.value && terminal.online.value)
  await sleep(1_000)
  expect(await log()).toEqual(before)
})
