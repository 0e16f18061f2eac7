import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test, vi } from 'vitest'
import { chineseWords } from '../../gateway/translations/chinese-words.ts'
import { slotsOf } from '../../gateway/translations/strange-signs.ts'
import { signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

/** The attested word stands for every other: no test invents Mongolian. */
const WORD = 'ᠮᠣᠩᠭᠣᠯ'
const folder = mkdtempSync(join(tmpdir(), 'public-languages-'))
const hallDir = join(folder, 'hall')
cpSync(resolve(import.meta.dirname, '../../assets/sample-hall'), hallDir, { recursive: true })
const yaml = join(hallDir, 'hall.yaml')
const scripts = (order: string): string => `wall: { scripts: { order: [${order}] } }\n`
const written = readFileSync(yaml, 'utf8').replace('timeZone:', 'languages: [zh-Hans, en, mn-Mong]\ntimeZone:')
writeFileSync(yaml, `${written}${scripts('zh-Hans, en')}`)
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
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const here = hallInBrowser({ TINGSHI_HALL: hallDir }, async (hall) => {
  const guide = await signIn(hall.url, 'guide')
  for (let nth = 0; nth < 9; nth += 1)
    for (const queueId of ['A', 'B', 'C', 'D', 'E', 'F', 'G']) await guide.post('/tickets', { queueId })
  const clerk = await signIn(hall.url, 'clerk')
  for (const counterId of ['1', '2', '12']) {
    await clerk.post(`/counters/${counterId}/open`)
    await clerk.post(`/counters/${counterId}/next`)
  }
})

/** Words that stick out of their box or that nobody can read whole. */
const cut = (page: Page, within: string): Promise<string[]> =>
  page.$$eval(within, (zones) =>
    zones.flatMap((zone) => {
      const edge = zone.getBoundingClientRect()
      const range = document.createRange()
      return [...zone.querySelectorAll('*')].flatMap((one) => {
        if (one.children.length > 0 || (one.textContent ?? '').trim() === '') return []
        // Figures are set on lines of their own height, and Mongolian letters reach beyond theirs.
        const slack = one.matches('.num, .mong') ? 40 : 8
        const side = one.matches('.mong') ? 12 : 2
        range.selectNodeContents(one)
        const out = [...range.getClientRects()].some(
          ({ left, right, top, bottom }) =>
            left < edge.left - side ||
            right > edge.right + side ||
            top < edge.top - slack ||
            bottom > edge.bottom + slack,
        )
        return out ? [`${zone.className}: ${one.textContent}`] : []
      })
    }),
  )

test('LN1 LN4 a wall says each call in both languages, and its lists in turn, whole; nothing is cut', async () => {
  const page = await openPage(here.browser, `${here.hall.url}/display/?screen=L1`, 1920, 1080)
  await page.waitForSelector('.call.two-languages')
  const sizes = await page.$$eval('.call', (rows) =>
    rows.map((row) => getComputedStyle(row.querySelector('b') ?? row).fontSize),
  )
  expect(new Set(sizes).size).toBeLessThanOrEqual(2)
  expect(await page.locator('.call small[lang=en]').first().innerText()).toMatch(/^Counter\s*Floor \d Zone [A-D]$/)
  for (const language of ['zh-Hans', 'en']) {
    await page.waitForSelector(`.head[lang="${language}"]`, { timeout: 30_000 })
    await page.waitForTimeout(400)
    await page.screenshot({ path: `tests/out/wall-both-${language}.png` })
    expect.soft(await cut(page, '.call, .zone.waiting, .zone.brand, .missed-card, .zone.load')).toEqual([])
    const said = await page.locator('.zone.waiting, .zone.load').first().innerText()
    // Series letters and figures are of no language.
    if (language === 'en') expect.soft(said).not.toMatch(/\p{Script=Han}/u)
    else expect.soft(said.replaceAll(/\b[A-Z]\b/g, '')).not.toMatch(/[A-Za-z]{3,}/)
  }
  await page.context().close()
})

test('LN1 LN2 a strip has its English below each Chinese word, in every state, and nothing is cut', async () => {
  const clerk = await signIn(here.hall.url, 'clerk')
  const page = await openPage(here.browser, `${here.hall.url}/strip/?counter=12`, 1280, 400)
  const look = async (name: string, sign: string): Promise<void> => {
    await page.waitForSelector(`.plate:has-text("${sign}")`)
    await page.waitForTimeout(400)
    await page.screenshot({ path: `tests/out/strip-both-${name}.png` })
    expect.soft(await cut(page, '.plate, .counter, .rest, .strip'), name).toEqual([])
  }
  await look('called', 'Please come here')
  await clerk.post('/counters/12/serve')
  await look('serving', 'Now serving')
  await clerk.post('/counters/12/finish')
  await look('open', 'Please wait')
  await clerk.post('/counters/12/pause', { reason: '临时离开' })
  await look('paused', 'Paused')
  await clerk.post('/counters/12/close')
  await look('closed', 'Counter closed')
  await page.context().close()
})

test('LN3 a number taken in English at the terminal opens an English page on a Chinese phone', async () => {
  const page = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, 1080, 1920)
  await page.click('.languages button:has-text("English")')
  await page.click('.hero.take')
  await page.waitForSelector('.queues .tile')
  await page.screenshot({ path: 'tests/out/en-queues.png' })
  expect.soft(await cut(page, '.phone-code, .queues .tile')).toEqual([])
  await page.click('.queues .tile:not([disabled]) >> nth=0')
  await page.waitForSelector('.plate .number')
  const number = await page.locator('.plate .number').innerText()
  expect(number).toMatch(/^[A-Z]\d{3}$/)
  await page.context().close()
  const taken = await signIn(here.hall.url, 'terminal', 'K2')
  const { body } = await taken.post<{ token: string }>('/tickets', { queueId: 'B', terminalId: 'K2', language: 'en' })
  const context = await here.browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } })
  const phone = await context.newPage()
  await phone.goto(`${here.hall.url}/t/${body.token}`)
  await phone.waitForSelector('text=Before you')
  // What its holder chooses stays chosen.
  await phone.click('.language-switch')
  await phone.waitForSelector('text=前面还有')
  await phone.reload()
  await phone.waitForSelector('text=前面还有')
  await context.close()
})

