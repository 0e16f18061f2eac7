import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

let guide: ApiClient
let desk: Page
const here = hallInBrowser({}, async (hall, browser) => {
  guide = await signIn(hall.url, 'guide')
  await guide.post('/tickets', { queueId: 'A', printer: 'none' })
  desk = await openPage(browser, `${hall.url}/guide/`, 1920, 1080)
  await desk.waitForSelector('.ticket-row')
})
const press = (key: string): Promise<void> => desk.keyboard.press(key)

test('SG14 HP4 a call at a terminal rings at the desk until it is taken, and the terminal says what happens', async () => {
  const terminal = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, 1080, 1920)
  await press('Escape')
  await terminal.click('.dock .guide')
  await terminal.waitForSelector('.dock .guide:has-text("请在这里等")')
  await desk.waitForSelector('.help-row')
  await expect.poll(() => desk.title()).toContain('有人呼叫')
  await expect.poll(() => desk.evaluate(() => Number(document.documentElement.dataset.played ?? 0))).toBeGreaterThan(0)
  expect(await desk.textContent('.help-where')).toContain('1 楼')
  await press('g')
  await terminal.waitForSelector('.dock .guide:has-text("正在赶来")')
  await expect.poll(() => desk.title()).not.toContain('有人呼叫')
})

test('SG15 a number by keyboard alone: a reason by its digit, Enter takes, and before it says that no counter calls', async () => {
  await press('t')
  await desk.waitForSelector('dialog[open] input')
  await desk.keyboard.type('不动产')
  await desk.waitForTimeout(300)
  await press('Enter')
  await desk.waitForSelector('.take-warning:has-text("没有窗口开着")')
  await press('3')
  await press('Enter')
  await desk.waitForSelector('.taken-number')
  await press('Enter')
  await desk.waitForSelector('dialog[open]', { state: 'detached' })
  await desk.waitForSelector('.ticket-row:has-text("优先")')
})

test('Q24 SG11 what the desk did is taken back with Ctrl Z; the palette announces a number', async () => {
  await press('ArrowDown')
  await press('Delete')
  await desk.click('dialog[open] .button-grave')
  await desk.waitForSelector('.undo-toast:has-text("作废了")')
  await press('Control+z')
  await desk.waitForSelector('.toasts:has-text("撤销了")')
  await press('/')
  await desk.keyboard.type('广播找 A001')
  await desk.waitForSelector('.palette-line:has-text("广播找")')
  await press('Enter')
  await desk.waitForSelector('dialog[open]:has-text("找这个号")')
  await desk.click('dialog[open] input[type="radio"] >> nth=0')
  await desk.click('dialog[open] .button-main')
  await desk.waitForSelector('.toasts:has-text("正在播")')
})
