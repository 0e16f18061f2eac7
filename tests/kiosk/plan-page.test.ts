import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

const pictures = process.env.TINGSHI_PICTURES ?? null
const here = hallInBrowser()
const picture = async (page: Page, name: string): Promise<void> =>
  void (pictures !== null && (await page.screenshot({ path: `${pictures}/${name}.png` })))

/** Pairs of words, and of words and pins, that lie over each other by more than a pixel. */
const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const boxes = (selector: string) =>
      [...document.querySelectorAll(`.plan ${selector}`)].map((node) => ({
        text: node.textContent ?? '',
        box: node.getBoundingClientRect(),
      }))
    const words = boxes('.words')
    const pins = [
      ...boxes('.pin circle:nth-of-type(2)'),
      ...boxes('.pin > circle:only-of-type'),
      ...boxes('.goal-pin'),
      ...boxes('.desk.numbered > rect:nth-of-type(2)'),
    ]
    const meet = (one: DOMRect, other: DOMRect): boolean =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1
    return [
      ...words.flatMap((one, nth) =>
        words.slice(nth + 1).flatMap((other) => (meet(one.box, other.box) ? [`${one.text} × ${other.text}`] : [])),
      ),
      ...words.flatMap((one) => pins.flatMap((pin) => (meet(one.box, pin.box) ? [`${one.text} × pin`] : []))),
    ]
  })

test('WY1 WY2 WY3 the plan is touched, a counter is found by number on any floor, and no words cover anything', async () => {
  const terminal = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K3`, 1080, 1920)
  const said = async (): Promise<string> => (await terminal.textContent('.target')) ?? ''
  await terminal.click('.tile:has-text("大厅导览")')
  await terminal.waitForSelector('.plan')
  await picture(terminal, 'plan-empty')
  for (const place of await terminal.locator('.places button').allInnerTexts()) {
    await terminal.click(`.places button:text-is("${place}")`)
    expect(await said(), place).toMatch(/(左|右|前|后|回).*(左手边|右手边|就在前面)约 \d+ 米/)
    expect(await covered(terminal), place).toEqual([])
  }
  await picture(terminal, 'plan-place')
  await terminal.click('.plan .desk >> nth=40', { force: true })
  expect(await said()).toMatch(/^\d+号窗口/)
  expect(await covered(terminal)).toEqual([])
  await terminal.click('.plan .zone >> nth=2', { force: true, position: { x: 40, y: 100 } })
  expect(await said()).toMatch(/^C 区/)
  await terminal.click('.find-counter')
  for (const digit of '137') await terminal.click(`.counter-keys button:text-is("${digit}")`)
  const counter = await said()
  expect(counter).toMatch(/^137号窗口5 楼.*到 5 楼，出来.*(左手边|右手边|就在前面)约 \d+ 米/)
  expect(await terminal.getAttribute('.floors button:has-text("5 楼")', 'aria-pressed')).toBe('true')
  expect(await covered(terminal)).toEqual([])
  await picture(terminal, 'plan-137')
  await terminal.click('.step-free')
  await terminal.waitForFunction(() => document.querySelector('.target')?.textContent?.includes('坐电梯到 5 楼'))
  for (const digit of '999') await terminal.click(`.counter-keys button:text-is("${digit}")`)
  expect(await said()).toContain('没有 999 号窗口')
  for (const floor of ['1 楼', '5 楼']) {
    await terminal.click(`.floors button:has-text("${floor}")`)
    expect(await covered(terminal), floor).toEqual([])
    expect(await terminal.locator('.plan .words').count(), floor).toBeGreaterThan(8)
  }
  await terminal.close()
}, 120_000)

test('PN1 the counters of a zone are keys with their numbers, and a touched one is shown with its way', async () => {
  const terminal = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K3`, 1080, 1920)
  await terminal.click('.tile:has-text("大厅导览")')
  const cells = (): Promise<string[]> => terminal.locator('.counter-cell').allInnerTexts()
  const range = (from: number, to: number): string[] =>
    Array.from({ length: to - from + 1 }, (_, nth) => String(from + nth))
  // The screens behind the first come when they are asked for.
  await terminal.waitForSelector('.counter-cell')
  // K3 stands at zone B, which has more counters than keys.
  await expect.poll(cells).toEqual(range(21, 39))
  await terminal.click('.counter-more')
  await expect.poll(cells).toEqual(range(40, 44))
  await terminal.click('.counter-more')
  await terminal.click('.counter-cell:text-is("37")')
  expect(await terminal.textContent('.target')).toMatch(/^37号窗口1 楼 B 区.*约 \d+ 米/)
  expect(await terminal.locator('.plan .goal-pin').count()).toBe(1)
  expect(await covered(terminal)).toEqual([])
  await picture(terminal, 'plan-37')
  await terminal.click('.plan .zone >> nth=0', { force: true, position: { x: 40, y: 100 } })
  await expect.poll(cells).toEqual(range(1, 20))
  await terminal.click('.floors button:has-text("5 楼")')
  await terminal.waitForFunction(() => !document.querySelector('.counter-cell')?.textContent?.startsWith('1 '))
  const above = await cells()
  expect(Number(above[0])).toBeGreaterThan(80)
  await terminal.click(`.counter-cell:text-is("${above[3]}")`)
  expect(await terminal.textContent('.target')).toMatch(new RegExp(`^${above[3]}号窗口5 楼.*到 5 楼`))
  await terminal.close()
}, 120_000)