test('MO9 behind home the screens of taking a number stand upright in Mongolian, from left to right', async () => {
  for (const [width, height] of [
    [1080, 1920],
    [1920, 1080],
  ] as const) {
    const page = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, width, height)
    await page.click('.languages button:has(.mong)')
    await page.waitForSelector('.mongol-home')
    await page.click('.mongol-column.take')
    await page.waitForSelector('.mongol-queues .mongol-column')
    await page.waitForTimeout(400)
    await page.screenshot({ path: `tests/out/mn-queues-${width}.png` })
    const modes = await page.$$eval('.mongol-screen .mong', (all) =>
      all.map((one) => getComputedStyle(one).writingMode),
    )
    expect(new Set(modes)).toEqual(new Set(['vertical-lr']))
    const lefts = await page.$$eval('.mongol-queues .mongol-column', (all) =>
      all.map((one) => one.getBoundingClientRect().left),
    )
    expect(lefts).toEqual([...lefts].sort((one, other) => one - other))
    expect.soft(await cut(page, '.mongol-column, .mongol-pager button')).toEqual([])
    await page.click('.mongol-queues .mongol-column:not([disabled]) >> nth=0')
    await page.waitForSelector('.mongol-ticket .number')
    await page.waitForTimeout(600)
    await page.screenshot({ path: `tests/out/mn-ticket-${width}.png` })
    expect.soft(await cut(page, '.mongol-column, .mongol-ticket .plate, .mongol-done')).toEqual([])
    await page.context().close()
  }
})

test('MO9 one word that is open keeps its screen in Chinese', async () => {
  const page = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, 1080, 1920)
  await page.route('**/api/v1/translations/mn-Mong', async (route) => {
    const texts = Object.fromEntries(
      Object.entries(words).map(([part, own]) => [
        part,
        Object.fromEntries(
          Object.entries(own as Record<string, { text: string }>).map(([key, { text }]) => [key, text]),
        ),
      ]),
    )
    delete texts.terminal?.queuesTitle
    await route.fulfill({ json: { language: 'mn-Mong', words: texts, of: 9_999 } })
  })
  await page.reload()
  await page.click('.languages button:has(.mong)')
  await page.click('.mongol-column.take')
  await page.waitForSelector('.queues .tile')
  expect(await page.locator('.mongol-queues').count()).toBe(0)
  await page.context().close()
})

test('MO9 walls and strips write Mongolian upright where the hall does, from its checked words', async () => {
  writeFileSync(yaml, `${written}${scripts('mn-Mong, zh-Hans, en')}`)
  await here.hall.restart()
  const clerk = await signIn(here.hall.url, 'clerk')
  await clerk.post('/counters/12/open')
  await clerk.post('/counters/12/next')
  const wall = await openPage(here.browser, `${here.hall.url}/display/?screen=L1`, 1920, 1080)
  await wall.waitForSelector('.call .mong')
  await wall.waitForTimeout(600)
  await wall.screenshot({ path: 'tests/out/wall-three.png' })
  expect.soft(await cut(wall, '.call, .zone.waiting')).toEqual([])
  const strip = await openPage(here.browser, `${here.hall.url}/strip/?counter=12`, 1280, 400)
  await strip.waitForSelector('.counter .mong')
  await strip.waitForTimeout(600)
  await strip.screenshot({ path: 'tests/out/strip-three.png' })
  expect.soft(await cut(strip, '.counter, .plate, .strip')).toEqual([])
  const modes = await strip.$$eval('.mong', (all) => all.map((one) => getComputedStyle(one).writingMode))
  expect(new Set(modes)).toEqual(new Set(['vertical-lr']))
  for (const page of [wall, strip]) await page.context().close()
})
