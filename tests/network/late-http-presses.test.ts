import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import type { AppointmentView } from '../../gateway/contract/appointments.ts'
import { signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'
import { freezePages } from '../support/network/freeze-pages.ts'
import { cutLine, openAgain } from '../support/network/line-habits.ts'
import { sleep } from '../support/network/page-at.ts'
import { openSlowLine } from '../support/network/slow-line.ts'
import { clockAt } from '../support/shift-clock.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })
const here = hallInBrowser({ TINGSHI_LIFE: '0', ...clockAt('2026-03-18T10:05:00+08:00') })

test('NO7 a code scanned at a terminal with its worker, and a number given up on a phone, do nothing when a cut or a standstill is over; the next press does', async () => {
  const supervisor = await signIn(here.hall.url, 'supervisor')
  const take = async (): Promise<string> =>
    (await supervisor.post<{ token: string }>('/tickets', { queueId: 'B', printer: 'none' })).body.token
  const stateOf = async (token: string): Promise<string> =>
    ((await (await fetch(`${here.hall.url}/api/v1/track/${token}`)).json()) as { state: string }).state
  const [cut, frozen] = [await take(), await take()]
  const { body: booked } = await supervisor.post<AppointmentView>('/appointments', {
    queueId: 'A',
    day: '2026-03-18',
    clock: '10:30',
    reference: 'R-1',
  })
  const checkedIn = async (): Promise<boolean> => {
    const { body } = await supervisor.get<{ items: AppointmentView[] }>('/appointments?day=2026-03-18')
    return body.items.some(({ code, state }) => code === booked.code && state !== 'booked')
  }
  const line = await openSlowLine(here.hall.url)
  const [phone, still, terminal] = await Promise.all([
    openPage(here.browser, `${line.url}/t/${cut}`, 390, 844),
    openPage(here.browser, `${here.hall.url}/t/${frozen}`, 390, 844),
    openPage(here.browser, `${line.url}/kiosk/?terminal=K1`, 1080, 1920, true),
  ])
  await terminal.waitForFunction(() => navigator.serviceWorker.controller !== null)
  for (const page of [phone, still]) await page.click('text=不办了')
  // So that pages know the gateway's ticks: of a code that means nothing.
  await scan(terminal, 'nothing-at-all')
  await terminal.waitForSelector('.scan-note')

  line.become(cutLine)
  await scan(terminal, booked.code)
  await phone.click('text=不要这个号了')
  await sleep(500)
  const button = (await still.locator('text=不要这个号了').boundingBox()) ?? expect.fail('no button')
  const goOn = await freezePages(here.browser)
  // As a finger does it: nobody asks the page first whether it can be pressed.
  const press = still.mouse.click(button.x + 9, button.y + 9).catch(() => {})
  await sleep(11_000)
  goOn()
  line.become(openAgain)
  await press
  await phone.waitForSelector('.trouble')
  // TCP brings what it kept at its next try.
  await sleep(4_000)
  expect([await stateOf(cut), await stateOf(frozen), await checkedIn()]).toEqual(['waiting', 'waiting', false])

  for (const page of [phone, still]) {
    if ((await page.locator('text=不要这个号了').count()) === 0) await page.click('text=不办了')
    await page.click('text=不要这个号了')
  }
  await terminal.waitForFunction(() => navigator.onLine)
  await scan(terminal, booked.code)
  await expect.poll(checkedIn, { timeout: 15_000, interval: 500 }).toBe(true)
  expect([await stateOf(cut), await stateOf(frozen)]).toEqual(['cancelled', 'cancelled'])
  for (const page of [phone, still, terminal]) await page.context().close()
  await line.close()
})

/** As a scanner types: within the same few milliseconds. */
const scan = (page: Page, code: string): Promise<void> =>
  page.evaluate((typed) => {
    for (const key of [...typed, 'Enter']) dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }))
  }, code)
