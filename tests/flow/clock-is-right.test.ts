import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Browser } from 'playwright-core'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { movingClock } from '../support/moving-clock.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })
const YEARS_MS = 700 * 24 * 3_600_000
const clock = movingClock()
let hall: RunningGateway
let browser: Browser
let supervisor: ApiClient
beforeAll(async () => {
  hall = await runGateway({ TINGSHI_LIFE: '0', ...clock.environment })
  browser = await openBrowser()
  supervisor = await signIn(hall.url, 'supervisor')
})
afterAll(async () => {
  await browser?.close()
  await hall?.discard()
})

const take = async (): Promise<string> =>
  (await supervisor.post<{ number: string }>('/tickets', { queueId: 'B', printer: 'none' })).body.number
async function clockEvents(): Promise<{ type: string; actor: string; by?: string }[]> {
  const { body } = await supervisor.get<{ items: { type: string; actor: string }[] }>('/events?after=0&limit=1000')
  return body.items.filter(({ type }) => /^(clock-|day-)/.test(type))
}

test('CK1 CK2 a clock that jumped is said at desk and board; a supervisor presses 时间是对的 at the desk, the hall goes on, and the log has who said so', async () => {
  const desk = await openPage(browser, `${hall.url}/guide/#token=${supervisor.token}`, 1440, 900)
  const board = await openPage(browser, `${hall.url}/manage/?section=devices`, 1440, 900)
  await desk.waitForSelector('.device-list')
  expect(await take()).toBe('B001')
  expect(await desk.locator('text=电脑的时间不对').count()).toBe(0)

  clock.jump(YEARS_MS)
  await desk.waitForSelector('.device-row:has-text("电脑的时间不对")')
  await board.waitForSelector('text=电脑的时间不对')
  expect(await desk.textContent('.device-todo:has-text("网关电脑的日期和时间")')).toContain('这之前大厅按原来的时间走')
  // Meanwhile the hall stays in its day.
  expect(await take()).toBe('B002')
  expect((await clockEvents()).map(({ type }) => type)).toEqual(['day-opened', 'clock-doubted'])
  if (process.env.PICTURES) {
    await desk.screenshot({ path: `${process.env.PICTURES}/clock-desk.png` })
    await board.screenshot({ path: `${process.env.PICTURES}/clock-board.png` })
  }

  await desk.click('button:has-text("时间是对的")')
  for (const page of [desk, board]) await page.waitForSelector('text=电脑的时间不对', { state: 'detached' })
  const events = await clockEvents()
  expect(events.map(({ type }) => type)).toEqual(['day-opened', 'clock-doubted', 'day-corrected', 'clock-trusted'])
  expect(events.at(-1)).toMatchObject({ by: events.at(-1)?.actor })
  expect(events.at(-1)?.actor).toBe('演示主管')
  // Who waits keeps the number, the next follows it, and is called.
  expect(await take()).toBe('B003')
  await supervisor.post('/counters/1/open')
  const { body } = await supervisor.post<{ ticket: { number: string } }>('/counters/1/next')
  expect(body.ticket.number).toBe('B001')
  const health = (await (await fetch(`${hall.url}/api/v1/health`)).json()) as { status: string; uptimeSeconds: number }
  expect(health.status).toBe('ok')
  // No clock says how long it has run.
  expect(health.uptimeSeconds).toBeLessThan(600)
})
