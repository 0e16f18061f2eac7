import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
interface Booking {
  days: { day: string; slots: { clock: string; left: Record<string, number> }[] }[]
}
let guide: ApiClient
let desk: Page
let free: { day: string; clock: string; queueId: string }[] = []
hallInBrowser({}, async (hall, browser) => {
  guide = await signIn(hall.url, 'guide')
  const { days } = (await guide.get<Booking>('/booking')).body
  free = (days[0]?.slots ?? []).flatMap(({ clock, left }) => {
    const queueId = Object.keys(left).find((id) => (left[id] ?? 0) > 0)
    return queueId === undefined ? [] : [{ day: days[0]?.day ?? '', clock, queueId }]
  })
  const late = free.slice(-3)
  const other = await signIn(hall.url, 'integration')
  const appointments = late.map((slot, nth) => ({ ...slot, reference: `CITY-${nth}` }))
  expect((await other.post('/appointments', { appointments })).status).toBeLessThan(300)
  desk = await openPage(browser, `${hall.url}/guide/`, 1366, 768)
  desk.setDefaultTimeout(30_000)
  await desk.waitForSelector('.queues, .ticket-row, .card')
})
const press = (key: string): Promise<void> => desk.keyboard.press(key)
const rows = (): Promise<string[]> => desk.locator('.book-row').allInnerTexts()

test('PB13 today’s appointments by keyboard: let in earlier with a reason, moved, cancelled', async () => {
  await press('a')
  await expect.poll(async () => (await rows()).length).toBe(3)
  expect((await rows()).every((row) => row.includes('还没到点'))).toBe(true)
  // Enter checks in; before its time it asks why.
  await press('Enter')
  await desk.waitForSelector('dialog[open]:has-text("为什么提前签到")')
  await press('1')
  await desk.waitForSelector('.taken-number')
  await press('Escape')
  await press('a')
  await desk.waitForSelector('.book-row:has-text("到了")')
  // What has come stands last: the first is another one, and goes to an hour that is free.
  const to = free.at(-4)?.clock ?? ''
  await press('F2')
  await desk.waitForSelector('dialog[open]:has-text("改到什么时候")')
  await desk.locator('dialog[open] input').nth(1).fill(to)
  await press('Enter')
  await desk.waitForSelector(`.toasts:has-text("${to}")`)
  await desk.waitForSelector(`.book-row:has-text("${to}")`)
  await press('Delete')
  await desk.waitForSelector('dialog[open]:has-text("要取消吗")')
  await desk.click('dialog[open] .button-grave')
  await desk.waitForSelector('.book-row:has-text("取消了")')
})
