import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

let counter: Page
let clerk: ApiClient
hallInBrowser({}, async (hall, browser) => {
  clerk = await signIn(hall.url, 'clerk', '1')
  const guide = await signIn(hall.url, 'guide')
  for (let nth = 0; nth < 4; nth += 1) await guide.post('/tickets', { queueId: 'B', printer: 'none' })
  await clerk.post('/counters/1/open')
  counter = await openPage(browser, `${hall.url}/counter/?counter=1`, 1280, 800)
  await counter.waitForSelector('.plate-next')
})

const press = (key: string, options: { repeat?: boolean; ctrlKey?: boolean } = {}): Promise<void> =>
  counter.evaluate(
    ([name, more]) =>
      void document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }),
      ),
    [key, options] as const,
  )

test('ST9 a key held down, a bounce and a browser’s shortcut press nothing more', async () => {
  await press(' ', { repeat: true })
  await press(' ', { ctrlKey: true })
  await counter.waitForTimeout(500)
  expect(await counter.locator('.plate-next').count()).toBe(1)
  await press(' ')
  await press(' ')
  await counter.waitForSelector('.plate-called:has-text("B001")')
  await counter.waitForTimeout(500)
  // The bounce would have begun the service.
  expect(await counter.locator('.plate-called').count()).toBe(1)
})

test('ST9 keys typed in a question stay there', async () => {
  await counter.keyboard.press('F6')
  await counter.waitForSelector('dialog[open]')
  await counter.keyboard.press('F3')
  await counter.keyboard.press('F7')
  await counter.waitForTimeout(300)
  await counter.keyboard.press('Escape')
  await counter.waitForSelector('dialog[open]', { state: 'detached' })
  expect(await counter.textContent('.plate-called .plate-number')).toBe('B001')
})
