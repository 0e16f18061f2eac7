import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

let terminal: Page
const here = hallInBrowser({}, async (gateway, browser) => {
  terminal = await openPage(browser, `${gateway.url}/kiosk/?terminal=K1`, 1080, 1920)
})

const open = async (): Promise<void> => {
  const home = terminal.locator('.dock button:has-text("首页")')
  if (await home.isVisible()) await home.click()
  await terminal.click('.tile:has-text("进度查询")')
}
const press = async (field: number, keys: string): Promise<void> => {
  await terminal.click(`.progress .field >> nth=${field}`)
  for (const key of keys) await terminal.click(`.keyboard .key:text-is("${key}")`)
}
const look = (): Promise<void> => terminal.click('.main-action')

test('CP10 the screen’s own keys find a case by receipt and last four; a wrong half is told in words', async () => {
  await open()
  await terminal.fill('.progress .field input >> nth=0', 'QC2026000102')
  // The fourth digit asks by itself.
  await press(1, '2346')
  expect(await terminal.textContent('[role=alert]')).toContain('没有查到')
  await press(1, '')
  await terminal.click('.keyboard .key:has-text("清空")')
  await press(1, '2345')
  // Midnight may pass between the hall's start and this look.
  expect(await terminal.textContent('.case-light')).toMatch(/审核中(?:还剩 1 个工作日|今天到期)/)
  expect(await terminal.locator('.case-steps li').count()).toBe(4)
  expect(await terminal.textContent('[aria-current=step]')).toContain('正在这一步')
}, 120_000)

test('CP10 a query code needs no last four, and nobody finds it there after leaving', async () => {
  const other = await signIn(here.hall.url, 'integration')
  const steps = [{ name: '受理' }]
  const one = {
    receipt: 'R-200',
    code: 'AB12CD34EF56',
    matterName: '不动产登记',
    departmentName: '局',
    status: 'accepted',
    acceptedOn: '2026-03-02',
    steps,
  }
  expect((await other.post('/cases', { cases: [{ ...one, reportedAt: 5 }] })).status).toBe(200)
  await open()
  await terminal.fill('.progress .field input >> nth=0', 'ab12cd34ef5')
  expect(await terminal.isDisabled('.main-action')).toBe(true)
  await press(0, '6')
  await look()
  await terminal.waitForSelector('.case-light')
  expect(await terminal.textContent('.progress h1')).toBe('不动产登记')
  await open()
  // What all receipts of this hall begin with, and nothing of the visitor before.
  expect(await terminal.inputValue('.progress .field input >> nth=0')).toMatch(/^QC\d{4}$/)
}, 120_000)
