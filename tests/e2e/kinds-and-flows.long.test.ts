import type { Page } from 'playwright-core'
import { afterEach, expect, test, vi } from 'vitest'
import type { TrackView } from '../../gateway/contract/visitor-views.ts'
import { signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const pictures = process.env.TINGSHI_PICTURES ?? null
const here = hallInBrowser()
// Pages of the test before must not take the processor from the next.
afterEach(async () => {
  for (const context of here.browser.contexts()) await context.close()
})
const shot = async (page: Page, name: string): Promise<void> => {
  if (pictures !== null) await page.screenshot({ path: `${pictures}/${name}.png` })
}
const openHome = async (width = 1080, height = 1920): Promise<Page> => {
  const page = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, width, height)
  await page.waitForSelector('.chips button')
  return page
}

test('KK1 a chip names a matter once, and asks which kind where there are several', async () => {
  const page = await openHome()
  const chips = await page.locator('.chips button').allInnerTexts()
  expect(new Set(chips).size).toBe(chips.length)
  await page.click('.chips button:has-text("提取住房公积金")')
  await page.waitForSelector('h1:has-text("您是哪一种")')
  const kinds = await page.locator('.rows .row-words > b').allInnerTexts()
  expect(kinds).toHaveLength(3)
  await shot(page, 'kinds')
  await page.click('.row:has-text("租房")')
  await page.waitForSelector('.material')
  expect(await page.locator('h1').innerText()).toContain('租房')
  await page.click('.dock button:has-text("返回")')
  await page.waitForSelector('h1:has-text("您是哪一种")')
})

test('KK2 what replaces a paper says when, in the list and on its page', async () => {
  const page = await openHome()
  await page.click('.hero.find')
  await page.fill('.field input', '居民身份证')
  await page.waitForSelector('.row:has-text("补领") .tag.when')
  expect(await page.locator('.row:has-text("居民身份证补领") .tag.when').innerText()).toBe('丢了，办这个')
  expect(await page.locator('.row:has-text("居民身份证换领") .tag.when').innerText()).toBe('到期、坏了，办这个')
  await shot(page, 'when-rows')
  await page.click('.row:has-text("居民身份证换领")')
  await page.waitForSelector('.caption .tag.when')
  await shot(page, 'when-matter')
})

test('FL8 FL9 guide, ticket, phone and slip tell the same steps with their places, and no gain where there is none', async () => {
  const page = await openHome()
  await page.click('.tile:has-text("一件事")')
  await page.click('.tile:has-text("新生儿出生")')
  await page.waitForSelector('.step-list li')
  await shot(page, 'flow-guide')
  const stepsOf = async (inside: Page): Promise<string[]> =>
    (await inside.locator('.step-list li').all()).reduce<Promise<string[]>>(
      async (before, li) => [
        ...(await before),
        `${await li.locator('b').innerText()} ${(await li.locator('em').innerText()).replace(/号窗口|\s/g, '')}`,
      ],
      Promise.resolve([]),
    )
  const guided = await stepsOf(page)
  expect(guided).toHaveLength(3)
  for (const step of guided) expect(step).toMatch(/\d楼[A-D]区\d/)
  await page.click('.main-action:has-text("取号")')
  await page.waitForSelector('.ticket .step-list li')
  await page.waitForTimeout(1_500)
  await shot(page, 'flow-ticket')
  expect(await stepsOf(page)).toEqual(guided)
  expect(await page.locator('.ticket-head').innerText()).toContain('新生儿出生')
  const guide = await signIn(here.hall.url, 'guide')
  const { token } = (await guide.post<{ token: string }>('/tickets', { flowId: 'F09' })).body
  const { legs, flowName } = (await guide.get<TrackView>(`/track/${token}`)).body
  expect([flowName, legs.length]).toEqual(['新生儿出生', 3])
  const phone = await openPage(here.browser, `${here.hall.url}/t/${token}`, 390, 844)
  await phone.waitForSelector('.legs li')
  await expect.poll(() => phone.locator('.legs li').first().innerText()).toContain('号窗口')
  await phone.locator('.legs').scrollIntoViewIfNeeded()
  await shot(phone, 'flow-phone')
  const onPhone = (await phone.locator('.legs li').allInnerTexts()).map((text) => text.replace(/，|号窗口|\s/g, ''))
  for (const [nth, step] of guided.entries()) {
    const [name = '', place = ''] = step.split(' ')
    expect(onPhone[nth]).toContain(name)
    expect(onPhone[nth]).toContain(place)
  }
})

test('FL9 each flow of the hall promises only what it has', async () => {
  const page = await openHome()
  await page.click('.tile:has-text("一件事")')
  await page.click('.tile:has-text("开饭店")')
  await page.waitForSelector('.flow .facts')
  await shot(page, 'flow-restaurant')
  const facts = await page.locator('.flow .facts').innerText()
  const [joint = 0, apart = 0] = [...facts.matchAll(/(\d+) 份/g)].map(([, count]) => Number(count))
  if (facts.includes('分开要')) expect(joint).toBeLessThan(apart)
  else expect(apart).toBe(0)
})
