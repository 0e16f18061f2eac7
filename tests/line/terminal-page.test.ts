import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type ApiClient, type TakenTicket, signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

let terminal: Page
let guide: ApiClient
const here = hallInBrowser(
  { TINGSHI_HALL: spoiledHall({ 'queues.yaml': [[/(id: B, .*quota: { day: )9999/, '$11']] }) },
  async (hall, browser) => {
    guide = await signIn(hall.url, 'guide')
    terminal = await openPage(browser, `${hall.url}/kiosk/?terminal=K1`, 1080, 1920)
  },
)

test('Q21 a queue whose numbers are given says so before it is touched, on tiles, rows and guides, and when to come back', async () => {
  const full = terminal.locator('.tile:has-text("企业登记")')
  await terminal.click('.hero:not(.find)')
  expect(await full.isEnabled()).toBe(true)
  expect((await guide.post<TakenTicket>('/tickets', { queueId: 'B' })).status).toBe(201)
  await terminal.waitForSelector('.tile:disabled:has-text("今天的号发完了")')
  expect(await terminal.locator('.tile:disabled').count()).toBe(1)
  await terminal.click('.dock button:has-text("首页")')
  await terminal.click('.hero.find')
  await terminal.fill('.field input', '公司设立登记')
  await terminal.click('.row:has-text("今天的号发完了") >> nth=0')
  expect(await terminal.isDisabled('.take-bar .main-action')).toBe(true)
  expect(await terminal.textContent('.refusal')).toMatch(/号发完了。请明天 \d\d:\d\d 再来/)
}, 120_000)

test('Q7 the wheelchair of the dock leads to an accessible counter, and goes with the visitor', async () => {
  await terminal.click('.dock button:has-text("首页")')
  await terminal.click('.dock button:has-text("轮椅")')
  await terminal.click('.hero:not(.find)')
  await terminal.click('.tile:has-text("不动产登记")')
  await terminal.waitForSelector('.screen.ticket')
  const clerk = await signIn(here.hall.url, 'clerk', '9')
  const low = await signIn(here.hall.url, 'clerk', '8')
  await clerk.post('/counters/9/open')
  await low.post('/counters/8/open')
  expect((await clerk.post('/counters/9/next')).body).toMatchObject({ error: { code: 'nobody-waiting' } })
  expect((await low.post('/counters/8/next')).body).toMatchObject({
    ticket: { state: 'called', whyCalled: '需要无障碍窗口' },
  })
  await terminal.click('.dock button:has-text("首页")')
  expect(await terminal.getAttribute('.dock button:has-text("轮椅")', 'aria-pressed')).toBe('false')
}, 120_000)
