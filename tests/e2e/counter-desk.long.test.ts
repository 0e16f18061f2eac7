import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

const WIDTH = 1366
const HEIGHT = 768
let clerk: ApiClient
let guide: ApiClient
const take = (): Promise<unknown> => guide.post('/tickets', { matterId: 'm034', printer: 'none' })
const here = hallInBrowser({}, async (hall) => {
  clerk = await signIn(hall.url, 'clerk', '8')
  guide = await signIn(hall.url, 'guide')
  for (let nth = 0; nth < 5; nth += 1) await take()
})
const counterPage = (counter: string, keeps = false): Promise<Page> =>
  openPage(here.browser, `${here.hall.url}/counter/?counter=${counter}`, WIDTH, HEIGHT, keeps)

test('CN6 a whole visit without a mouse: materials, one list, a note, a transfer to a counter with a word, and everything back', async () => {
  const page = await counterPage('8')
  const press = (key: string): Promise<void> => page.keyboard.press(key)
  await page.waitForSelector('.plate-none')
  await press('Space')
  await page.waitForSelector('.plate-next')
  await press('Space')
  await page.waitForSelector('.plate-called')
  await page.waitForTimeout(300)
  await press('Space')
  await page.waitForSelector('.plate-serving')
  await press('m')
  await press('Space')
  await page.waitForSelector('.material:has-text("缺")')
  expect(await page.locator('.material[aria-pressed="false"]').count()).toBe(1)
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await press('p')
  await page.waitForSelector('.toasts:has-text("打成一张清单了")')
  await press('F7')
  await page.waitForSelector('dialog[open]')
  await press('1')
  await page.waitForSelector('.notes')
  await press('F6')
  await page.waitForSelector('.choice')
  await page.keyboard.type('9')
  await page.waitForSelector('.choice:has-text("9 号窗口")')
  await press('Enter')
  await page.waitForSelector('.own-words')
  await page.keyboard.type('还差复印件')
  await press('Enter')
  await page.waitForSelector('.undo-toast:has-text("转走了 A001")')
  const other = await counterPage('9')
  await clerk.post('/counters/9/open')
  await clerk.post('/counters/9/next')
  await other.waitForSelector('.notes:has-text("还差复印件")')
  expect(await other.locator('.material:has-text("缺")').count()).toBe(1)
  // Somebody has gone on with it: the page says so instead of offering it.
  await page.waitForSelector('.undo-toast:has-text("之后又有人操作过")')
})

test('Q24 CN1 two slips of 空格 end nothing, and one undo brings the visitor back', async () => {
  const page = await counterPage('10')
  await clerk.post('/counters/10/open')
  await page.waitForSelector('.plate-next')
  await page.keyboard.press('Space')
  await page.waitForSelector('.plate-called')
  await page.waitForTimeout(300)
  const number = await page.textContent('.plate-number')
  await page.keyboard.press('Space')
  await page.waitForSelector('.plate-serving')
  await page.keyboard.press('Space')
  await page.waitForSelector('dialog[open]:has-text("才办了")')
  await page.waitForTimeout(300)
  // The safe answer has the focus.
  await page.keyboard.press('Space')
  await page.waitForSelector('dialog[open]', { state: 'detached' })
  expect(await page.textContent('.plate-serving .plate-number')).toBe(number)
  await page.keyboard.press('Space')
  await page.waitForSelector('dialog[open]')
  await page.keyboard.press('1')
  await page.waitForSelector('.undo-toast:has-text("办结了")')
  await page.keyboard.press('Control+z')
  await page.waitForSelector(`.plate-serving:has-text("${number}")`)
})

test('CN7 a counter opens anew while the gateway is away, and says so', async () => {
  const page = await counterPage('11', true)
  await page.waitForSelector('.counter')
  await page.waitForSelector('[data-kept="yes"]')
  await page.waitForTimeout(3_000)
  await page.context().setOffline(true)
  await page.reload()
  await page.waitForSelector('text=网断了')
})
