import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { signIn } from '../support/api-client.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

let hall: RunningGateway
let browser: Browser
let page: Page
let token = ''
let number = ''
const post = (path: string, body: unknown): Promise<Response> =>
  fetch(`${hall.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const scan = async (text: string): Promise<void> =>
  void expect((await post('/demo/scanner/SC1', { text })).status).toBe(200)
const key = async (name: string): Promise<void> =>
  void expect((await post('/demo/keypad/KP1', { key: name })).status).toBe(200)

beforeAll(async () => {
  hall = await runGateway()
  browser = await openBrowser()
  const guide = await signIn(hall.url, 'guide')
  const taken = await signIn(hall.url, 'terminal', 'K2')
  const { body } = await taken.post<{ token: string; number: string; ticketId: string }>('/tickets', {
    queueId: 'B',
    terminalId: 'K2',
  })
  token = body.token
  number = body.number
  expect((await guide.get(`/tickets/${body.ticketId}`)).status).toBe(200)
  page = await openPage(browser, `${hall.url}/kiosk/?terminal=K1`, 1080, 1920)
  await page.waitForSelector('.hero.find')
})
afterAll(async () => {
  await browser?.close()
  await hall?.discard()
})

test('SN7 an unknown code gets a kind sentence; a slip shows where it stands; a receipt fills its field', async () => {
  await scan('hello there')
  await page.waitForSelector('.scan-note:has-text("没认出这个码")')
  await page.screenshot({ path: 'tests/out/scan-note.png' })
  await scan(`${hall.url}/t/${token}`)
  await page.waitForSelector(`.plate .number:text-is("${number}")`)
  await page.waitForSelector('text=您的号排到这里')
  expect(await page.locator('.scan-note').count()).toBe(0)
  await page.screenshot({ path: 'tests/out/scan-slip.png' })
  await scan('BDC-2026-000123')
  await page.waitForSelector('.field.active:has-text("证件")')
  expect(await page.inputValue('.field >> nth=0 >> input')).toBe('BDC-2026-000123')
  await page.screenshot({ path: 'tests/out/scan-receipt.png' })
})

test('KP2 the keypad moves a frame that is seen, presses what it stands on, and goes back', async () => {
  await page.click('.dock button:has-text("首页")')
  await page.waitForSelector('.hero.find')
  await key('down')
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('find')
  await page.screenshot({ path: 'tests/out/keypad.png' })
  await key('right')
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('take')
  await key('ok')
  await page.waitForSelector('.dock button:has-text("返回")')
  await key('back')
  await page.waitForSelector('.hero.find')
  await key('help')
  await page.waitForSelector('.dock .guide:has-text("请在这里等")')
})

test('SN8 a scanner that types into the page does the same; its door wants the terminal’s token', async () => {
  await page.evaluate((text) => {
    for (const sign of [...text, 'Enter'])
      dispatchEvent(new KeyboardEvent('keydown', { key: sign, bubbles: true, cancelable: true }))
  }, `${hall.url}/t/${token}`)
  await page.waitForSelector(`.plate .number:text-is("${number}")`)
  expect((await post('/api/v1/terminals/K1/scan', { text: token })).status).toBe(401)
  const clerk = await signIn(hall.url, 'clerk')
  expect((await clerk.post('/terminals/K1/scan', { text: token })).status).toBe(403)
  const terminal = await signIn(hall.url, 'terminal', 'K1')
  expect((await terminal.post('/terminals/K1/scan', { text: 'x'.repeat(4_000) })).status).toBe(400)
  expect((await terminal.post('/terminals/K99/scan', { text: token })).status).toBe(422)
  expect((await terminal.post('/terminals/K1/scan', { text: 'Hello' })).body).toEqual({ kind: 'unknown' })
})

test('PD1 a pad’s press calls on the real gateway, and its lamp says so', async () => {
  const press = async (button: string): Promise<void> =>
    void expect((await post('/demo/pad/PD1', { button })).status).toBe(200)
  const shows = async (): Promise<unknown> =>
    ((await (await fetch(`${hall.url}/demo/pad/PD1`)).json()) as { shows: unknown }).shows
  await press('open')
  await expect.poll(shows).toEqual({ led: 1, beeps: 0, text: 'NEXT' })
  await press('next')
  await expect.poll(shows).toEqual({ led: 1, beeps: 0, text: number })
  await page.waitForSelector('.plate.called')
})
