import type { Page } from 'playwright-core'
import { Secret, TOTP } from 'otpauth'
import { expect, test, vi } from 'vitest'
import { staffCommand } from '../../gateway/cli/staff-command.ts'
import { tokenCommand } from '../../gateway/cli/token-command.ts'
import { openPage } from '../support/browser.ts'
import { said } from '../support/damaged-log.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'
import { TEST_COST } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const OWN = 'a good long one'
const here = hallInBrowser({ TINGSHI_DEMO: '0' })
const staff = (...args: string[]) =>
  said(() => staffCommand(args, { dataDir: here.hall.dataDir, passwordCost: TEST_COST }))
const shot = (page: Page, name: string): Promise<unknown> | undefined =>
  process.env.TINGSHI_SHOTS ? page.screenshot({ path: `${process.env.TINGSHI_SHOTS}/${name}.png` }) : undefined

async function fill(page: Page, ...values: string[]): Promise<void> {
  const inputs = page.locator('.sign-card input')
  for (const [nth, value] of values.entries()) await inputs.nth(nth).fill(value)
  await page.click('.sign-submit')
}

test('PE3 PE4 PE7 CG3 the first admin signs in with the code of the console, chooses a password, joins a phone, and is there', async () => {
  const code = /一次性密码 (\S+) /.exec(here.hall.said())?.[1] ?? ''
  const page = await openPage(here.browser, `${here.hall.url}/manage/`, 1366, 768)
  await page.waitForURL('**/sign-in?to=%2Fmanage%2F')
  await page.waitForSelector('.sign-card')
  await shot(page, 'sign-in-first')
  await fill(page, '0001', 'wrong')
  await page.waitForSelector('text=还可以试 4 次')
  expect(await page.locator('.sign-card input').nth(1).inputValue()).toBe('')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('autocomplete'))).toBe('current-password')
  await shot(page, 'sign-in')
  await fill(page, '0001', code)
  await page.waitForSelector('text=换成您自己的密码')
  await fill(page, OWN, `${OWN}!`)
  await page.waitForSelector('text=两次写的不一样')
  await shot(page, 'new-password')
  await fill(page, OWN, OWN)
  await page.waitForSelector('.sign-qr svg')
  const secret = (await page.locator('.sign-secret').innerText()).replaceAll(' ', '')
  await shot(page, 'join-phone')
  await fill(page, new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate())
  await page.waitForURL('**/manage/')
  await page.waitForSelector('.manage-tabs')
  // Once signed in, every page of this computer is.
  await page.goto(`${here.hall.url}/counter/?counter=12`)
  await page.waitForSelector('.counter-main')
  await page.waitForSelector('.own-name:has-text("工号 0001 管理员")')
  await page.goto(`${here.hall.url}/sign-in`)
  await page.waitForSelector('.sign-places')
  await shot(page, 'places')
  await page.context().close()
})

test('PE11 a clerk comes back to the counter she was on the way to; Ctrl L locks it; another takes her place', async () => {
  for (const [number, name] of [
    ['0327', '王*'],
    ['0328', '李*'],
  ] as const) {
    const { words } = await staff('add', number, name, '--roles', 'clerk', '--counters', '12,13')
    const page = await openPage(here.browser, `${here.hall.url}/counter/?counter=12`, 1366, 768)
    await page.waitForSelector('text=这台电脑在')
    expect(await page.locator('.sign-here').innerText()).toContain('12 号窗口')
    await fill(page, number, words)
    await page.waitForSelector('text=换成您自己的密码')
    await fill(page, OWN, OWN)
    await page.waitForSelector('.counter-main')
    await page.keyboard.press('Control+l')
    await page.waitForSelector('.sign-card')
    expect(new URL(page.url()).searchParams.get('to')).toBe('/counter/?counter=12')
    await fill(page, number, OWN)
    await page.waitForSelector('.counter-main')
    await page.goto(`${here.hall.url}/counter/?counter=14`)
    await page.waitForSelector('text=您不能打开这一页')
    if (number === '0328') await shot(page, 'not-allowed')
    await page.goto(`${here.hall.url}/counter/?counter=999`)
    await page.waitForSelector('text=您不能打开这一页')
    await page.goto(`${here.hall.url}/counter/?counter=13`)
    await page.waitForSelector('.counter-main')
    // Reset by the hall: out at once, and told so.
    await staff('reset', number)
    await page.waitForSelector('text=您已经退出了')
    await page.context().close()
  }
})

test('TK1 a token that was taken back says so on the page, and a new one opens it; a place that is not there is named', async () => {
  const dataDir = { dataDir: here.hall.dataDir }
  const { words: token } = await said(() => tokenCommand(['add', '主管台', '--roles', 'supervisor'], dataDir))
  const page = await openPage(here.browser, `${here.hall.url}/counter/?counter=12#token=${token}`, 1366, 768)
  await page.waitForSelector('.counter-main')
  await said(() => tokenCommand(['revoke', '主管台'], dataDir))
  await page.waitForSelector('text=这个口令不能用了')
  await shot(page, 'token-refused')
  const { words: again } = await said(() => tokenCommand(['add', '主管台', '--roles', 'supervisor'], dataDir))
  await page.fill('.gate-card input', again)
  await page.click('text=用口令打开')
  await page.waitForSelector('.counter-main')
  await page.goto(`${here.hall.url}/counter/?counter=999#token=${again}`)
  await page.waitForSelector('text=没有这个窗口')
  await shot(page, 'no-counter')
  const { words: none } = await said(() => tokenCommand(['add', '屏', '--roles', 'display'], dataDir))
  await page.goto(`${here.hall.url}/guide/#token=${none}`)
  await page.waitForSelector('text=您不能打开这一页')
  await page.context().close()
})
