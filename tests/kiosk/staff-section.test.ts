import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'
import { staffBrowser } from '../support/staff-browser.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const here = hallInBrowser()
const shot = (page: Page, name: string): Promise<unknown> | undefined =>
  process.env.TINGSHI_SHOTS ? page.screenshot({ path: `${process.env.TINGSHI_SHOTS}/${name}.png` }) : undefined

test('PE8 a supervisor adds somebody, is told the password once, changes counters, and switches off after one question', async () => {
  const page = await openPage(here.browser, `${here.hall.url}/manage/?section=staff`, 1920, 1080)
  await page.waitForSelector('.staff-row >> text=0327')
  await shot(page, 'staff-1920')
  await page.keyboard.press('n')
  await page.locator('.staff-three input').nth(0).fill('萨仁高娃*')
  await page.locator('.staff-three input').nth(1).fill('0399')
  await page.locator('.staff-three input').nth(2).fill('自然资源局不动产登记中心')
  await page.fill('.staff-add input', '12-14、999')
  await page.click('.staff-add button')
  await page.waitForSelector('text=大厅里没有 999 号窗口')
  await page.fill('.staff-add input', '12-14、20')
  await page.click('.staff-add button')
  expect(await page.locator('.staff-chip .num').allInnerTexts()).toEqual(['12', '13', '14', '20'])
  await page.click('text=加上，给临时密码')
  const code = await page.locator('.staff-code').innerText()
  expect(code).toMatch(/^\w{4}-\w{4}$/)
  await shot(page, 'staff-code')
  await page.click('text=告诉了')
  const clerk = staffBrowser(here.hall.url)
  expect((await clerk.signIn('0399', code)).body.signedIn).toMatchObject({ counters: ['12', '13', '14', '20'] })
  // A change is marked, counted, and saved by the keyboard.
  await page.locator('.staff-role').nth(1).click()
  await page.waitForSelector('text=保存 1 处修改')
  await page.setViewportSize({ width: 1366, height: 768 })
  await shot(page, 'staff-1366')
  await page.keyboard.press('Control+s')
  await page.waitForSelector('.staff-row[aria-current="true"] >> text=窗口办理、咨询台引导')
  // What only an admin may is refused in words.
  await page.locator('.staff-role').nth(3).click()
  await page.keyboard.press('Control+s')
  await page.waitForSelector('text=主管和管理员只有管理员能改')
  await page.click('text=不改了')
  await page.click('.staff-foot >> text=停用')
  await page.waitForSelector('text=停用 萨仁高娃*？')
  await page.click('text=是，就这样')
  await page.waitForSelector('text=萨仁高娃* 停用了')
  expect((await clerk.ask('POST', '/session/password', { password: 'a good long one' })).status).toBe(401)
  await page.context().close()
})
