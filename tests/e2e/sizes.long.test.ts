import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterEach, expect, test, vi } from 'vitest'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 })

const here = hallInBrowser()
// Pages of the test before must not take the processor from the next.
afterEach(async () => {
  for (const context of here.browser.contexts()) await context.close()
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
      if (Number.parseFloat(getComputedStyle(parent).fontSize) < 28)
        found.push(`text ${node.textContent} ${getComputedStyle(parent).fontSize}`)
    }
    const dock = document.querySelector('.dock')?.getBoundingClientRect().top ?? innerHeight
    for (const block of document.querySelectorAll('.screen button, .screen .card'))
      if (block.getBoundingClientRect().bottom > dock + 1)
        found.push(`under the dock: ${block.textContent?.slice(0, 12)}`)
    for (const part of document.querySelectorAll('.screen > .above, .screen > .below')) {
      const all = [...part.children].filter((child) => getComputedStyle(child).position !== 'absolute')
      all.slice(1).forEach((child, nth) => {
        const before = all[nth]?.getBoundingClientRect()
        const after = child.getBoundingClientRect()
        const apart =
          !before || after.top >= before.bottom - 1 || after.left >= before.right - 1 || before.left >= after.right - 1
        // A heading's margin may reach into the room above it; two things that are read may not.
        if (!apart && before.bottom - after.top > 12)
          found.push(`over each other: ${all[nth]?.className} and ${child.className}`)
      })
      for (const text of part.querySelectorAll('b, h1, h2, small, span'))
        if (
          text.scrollWidth > text.clientWidth + 2 &&
          text.clientWidth > 0 &&
          getComputedStyle(text).overflow === 'hidden'
        )
          found.push(`cut: ${text.textContent?.slice(0, 12)}`)
    }
    return found
  }, line)

const shapes = [
  { name: 'portrait', width: 1080, height: 1920, line: 486 },
  { name: 'landscape', width: 1920, height: 1080, line: 0 },
]

test.each(shapes)(
  'K12 every screen of the terminal in $name keeps its sizes, nothing cut, and axe finds nothing serious',
  async ({ width, height, line }) => {
    const page = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, width, height)
    await page.waitForSelector('.chips button')
    const check = async (name: string): Promise<void> => {
      await page.waitForTimeout(400)
      expect(await faults(page, line), name).toEqual([])
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(
        violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${name} ${id} ${nodes[0]?.html}`),
      ).toEqual([])
    }
    const home = (): Promise<void> => page.click('.dock button:has-text("首页")')
    const open = async (query: string): Promise<void> => {
      await page.click('.hero.find')
      await page.fill('.field input', query)
      await page.click('.row >> nth=0')
      await page.waitForSelector('.facts')
    }
    await check('home')
    await page.click('.hero.find')
    await check('ways in')
    await page.click('.ways-in button >> nth=0')
    await check('themes')
    await page.click('.tile >> nth=1')
    await check('matters of a theme')
    await home()
    await page.click('.hero.find')
    await page.click('.ways-in button:has-text("部门")')
    await check('departments')
    await home()
    await page.click('.four .tile:has-text("预约签到")')
    await check('check-in')
    await home()
    await page.click('.four .tile:has-text("一件事")')
    await check('flows')
    await page.click('.tile:has-text("便利店")')
    await page.waitForSelector('.material')
    await check('flow')
    await home()
    await page.click('.four .tile:has-text("进度")')
    await check('progress')
    await home()
    await page.click('.four .tile:has-text("导览")')
    await page.click('.places button >> nth=6')
    await check('plan')
    await home()
    await page.click('.four .tile:has-text("公告")')
    await check('notices')
    await home()
    await page.click('.hero.take')
    await check('queues')
    await home()
    await page.click('.hero.find')
    await page.fill('.field input', '除从事剧毒')
    await check('search, the longest name')
    await page.fill('.field input', '修火箭')
    await check('search, nothing found')
    await home()
    await open('除从事剧毒')
    await check('matter, the longest name')
    await home()
    await open('存量房买卖')
    await check('matter with a question or materials')
    await home()
    await open('提取住房公积金（购买')
    await check('matter with materials')
    await page.click('button:has-text("全部说明")')
    await check('details')
    await page.click('.dock button:has-text("返回")')
    await page.click('button:has-text("手机带走")')
    await check('take-away')
    await page.click('.dock button:has-text("返回")')
    await page.click('button:has-text("看怎么走")')
    await check('way')
    await page.click('.dock button:has-text("返回")')
    await page.click('.matter .main-action')
    await page.waitForSelector('text=请取走号票')
    await check('ticket')
  },
)
