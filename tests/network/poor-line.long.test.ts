import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { CallView, ScreenView } from '../../gateway/contract/display-views.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { calmLine, narrowLine, nextRetry, poorLine, wayOf } from '../support/network/line-habits.ts'
import { pageAt, sleep, until } from '../support/network/page-at.ts'
import { type SlowLine, openSlowLine } from '../support/network/slow-line.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

const SEED = 7
const CALLS = 12
let gateway: RunningGateway
let line: SlowLine
let clerk: ApiClient
let guide: ApiClient

beforeAll(async () => {
  gateway = await runGateway()
  line = await openSlowLine(gateway.url, {}, SEED)
  clerk = await signIn(gateway.url, 'clerk', '1')
  guide = await signIn(gateway.url, 'guide')
  await clerk.post('/counters/1/open')
})
afterAll(async () => {
  await line?.close()
  await gateway?.discard()
})

/** Calls one number after another; gives how long each was on its way to the page, milliseconds. */
async function callsReach(wall: HallConnection, count: number): Promise<number[]> {
  const took: number[] = []
  for (let nth = 0; nth < count; nth += 1) {
    await guide.post('/tickets', { queueId: 'B' })
    const { body } = await clerk.post<{ ticket: { number: string } }>('/counters/1/next')
    const isThere = ({ number }: CallView): boolean => number === body.ticket.number
    took.push(await until(() => wall.view<ScreenView>('screen:L1').value?.calls.some(isThere) ?? false, 30_000))
    await clerk.post('/counters/1/finish')
  }
  return took
}

test(`NW5 NT2 at 200 ms ± 100 and 5 % loss every call reaches the wall within eight seconds, and its clock is right (seed ${SEED})`, async () => {
  line.become(poorLine)
  const wall = await pageAt(line.url, 'public', null, ['screen:L1'])
  const took = await callsReach(wall, CALLS)
  expect(Math.max(...took)).toBeLessThan(8_000)
  expect(Math.abs(wall.now() - Date.now())).toBeLessThan(400)
  expect(wall.online.value).toBe(true)
  wall.close()
})

test('NW5 at 64 kbit/s a page that is there stays there, and a call reaches it within six seconds', async () => {
  line.become({ ...calmLine, ...narrowLine })
  const wall = await pageAt(line.url, 'public', null, ['screen:L1'])
  await until(() => wall.view('screen:L1').value !== null, 20_000)
  let wasAway = false
  const stop = wall.online.subscribe((online) => void (wasAway ||= !online))
  expect(Math.max(...(await callsReach(wall, 3)))).toBeLessThan(6_000)
  await sleep(5_000)
  expect(wasAway).toBe(false)
  stop()
  wall.close()
})

test('NW4 when only the way to the gateway is cut the page notices, and is right again soon after', async () => {
  line.become(calmLine)
  const wall = await pageAt(line.url, 'public', null, ['screen:L1'])
  line.become({ up: 'held' })
  expect(await until(() => !wall.online.value, 20_000)).toBeLessThan(12_000)
  line.become({ up: 'flows' })
  expect(await until(() => wall.online.value, 20_000)).toBeLessThan(10_000)
  wall.close()
})

test('NW5 the line of the tests behaves as TCP does', () => {
  expect([0, 300, 1_000, 17_000, 62_000].map(nextRetry)).toEqual([200, 600, 1_400, 25_400, 102_200])
  expect(wayOf(1_000, { ...calmLine, delayMs: 80 }, () => 0.5)).toBe(80)
  const draws = [0, 0, 0.9, 0.5]
  expect(wayOf(1_000, { ...calmLine, loss: 0.05 }, () => draws.shift() ?? 0.5)).toBe(200 + 400)
})
