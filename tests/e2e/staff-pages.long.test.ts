import type { Page } from 'playwright-core'
import { afterEach, expect, test, vi } from 'vitest'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let clerk: ApiClient
let supervisor: ApiClient
const here = hallInBrowser({ TINGSHI_LIFE: '0' }, async ({ url }) => {
  const terminal = await signIn(url, 'terminal', 'K1')
  for (let nth = 0; nth < 9; nth += 1) await terminal.post('/tickets', { queueId: 'A', terminalId: 'K1' })
  clerk = await signIn(url, 'clerk', '8')
  supervisor = await signIn(url, 'supervisor')
  for (const verb of ['open', 'next', 'serve']) await clerk.post(`/counters/8/${verb}`)
})
afterEach(async () => {
  for (const context of here.browser.contexts()) await context.close()
})

/** What is wider than the page, cut without a sign of it, under the foot, or under a band. */
const faults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    if (document.documentElement.scrollWidth > innerWidth) found.push(`wider than the page`)
    for (const part of document.querySelectorAll<HTMLElement>('button, h1, h2, small, b, span, p, label')) {
      const { textOverflow, display } = getComputedStyle(part)
      const isCut = part.scrollWidth > part.clientWidth + 2 && textOverflow !== 'ellipsis' && display !== 'inline'
      if (part.clientWidth > 0 && isCut && !part.closest('svg, .unseen'))
        found.push(`cut: ${part.className} ${part.textContent?.slice(0, 14)}`)
    }
    const foot = document.querySelector('.counter-foot, .guide-foot')?.getBoundingClientRect().top ?? 10_000
    for (const part of document.querySelectorAll('.card, .plate-times'))
      if (part.getBoundingClientRect().bottom > foot + 1) found.push(`under the foot: ${part.className}`)
    const plate = document.querySelector('.plate')?.getBoundingClientRect().bottom ?? 0
    const times = document.querySelector('.plate-times')?.getBoundingClientRect().bottom ?? 0
    if (times > plate) found.push('the plate cuts how often was called')
    const heights = [...document.querySelectorAll('.takeover-band, .top-bar, .offline-band')].map((part) =>
      part.getBoundingClientRect(),
    )
    heights.slice(1).forEach((one, nth) => {
      if (one.top < (heights[nth]?.bottom ?? 0) - 1) found.push('a band covers what stands below it')
    })
    return found
  })
/** Signs of the page's text that no font of the hall has brought yet. */
const unread = (page: Page, text: string): Promise<boolean> =>
  page.evaluate((words) => !document.fonts.check("500 16px 'Noto Sans SC'", words), text)

const sizes = [
  { width: 1366, height: 768 },
  { width: 1100, height: 768 },
]

test.each(sizes)('ST12 staff pages hold at $width px, with and without bands', async ({ width, height }) => {
  const { hall, browser } = here
  const open = async (path: string): Promise<Page> => {
    const page = await openPage(browser, `${hall.url}${path}`, width, height)
    await page.waitForSelector('.top-bar')
    await page.waitForTimeout(1_500)
    return page
  }
  for (const id of ['notices', 'devices', 'screens', 'slip', 'emergency', 'pads', 'catalogue', 'what-if']) {
    const page = await open(`/manage/?section=${id}`)
    expect(await faults(page), id).toEqual([])
    await page.context().close()
  }
  const [counter, guide] = [await open('/counter/?counter=8'), await open('/guide/')]
  expect([await faults(counter), await faults(guide)]).toEqual([[], []])
  const lines = [
    '走安全出口，哪个近走哪个',
    '不要点火，不要按开关',
    '别坐电梯，走楼梯',
    '行动不便的请原地举手，有人来接',
  ]
  await supervisor.post('/emergency', { title: '请马上离开大厅', titleEn: null, lines, drill: false, minutes: 30 })
  for (const page of [counter, guide]) {
    await page.waitForSelector('.takeover-band')
    expect(await faults(page)).toEqual([])
    expect(await unread(page, '网断了，正在重连。屏上是断开前的情况，连上以后再按。')).toBe(false)
  }
  await supervisor.post('/emergency/lift')
})

test('ST13 an unknown section is the first, a dark screen answers at once, and who submits is told that they may approve', async () => {
  const { hall, browser } = here
  const page = await openPage(browser, `${hall.url}/manage/?section=nonsense`, 1366, 768)
  await page.waitForSelector('.manage-tabs button:first-child[aria-current="page"]')
  await page.goto(`${hall.url}/manage/?section=notices`)
  await page.waitForSelector('.notices-board')
  await page.fill('textarea', '今天下午停电，请改天再来。')
  await page.click('button:has-text("保存草稿")')
  await page.click('button:has-text("送审")')
  await page.waitForSelector('text=不用等别人')
  await page.goto(`${hall.url}/manage/?section=screens`)
  await page.click('.screen-card >> nth=0 >> button:has-text("看一眼")')
  await page.waitForSelector('text=这块屏没有开着', { timeout: 3_000 })
})

test('ST11 CN4 Ctrl Z without a step says why, and takes the words of a step back with it', async () => {
  const { hall, browser } = here
  const page = await openPage(browser, `${hall.url}/counter/?counter=8`, 1366, 768)
  await page.waitForSelector('.plate-serving')
  await page.keyboard.press('F3')
  await page.waitForSelector('.toasts:has-text("过号了")')
  await page.keyboard.press('Control+z')
  await page.waitForSelector('.plate-serving')
  await page.waitForSelector('.toasts:has-text("过号了")', { state: 'detached', timeout: 3_000 })
  await page.keyboard.press('Control+z')
  await page.waitForSelector('.toast:has-text("没有可以撤销的操作")')
})
