import type { Page } from 'playwright-core'
import { afterEach, expect, test, vi } from 'vitest'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const here = hallInBrowser()
// Pages of the test before must not take the processor from the next.
afterEach(async () => {
  for (const context of here.browser.contexts()) await context.close()
})

const shapes = [
  { name: 'portrait', width: 1080, height: 1920 },
  { name: 'landscape', width: 1920, height: 1080 },
]
const GOAL = '提取住房公积金'

/** Touches counted as a hand makes them. */
function hand(page: Page): { touch(selector: string): Promise<void>; touches(): number } {
  let count = 0
  return {
    touch: async (selector) => {
      count += 1
      await page.click(selector)
    },
    touches: () => count,
  }
}
const titleOf = (page: Page): Promise<string> => page.locator('.matter h1').innerText()

test.each(shapes)(
  'K13 in $name 提取住房公积金 is found with at most 4 touches by search, and its list is printed',
  async ({ width, height }) => {
    const page = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, width, height)
    await page.waitForSelector('.chips button')
    const { touch, touches } = hand(page)
    await touch('.hero.find')
    await touch('.key:text-is("G")')
    await touch('.key:text-is("J")')
    await touch(`.row:has-text("${GOAL}") >> nth=0`)
    await page.waitForSelector('.material')
    expect(await titleOf(page)).toContain(GOAL)
    expect(touches()).toBeLessThanOrEqual(4)
    expect(await page.locator('.material').count()).toBeGreaterThan(2)
    const before = await slips()
    await page.click('button:has-text("打印清单")')
    await page.waitForSelector('text=清单正在打印')
    await expect.poll(slips, { timeout: 60_000 }).toBe(before + 1)
  },
)

/** Papers that came out of the simulated printer of K1. */
async function slips(): Promise<number> {
  const page = await (await here.browser.newContext()).newPage()
  await page.goto(`${here.hall.url}/`)
  const count = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/ws`)
        socket.onopen = () =>
          socket.send(JSON.stringify({ type: 'hello', protocol: 2, token: null, topics: ['start'] }))
        socket.onmessage = ({ data }) => {
          const message = JSON.parse(String(data)) as { type: string; view?: { papers: { slips: number }[] } }
          if (message.type === 'view') done((message.view?.papers ?? []).reduce((sum, one) => sum + one.slips, 0))
        }
      }),
  )
  await page.context().close()
  return count
}

test.each(shapes)('K13 in $name it is found with at most 4 touches by browsing', async ({ width, height }) => {
  const page = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, width, height)
  await page.waitForSelector('.chips button')
  const { touch, touches } = hand(page)
  await touch('.hero.find')
  await touch('.ways-in button >> nth=0')
  await touch('.tile:has-text("买房")')
  await touch(`.row:has-text("${GOAL}") >> nth=0`)
  await page.waitForSelector('.material')
  expect(await titleOf(page)).toContain(GOAL)
  expect(touches()).toBeLessThanOrEqual(4)
})

test('K14 what must be brought follows from the visitor’s own case', async () => {
  const page = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, 1080, 1920)
  await page.waitForSelector('.chips button')
  await page.click('.hero.find')
  await page.fill('.field input', '普通护照换发')
  await page.click('.row >> nth=0')
  await page.click('.answers button:has-text("丢了")')
  await page.click('.answers button:has-text("没满")')
  await page.waitForSelector('.material')
  const names = await page.locator('.materials').innerText()
  expect(names).toContain('还缺 6 项')
  expect(await page.locator('.note').innerText()).toContain('由监护人陪同到场')
})

test('K15 without the gateway search goes on, also after a reload; taking explains itself; all recovers without a touch', async () => {
  const page = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, 1080, 1920, true)
  await page.waitForSelector('.chips button')
  // The page, its faces and the guides are kept by the terminal's own cache.
  await expect
    .poll(
      () =>
        page.evaluate(
          async () =>
            (await (await caches.open('tingshi-terminal-1')).keys()).filter(({ url }) => url.includes('/matters/'))
              .length,
        ),
      {
        timeout: 120_000,
      },
    )
    .toBeGreaterThan(390)
  const port = new URL(here.hall.url).port
  await here.hall.stop()
  await page.waitForSelector('.offline')
  await page.reload()
  await page.waitForSelector('.offline')
  await page.click('.hero.find')
  await page.fill('.field input', 'tqzfgjj')
  await page.click('.row >> nth=0')
  await page.waitForSelector('.material')
  expect(await page.locator('.take-bar .main-action').isDisabled()).toBe(true)
  expect(await page.locator('.refusal').innerText()).toContain('咨询台')
  await here.hall.restart({ TINGSHI_PORT: port })
  await page.waitForSelector('.offline', { state: 'detached' })
  await expect.poll(() => page.locator('.take-bar .main-action').isDisabled(), { timeout: 60_000 }).toBe(false)
})

test('K16 the list taken along on a phone can be ticked, and the ticks are still there after a reload', async () => {
  const page = await openPage(here.browser, `${here.hall.url}/m/m026?why=lost&age=child`, 390, 844)
  await page.click('.material >> nth=0')
  expect(await page.locator('.list h2').innerText()).toContain('还缺 5 项')
  await page.reload()
  await page.waitForSelector('.material[aria-pressed="true"]')
  await page.goto(`${here.hall.url}/m/nowhere`)
  await page.waitForSelector('text=没有找到这份清单')
})
