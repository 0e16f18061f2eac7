import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

let hall: RunningGateway
let browser: Browser
beforeAll(async () => {
  hall = await runGateway()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await hall?.discard()
})

/** What stands on the page too small, too high or outside of it. */
const faults = (page: Page, line: number): Promise<string[]> =>
  page.evaluate((touchLine) => {
    const found: string[] = []
    for (const button of document.querySelectorAll('button')) {
      const box = button.getBoundingClientRect()
      const least = button.classList.contains('key') ? 84 : 96
      const name = button.textContent?.slice(0, 12) ?? ''
      if (box.height < least || box.width < least - 12) found.push(`small ${name} ${box.width}×${box.height}`)
      if (box.right > innerWidth || box.bottom > innerHeight || box.left < 0) found.push(`outside ${name}`)
      if (box.top < touchLine && !button.classList.contains('row')) found.push(`too high ${name} ${box.top}`)
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || node.textContent?.trim() === '' || parent.closest('svg, script, style')) continue
      if (Number.parseFloat(getComputedStyle(parent).fontSize) < 28) found.push(`text ${node.textContent} ${getComputedStyle(parent).fontSize}`)
    }
    const dock = document.querySelector('.dock')?.getBoundingClientRect().top ?? innerHeight
    for (const block of document.querySelectorAll('.screen button, .screen .card'))
      if (block.getBoundingClientRect().bottom > dock + 1) found.push(`under the dock: ${block.textContent?.slice(0, 12)}`)
    return found
  }, line)

test('K9 every screen of the terminal keeps its sizes, nothing cut, and axe finds nothing serious', async () => {
  const page = await openPage(browser, `${hall.url}/kiosk/?terminal=K1`, 1080, 1920)
  await page.waitForSelector('.chips button')
  const check = async (name: string): Promise<void> => {
    await page.waitForTimeout(400)
    expect(await faults(page, 486), name).toEqual([])
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${name} ${id} ${nodes[0]?.html}`)).toEqual(
      [],
    )
  }
  await check('home')
  await page.click('.wide-row')
  await check('departments')
  await page.click('button:has-text("首页")')
  await page.click('.hero.take')
  await check('queues')
  await page.click('button:has-text("首页")')
  await page.click('.hero.find')
  await page.fill('.field input', '除从事剧毒')
  await check('search, the longest name')
  await page.click('.row >> nth=0')
  await page.waitForSelector('.materials')
  await check('matter, the longest name')
  await page.click('button:has-text("首页")')
  await page.click('.hero.find')
  await page.fill('.field input', '存量房买卖')
  await page.click('.row >> nth=0')
  await page.waitForSelector('.material')
  await check('matter with six materials')
  await page.click('.matter .main-action')
  await page.waitForSelector('text=请取走号票')
  await check('ticket')
})
