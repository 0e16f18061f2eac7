import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'
import { chineseWords } from '../../gateway/translations/chinese-words.ts'
import { slotsOf } from '../../gateway/translations/strange-signs.ts'
import { terminalFaults } from '../support/terminal-faults.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

/** The attested word stands for every other: no test invents Mongolian. */
const WORD = 'ᠮᠣᠩᠭᠣᠯ'
/** A hall that asks for Mongolian and has had all of it checked. */
const folder = mkdtempSync(join(tmpdir(), 'languages-'))
const hallDir = join(folder, 'hall')
cpSync(resolve(import.meta.dirname, '../../assets/sample-hall'), hallDir, { recursive: true })
const yaml = join(hallDir, 'hall.yaml')
writeFileSync(yaml, readFileSync(yaml, 'utf8').replace('timeZone:', 'languages: [zh-Hans, en, mn-Mong]\ntimeZone:'))
mkdirSync(join(hallDir, 'translations'))
const words: Record<string, Record<string, unknown>> = {}
for (const { part, key, chinese } of chineseWords())
  (words[part] ??= {})[key] = {
    chinese,
    text: [WORD, ...slotsOf(chinese)].join(' '),
    translator: 'a',
    reviewers: ['b', 'c'],
    date: '2026-03-18',
  }
writeFileSync(join(hallDir, 'translations/mn-Mong.json'), JSON.stringify(words))

const here = hallInBrowser({ TINGSHI_HALL: hallDir })
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(async () => {
  for (const context of here.browser.contexts()) await context.close()
})
const terminal = async (width = 1080, height = 1920): Promise<Page> => {
  const page = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, width, height)
  await page.waitForSelector('.chips button')
  return page
}
/** Chinese that stands on the page without being marked as such. */
const unmarked = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || parent.getClientRects().length === 0 || !/\p{Script=Han}/u.test(node.textContent ?? '')) continue
      if (parent.closest('script, style, [lang="zh-Hans"]:not(html), .hall-name')) continue
      found.push(node.textContent ?? '')
    }
    return found
  })

test('MO7 a hall that asks for Mongolian and has had it checked shows it upright, from left to right', async () => {
  const page = await terminal()
  await page.click('.languages button:has(.mong)')
  await page.waitForSelector('.mongol-home')
  await page.waitForTimeout(500)
  await page.screenshot({ path: 'tests/out/terminal-mn.png' })
  const modes = await page.$$eval('.mongol-column .mong', (all) => all.map((one) => getComputedStyle(one).writingMode))
  expect(modes.length).toBe(6)
  expect(new Set(modes)).toEqual(new Set(['vertical-lr']))
  const starts = await page.$$eval('.mongol-column', (all) => all.map((one) => one.getBoundingClientRect().left))
  expect(starts).toEqual([...starts].sort((one, other) => one - other))
  // Mongolian left of Chinese, both from the same height.
  const pairs = await page.$$eval('.mongol-column .both-words', (all) =>
    all.map((one) =>
      [...one.children].map((part) => [part.getBoundingClientRect().left, part.getBoundingClientRect().top]),
    ),
  )
  for (const [mongolian, chinese] of pairs) {
    expect(mongolian?.[0]).toBeLessThan(chinese?.[0] ?? 0)
    expect(Math.abs((mongolian?.[1] ?? 0) - (chinese?.[1] ?? 99))).toBeLessThan(3)
  }
  expect(await terminalFaults(page, { text: 28, line: 0 })).toEqual([])
})

test('MO7 a hall that does not ask, or where one word of home is open, has no such button', async () => {
  const page = await terminal()
  await page.route('**/api/v1/translations/mn-Mong', async (route) => {
    const { terminal: own, ...others } = words as Record<string, Record<string, { text: string }>>
    const texts = Object.fromEntries(Object.entries(own ?? {}).map(([key, { text }]) => [key, text]))
    delete texts['take']
    await route.fulfill({ json: { language: 'mn-Mong', words: { ...others, terminal: texts }, of: 1 } })
  })
  await page.reload()
  await page.waitForSelector('.chips button')
  await page.waitForTimeout(500)
  expect(await page.locator('.languages button').count()).toBe(2)
})

