import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test, vi } from 'vitest'
import { demoReceipts } from '../../gateway/cases/demo-cases.ts'
import { signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const here = hallInBrowser()
const table: { task: string; before: string; touches: number }[] = []
afterAll(() => console.table(table))

/** A terminal at home and a hand that counts its touches; a key of the drawn keyboard is one, and so is a card or paper held before it. */
async function atHome() {
  const page = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, 1080, 1920)
  await page.waitForSelector('.chips button')
  let count = 0
  return {
    page,
    touches: () => count,
    async touch(...selectors: string[]): Promise<void> {
      for (const selector of selectors) {
        count += 1
        await page.click(selector)
      }
    },
    async keys(text: string): Promise<void> {
      for (const key of text) {
        count += 1
        await page.click(`.key:text-is("${key.toUpperCase()}")`)
      }
    },
    /** A scanner that types into the page. */
    async hold(text: string): Promise<void> {
      count += 1
      await page.evaluate((code) => {
        for (const key of [...code, 'Enter']) dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      }, text)
    },
  }
}
type Hand = Awaited<ReturnType<typeof atHome>>
const numberIsThere = (page: Page): Promise<unknown> => page.waitForSelector('.plate .number')
const TAKE = '.take-bar .main-action'

async function measure(
  task: string,
  before: string,
  most: number,
  go: (hand: Hand) => Promise<unknown>,
): Promise<void> {
  const hand = await atHome()
  await go(hand)
  table.push({ task, before, touches: hand.touches() })
  expect(hand.touches(), task).toBeLessThanOrEqual(most)
  await hand.page.context().close()
}

test('KK3 a restaurant, an identity card, rent, a newborn, a number: from home to the number in the hand', async () => {
  await measure('开饭店（一件事）', '6', 3, async ({ page, touch }) => {
    await touch('.tile:has-text("一件事")', '.tile:has-text("开饭店")', TAKE)
    await numberIsThere(page)
  })
  await measure('开饭店（拼音 kfd）', '6', 6, async ({ page, touch, keys }) => {
    await touch('.hero.find')
    await keys('kfd')
    await touch('.row:has-text("食品经营许可") >> nth=0', TAKE)
    await numberIsThere(page)
  })
  await measure('换身份证', '6', 6, async ({ page, touch, keys }) => {
    const chip = '.chips button:has-text("居民身份证换领")'
    if ((await page.locator(chip).count()) > 0) await touch(chip)
    else {
      await touch('.hero.find')
      await keys('sfz')
      await touch('.row:has-text("居民身份证换领")')
    }
    await touch(TAKE)
    await numberIsThere(page)
  })
  await measure('租房提取公积金', '6', 4, async ({ page, touch }) => {
    await touch('.chips button:has-text("提取住房公积金")', '.row:has-text("租房")', TAKE)
    await numberIsThere(page)
  })
  await measure('新生儿', '3', 3, async ({ page, touch }) => {
    await touch('.tile:has-text("一件事")', '.tile:has-text("新生儿出生")', TAKE)
    await numberIsThere(page)
  })
  await measure('取号', '2', 2, async ({ page, touch }) => {
    await touch('.hero.take', '.tiles .tile >> nth=0')
    await numberIsThere(page)
  })
  await measure('取错了，不要', '办不到', 3, async ({ page, touch }) => {
    await touch('.hero.take', '.tiles .tile >> nth=1')
    await numberIsThere(page)
    await touch('.give-back')
    await page.waitForSelector('.given-back')
  })
})

test('KK3 KK4 CZ5 a case, an appointment, a counter by its number', async () => {
  const { receipt, last4 } = demoReceipts[0]
  await measure('查办件（打字）', '21', 11, async ({ page, touch, keys }) => {
    await touch('.tile:has-text("进度查询")')
    const begun = await page.inputValue('.field >> nth=0 >> input')
    expect(receipt.startsWith(begun) && begun.length > 0, begun).toBe(true)
    await keys(receipt.slice(begun.length))
    await keys(last4)
    await page.waitForSelector('.case-steps')
  })
  await measure('查办件（扫受理单）', '办不到', 5, async ({ page, hold, keys }) => {
    await hold(receipt)
    await page.waitForSelector('text=受理单扫到了')
    await keys(last4)
    await page.waitForSelector('.case-steps')
  })
  const integration = await signIn(here.hall.url, 'guide')
  const { days } = (await integration.get<{ days: { day: string; slots: { clock: string }[] }[] }>('/booking')).body
  const [today] = days
  const booked = await integration.post<{ code: string }>('/appointments', {
    queueId: 'C',
    day: today?.day,
    clock: today?.slots[0]?.clock,
  })
  const { code = '' } = booked.body
  const told = `预约签到（打 ${code.length} 位码）`
  await measure(told, '3 + 码', 2 + code.length, async ({ page, touch, keys }) => {
    await touch('.tile:has-text("预约签到")')
    await keys(code)
    await touch('.main-action')
    // The hour may be hours away: then the terminal says when to come, after as many touches.
    await page.waitForSelector('.plate .number, .refusal')
  })
  await measure('37 号窗口怎么走', '办不到', 4, async ({ page, touch }) => {
    const digit = (one: string): string => `.counter-keys .outlined:text-is("${one}")`
    await touch('.tile:has-text("大厅导览")', '.find-counter', digit('3'), digit('7'))
    await page.waitForSelector('.target .counter:has-text("37")')
  })
})

test('FT2 docs/touches.md tells what was counted', () => {
  const told = readFileSync(resolve(import.meta.dirname, '../../docs/touches.md'), 'utf8')
  const rows = [...told.matchAll(/^\| (.+?) \| (.+?) \| (\d+) \|$/gm)].map(([, task, before, touches]) => ({
    task,
    before,
    touches: Number(touches),
  }))
  expect(rows).toEqual(table)
})
