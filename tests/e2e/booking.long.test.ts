import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { signIn } from '../support/api-client.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })
const SOON_MS = 100_000
const pictures = process.env.PICTURES ?? null

let hall: RunningGateway
let browser: Browser
let hour = 0
const clockOf = (at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(at)
beforeAll(async () => {
  // The next full minute that is far enough away; before midnight there is none, so it is the last one of the day.
  hour = Math.ceil((Date.now() + SOON_MS) / 60_000) * 60_000
  const slots = [...new Set([clockOf(hour), '23:59'])].sort()
  hall = await runGateway({
    TINGSHI_HALL: spoiledHall({
      'hall.yaml': [
        [/slots: \[.*\]/, `slots: ${JSON.stringify(slots)}`],
        ['open: "09:00"', 'open: "00:00"'],
        [/dayClose: \{.*\}/, 'dayClose: null'],
        ['close: "17:00"', 'close: "24:00"'],
        ['lastTicket: "16:40"', 'lastTicket: "23:59"'],
      ],
    }),
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await hall?.discard()
})

test('B3 B6 booked on the phone, redeemed at K1 by code, called at the hour before somebody who came earlier', async () => {
  const supervisor = await signIn(hall.url, 'supervisor')
  const { body: early } = await supervisor.post<{ number: string }>('/tickets', { queueId: 'B', printer: 'none' })
  const phone = await openPage(browser, `${hall.url}/book`, 390, 844)
  const shoot = async (name: string): Promise<void> =>
    void (pictures !== null && (await phone.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })))
  await phone.waitForSelector('text=要办什么')
  await shoot('book-1-what')
  await phone.fill('input', '营业执照')
  await phone.waitForSelector('.choices button')
  await shoot('book-2-found')
  await phone.click('.choices button >> nth=0')
  await phone.click(`.slots button:has-text("${clockOf(hour)}")`)
  await shoot('book-3-when')
  const found = (await new AxeBuilder({ page: phone }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()).violations
  expect(found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])
  await phone.fill('input[type=tel]', '19900000002')
  await phone.click('text=约这个时间')
  await phone.waitForSelector('text=请先勾选同意')
  await phone.click('.check input')
  await phone.click('text=约这个时间')
  await phone.waitForSelector('text=还差一步')
  await phone.waitForSelector('text=以前确认')
  await shoot('book-4-held')
  await phone.fill('form input', (await phone.textContent('.code b')) ?? '')
  await phone.click('text=确认预约')
  await phone.waitForSelector('text=约好了')
  await shoot('book-5-code')
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const code = ((await phone.textContent('.code b')) ?? '').replace(/\s/g, '')
  expect(code).toMatch(/^\d{8}$/)

  const terminal = await openPage(browser, `${hall.url}/kiosk/?terminal=K1`, 1080, 1920)
  await terminal.click('.hero.take')
  if (pictures !== null) await terminal.screenshot({ path: `${pictures}/kiosk-queues.png` })
  await terminal.click('text=我有预约')
  for (const digit of code) await terminal.click(`.key:text-is("${digit}")`)
  if (pictures !== null) await terminal.screenshot({ path: `${pictures}/kiosk-checkin.png` })
  await terminal.click('text=签到取号')
  const number = (await terminal.textContent('.plate .number')) ?? ''
  expect(number).not.toBe(early.number)
  await terminal.waitForSelector('text=到点优先叫您')
  if (pictures !== null) await terminal.screenshot({ path: `${pictures}/kiosk-ticket.png` })

  await supervisor.post('/counters/1/open')
  await new Promise((done) => setTimeout(done, Math.max(0, hour - Date.now() + 500)))
  const { body } = await supervisor.post<{ ticket: { number: string } }>('/counters/1/next')
  expect(body.ticket.number).toBe(number)
})