test('MO8 the separator of a suffix is of the Mongolian face: 286.0 px at 64 px', async () => {
  const page = await terminal()
  const width = await page.evaluate(async (word) => {
    const one = document.createElement('span')
    one.textContent = `${word}\u202f\u1824\u1828`
    one.style.cssText = 'position:absolute;font:64px "Tingshi Mong", sans-serif;white-space:nowrap'
    document.body.append(one)
    await document.fonts.load('64px "Tingshi Mong"', one.textContent)
    const { width } = one.getBoundingClientRect()
    one.remove()
    return width
  }, WORD)
  expect(width).toBeCloseTo(286.0, 0)
})

test('EN4 in English each screen of the terminal is English, but for names marked as Chinese', async () => {
  const page = await terminal()
  await page.click('.languages button:has-text("English")')
  const check = async (name: string): Promise<void> => {
    await page.waitForTimeout(500)
    await page.screenshot({ path: `tests/out/en-${name}.png` })
    expect.soft(await unmarked(page), name).toEqual([])
    expect.soft(await terminalFaults(page, { text: 28, line: 0 }), name).toEqual([])
  }
  await check('home')
  await page.click('.hero.find')
  await check('search')
  await page.fill('.field input', 'zj')
  await check('results')
  await page.click('.row >> nth=0')
  await page.waitForSelector('.facts')
  await check('matter')
  await page.click('.dock button:has-text("Home")')
  await page.click('.hero.take')
  await check('queues')
})

test('EN3 EN4 EN5 EN6 a phone follows its browser: English, one live region, awake while near', async () => {
  const guide = await signIn(here.hall.url, 'guide')
  const { body } = await guide.post<{ token: string; number: string }>('/tickets', { queueId: 'B' })
  const context = await here.browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.addInitScript(() => {
    Object.assign(window, { asleep: [] as string[] })
    const log = (word: string): void => void (window as unknown as { asleep: string[] }).asleep.push(word)
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: async () => {
          log('awake')
          return { release: async () => log('released') }
        },
      },
    })
  })
  await page.goto(`${here.hall.url}/t/${body.token}`)
  await page.waitForSelector('text=Before you')
  await page.waitForTimeout(500)
  await page.screenshot({ path: 'tests/out/en-phone.png' })
  expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual(['en', 'My number'])
  expect(await unmarked(page)).toEqual([])
  expect(await page.locator('[aria-live]').count()).toBe(1)
  expect(await page.textContent('[aria-live]')).toContain(body.number)
  expect(await page.evaluate(() => (window as unknown as { asleep: string[] }).asleep)).toEqual(['awake'])
  await page.click('.language-switch')
  await page.waitForSelector('text=前面还有')
  await page.reload()
  await page.waitForSelector('text=前面还有')
  await page.click('text=不办了')
  await page.click('text=不要这个号了')
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { asleep: string[] }).asleep.at(-1)))
    .toBe('released')
  expect(await page.textContent('[aria-live]')).toContain('已经不要了')
  await context.close()
})

test('EN3 booking, a number by phone, the list and a complaint are English on an English phone', async () => {
  const context = await here.browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  for (const [path, sign, name] of [
    ['/book', 'What do you come for?', 'book'],
    ['/take', 'You are in the hall', 'take'],
    ['/m/m016', 'What to bring', 'list'],
    ['/complain', 'Complaints', 'complain'],
  ] as const) {
    await page.goto(`${here.hall.url}${path}`)
    await page.waitForSelector(`text=${sign}`)
    await page.waitForTimeout(400)
    await page.screenshot({ path: `tests/out/en-${name}.png`, fullPage: true })
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(390)
    if (name !== 'list') expect.soft(await unmarked(page), name).toEqual([])
  }
  await context.close()
})
