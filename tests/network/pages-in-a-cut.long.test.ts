import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { listen, openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'
import { freezePages } from '../support/network/freeze-pages.ts'
import { cutLine, openAgain } from '../support/network/line-habits.ts'
import { sleep } from '../support/network/page-at.ts'
import { type SlowLine, openSlowLine } from '../support/network/slow-line.ts'
import { supervisorSocket, watchLarge } from '../support/wall-story.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

const here = hallInBrowser()
let line: SlowLine
let supervisor: ApiClient
beforeAll(async () => {
  line = await openSlowLine(here.hall.url)
  supervisor = await signIn(here.hall.url, 'supervisor')
})
afterAll(() => line?.close())

async function log(): Promise<string[]> {
  const { body } = await supervisor.get<{ items: { type: string }[] }>('/events?after=0&limit=1000')
  return body.items.map(({ type }) => type).filter((type) => /^ticket-(taken|called)$/.test(type))
}
const counterPage = async (): Promise<Page> => {
  const page = await openPage(here.browser, `${line.url}/counter/?counter=1`, 1366, 768)
  await page.waitForSelector(CONNECTED, { state: 'attached' })
  return page
}
/** What a page of the staff has only while its line stands, and only while it does not. */
const CONNECTED = '.offline-signs'
const AWAY = '.offline-band'

test('NW1 NW4 NO3 DC15 DW21 pages that were cut off for 17 s are right again and stay so; nothing that was pressed or called meanwhile comes back to life', async () => {
  const socket = await supervisorSocket(here.hall.url)
  const take = { type: 'take-ticket', queueId: 'B' }
  await socket.order([...['1', '2', '3'].map((counterId) => ({ type: 'open-counter', counterId })), take, take, take])
  const [counter, wall] = await Promise.all([
    counterPage(),
    openPage(here.browser, `${line.url}/display/?screen=L1`, 1920, 1080),
  ])
  await wall.waitForFunction(() => document.documentElement.dataset.sound === 'on')
  const [heard, large] = [await listen(wall), await watchLarge(wall)]

  line.become(cutLine)
  const since = performance.now()
  await sleep(500)
  await counter.keyboard.press('Space')
  await socket.order([{ type: 'call-next', counterId: '2' }])
  await sleep(4_000)
  await socket.order([
    { type: 'miss-ticket', counterId: '2' },
    { type: 'call-next', counterId: '3' },
  ])
  await counter.waitForSelector(AWAY, { timeout: 13_000 })
  await counter.waitForSelector('text=没有收到回答', { timeout: 13_000 })
  await sleep(17_000 - (performance.now() - since))
  line.become(openAgain)

  await counter.waitForSelector(CONNECTED, { state: 'attached', timeout: 10_000 })
  await wall.waitForSelector('.call.current:has-text("B002")', { timeout: 10_000 })
  // What TCP has kept of the old connections comes now, and they end.
  for (let nth = 0; nth < 20; nth += 1) {
    await sleep(500)
    expect(await counter.locator(CONNECTED).count()).toBe(1)
    expect(await wall.textContent('.call.current b')).toBe('B002')
  }
  expect(await log()).toEqual([...Array(3).fill('ticket-taken'), 'ticket-called', 'ticket-called'])
  const calls = (await heard()).filter(({ clip }) => clip === 'chime')
  expect(calls).toHaveLength(1)
  expect(await large()).toEqual(['B002'])
  socket.conversation.socket.close()
  await Promise.all([counter.context().close(), wall.context().close()])
})

test('NO6 what is pressed on a frozen page does nothing when it goes on, and the next press does', async () => {
  const counter = await counterPage()
  await counter.waitForSelector('button:has-text("叫下一位")')
  const before = await log()
  const goOn = await freezePages(here.browser)
  const press = counter.keyboard.press('Space').catch(() => {})
  await sleep(5_000)
  goOn()
  await press
  await counter.waitForSelector(CONNECTED, { state: 'attached', timeout: 10_000 })
  await sleep(1_000)
  expect(await log()).toEqual(before)
  await counter.keyboard.press('Space')
  await expect.poll(log, { timeout: 10_000, interval: 500 }).toEqual([...before, 'ticket-called'])
  await counter.context().close()
})