test('PN4 the zone that is looked for keeps its name, beside its way and its pin', async () => {
  const terminal = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, 1080, 1920)
  await terminal.click('.tile:has-text("大厅导览")')
  for (const zone of ['A', 'B', 'C', 'D']) {
    await terminal.click(`.plan .zone >> nth=${'ABCD'.indexOf(zone)}`, { force: true, position: { x: 40, y: 100 } })
    expect(await terminal.locator(`.plan .words:has-text("${zone} 区")`).count(), zone).toBe(1)
    expect(await covered(terminal), zone).toEqual([])
  }
  await terminal.close()
}, 120_000)

test('PN2 drawn near enough, the counters of a way have their numbers, and nothing covers them', async () => {
  const terminal = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, 1920, 1080)
  await terminal.click('.tile:has-text("大厅导览")')
  await picture(terminal, 'plan-wide')
  await terminal.click('.counter-cell:text-is("8")')
  expect(await covered(terminal)).toEqual([])
  await picture(terminal, 'plan-wide-8')
  await terminal.close()
}, 120_000)

test('PN5 the way is taken along on the phone, over both floors', async () => {
  const terminal = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K3`, 1080, 1920)
  await terminal.click('.tile:has-text("大厅导览")')
  expect(await terminal.locator('.take-way').count()).toBe(0)
  await terminal.click('.floors button:has-text("5 楼")')
  await terminal.click('.counter-cell:text-is("113")')
  await terminal.click('.take-way')
  await terminal.waitForSelector('.plan-code svg')
  await picture(terminal, 'plan-code')
  const told = (await terminal.textContent('.target .how-to')) ?? ''
  await terminal.close()
  const phone = await openPage(here.browser, `${here.hall.url}/way?from=K3&counter=113`, 390, 844)
  await phone.waitForSelector('.told b')
  await phone.evaluate(() => void localStorage.setItem('tingshi:language', 'zh-Hans'))
  await phone.reload()
  await phone.waitForSelector('h1:has-text("113 号窗口")')
  expect(told).toContain((await phone.textContent('.told b')) ?? '-')
  expect(await phone.locator('figure .plan').count()).toBe(2)
  expect(await covered(phone)).toEqual([])
  await picture(phone, 'way-phone')
  await phone.goto(`${here.hall.url}/way?from=K3&counter=999`)
  await phone.waitForSelector('text=这条路没有找到')
  await phone.close()
}, 120_000)

test('CZ3 the way comes on paper; where no paper comes out the button is off, and what failed is told', async () => {
  const fault = (what: string | null) =>
    fetch(`${here.hall.url}/demo/printer/PR2`, { method: 'POST', body: JSON.stringify({ fault: what }) })
  for (const [shape, width, height] of [
    ['upright', 1080, 1920],
    ['lying', 1920, 1080],
  ] as const) {
    const terminal = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K3`, width, height)
    await terminal.click('.tile:has-text("大厅导览")')
    await terminal.waitForSelector('.counter-cell')
    expect(await terminal.locator('.print-way').count()).toBe(0)
    await terminal.click('.counter-cell:text-is("37")')
    await terminal.click('.print-way')
    await terminal.waitForSelector('.plan-paper.good:has-text("路线正在打印")')
    await picture(terminal, `plan-printed-${shape}`)
    await fault('paper-out')
    await terminal.click('.counter-cell:text-is("36")')
    await terminal.waitForSelector('.print-way:disabled:has-text("暂停打印")')
    expect(await terminal.locator('.plan-paper').count()).toBe(0)
    await picture(terminal, `plan-no-paper-${shape}`)
    await fault(null)
    await terminal.waitForSelector('.print-way:enabled:has-text("打印路线")', { timeout: 30_000 })
    // It ends while the way is being printed: the terminal hears of it a moment later.
    await fault('paper-out')
    await terminal.click('.print-way')
    await terminal.waitForSelector('.plan-paper:not(.good):has-text("纸没有打出来")')
    await picture(terminal, `plan-failed-${shape}`)
    await fault(null)
    await terminal.waitForSelector('.print-way:enabled', { timeout: 30_000 })
    await terminal.close()
  }
}, 180_000)

test('SE13 a counter or a place that is typed into the search is shown on the plan, with the way to it', async () => {
  const terminal = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, 1080, 1920)
  const askFor = async (words: string): Promise<string> => {
    await terminal.click('.hero.find')
    await terminal.fill('.field input', words)
    await terminal.click('.place-row')
    await terminal.waitForSelector('.target .how-to')
    const said = (await terminal.textContent('.target')) ?? ''
    await terminal.click('.dock button:has-text("首页")')
    return said
  }
  expect(await askFor('137号窗口')).toMatch(/^137号窗口5 楼.*到 5 楼/)
  expect(await askFor('厕所')).toMatch(/^卫生间.*约 \d+ 米/)
  await terminal.click('.hero.find')
  await terminal.fill('.field input', '公安局')
  await terminal.click('.place-row')
  await terminal.waitForSelector('.row')
  expect(await terminal.textContent('h1')).toContain('公安')
  await terminal.close()
}, 120_000)
