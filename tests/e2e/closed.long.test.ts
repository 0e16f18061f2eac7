import { execFileSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { afterEach, expect, test, vi } from 'vitest'
import { signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'
import { clockAt } from '../support/shift-clock.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const pictures = process.env.TINGSHI_PICTURES
const here = hallInBrowser()
afterEach(async () => {
  for (const context of here.browser.contexts()) await context.close()
})
const shapes = [
  { name: 'tall', width: 1080, height: 1920 },
  { name: 'wide', width: 1920, height: 1080 },
]

async function keep(page: Page, name: string): Promise<void> {
  if (!pictures) return
  await page.waitForTimeout(500)
  await page.screenshot({ path: `${pictures}/${name}.png` })
}
const kiosk = (hall: RunningGateway, { width, height }: { width: number; height: number }, hash = '') =>
  openPage(here.browser, `${hall.url}/kiosk/?terminal=K1${hash}`, width, height)
const textOf = (page: Page, selector: string): Promise<string> => page.locator(selector).first().innerText()
const fault = (id: string, what: string | null) =>
  fetch(`${here.hall.url}/demo/printer/${id}`, { method: 'POST', body: JSON.stringify({ fault: what }) })
/** A name that the search finds first. */
const GOAL = 'tqzfgjj'

test.each(shapes)(
  'CL5 CL6 without an open counter home, queues, search and matter say so, before a number is taken ($name)',
  async (shape) => {
    const page = await kiosk(here.hall, shape)
    await expect.poll(() => textOf(page, '.hero.take'), { timeout: 30_000 }).toContain('窗口还没开')
    await keep(page, `no-counter-home-${shape.name}`)
    await page.click('.hero.take')
    expect(await textOf(page, '.tiles .tile small')).toContain('窗口还没开')
    await keep(page, `no-counter-queues-${shape.name}`)
    await page.click('.dock button:has-text("首页")')
    await page.click('.hero.find')
    await page.fill('.field input', GOAL)
    await expect.poll(() => textOf(page, '.row-wait')).toBe('窗口还没开')
    await keep(page, `no-counter-search-${shape.name}`)
    await page.click('.row >> nth=0')
    await page.waitForSelector('.take-bar')
    expect(await textOf(page, '.refusal')).toContain('现在没有窗口开着')
    expect(await page.locator('.take-bar .main-action').isDisabled()).toBe(false)
    await keep(page, `no-counter-matter-${shape.name}`)
  },
)

test.each(shapes)(
  'CL7 CL8 a number taken by mistake is given back on its screen, and the line has no ghost ($name)',
  async (shape) => {
    const desk = await signIn(here.hall.url, 'guide')
    const waiting = async (): Promise<number> =>
      (await desk.get<{ items: { waiting: number }[] }>('/queues')).body.items.reduce(
        (sum, one) => sum + one.waiting,
        0,
      )
    const page = await kiosk(here.hall, shape)
    await page.locator('.hero.take').click()
    await page.locator('.tiles .tile:enabled').first().click()
    await page.waitForSelector('.give-back')
    const before = await waiting()
    await keep(page, `ticket-${shape.name}`)
    await page.click('.give-back')
    await page.waitForSelector('.given-back')
    expect(await textOf(page, '.given-back h1')).toMatch(/^[A-Z]\d+ 已/)
    await keep(page, `given-back-${shape.name}`)
    expect(await waiting()).toBe(before - 1)
    await page.click('.given-back .main-action')
    await page.waitForSelector('.home')
  },
)

test.each(shapes)('CL9 after 换一台机器打印 the screen sends people to that machine ($name)', async (shape) => {
  const page = await kiosk(here.hall, shape)
  await page.locator('.hero.take').click()
  await page.locator('.tiles .tile:enabled').first().waitFor()
  await fault('PR1', 'paper-out')
  await page.locator('.tiles .tile:enabled').first().click()
  await page.waitForSelector('.elsewhere')
  expect(await textOf(page, '.fault')).toContain('已通知引导员换纸')
  expect(await textOf(page, '.elsewhere small')).toMatch(/^到 ?\d 号终端取：1 楼 . 区，往.走约 \d+ 米$/)
  await keep(page, `no-paper-${shape.name}`)
  await page.click('.elsewhere')
  await page.waitForSelector('.slip-away')
  await expect.poll(() => textOf(page, '.slip-away h2'), { timeout: 30_000 }).toMatch(/^号票在 ?\d 号终端，请去那里取$/)
  expect(await page.locator('main').innerText()).not.toContain('屏幕下方')
  await keep(page, `elsewhere-${shape.name}`)
  await fault('PR1', null)
})

test.each(shapes)('CL10 offline the band covers nothing, and what cannot work is off ($name)', async (shape) => {
  const page = await kiosk(here.hall, shape)
  await page.waitForSelector('.chips button')
  const port = new URL(here.hall.url).port
  await here.hall.stop()
  await page.waitForSelector('.offline')
  await keep(page, `offline-home-${shape.name}`)
  expect(await page.locator('.hero.take').isDisabled()).toBe(true)
  expect(await page.locator('.tile:has-text("进度查询")').isDisabled()).toBe(true)
  expect(await page.locator('.dock .guide').isDisabled()).toBe(true)
  expect(await covered(page)).toEqual([])
  await page.click('.chips button >> nth=0')
  await page.waitForSelector('.take-bar, .screen .hint')
  expect(await covered(page)).toEqual([])
  await keep(page, `offline-matter-${shape.name}`)
  await here.hall.restart({ TINGSHI_PORT: port })
  await page.waitForSelector('.offline', { state: 'detached' })
})

/** Words and buttons that share room with the band. */
const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const band = document.querySelector('.offline')?.getBoundingClientRect()
    if (!band) return ['no band']
    return [...document.querySelectorAll('.stage *')]
      .filter((one) => one.closest('.offline') === null && one.children.length === 0 && one.textContent !== '')
      .filter((one) => {
        const at = one.getBoundingClientRect()
        return (
          at.width > 0 && at.left < band.right && at.right > band.left && at.top < band.bottom && at.bottom > band.top
        )
      })
      .map((one) => one.textContent ?? '')
  })

test('CL1 CL2 CL3 CL4 before nine, after the close and on a Saturday every surface says when it opens', async () => {
  const hall = await runGateway({ TINGSHI_DEMO: '0', ...clockAt('2026-03-18T08:40:00+08:00') })
  try {
    const env = { ...process.env, TINGSHI_DATA: hall.dataDir }
    const made = execFileSync(process.execPath, ['gateway/cli.ts', 'token', 'add', 'K1', '--roles', 'terminal'], {
      env,
    })
    const hash = `#token=${String(made).trim()}`
    const surfaces = async (when: string, says: string): Promise<void> => {
      for (const shape of shapes) {
        const page = await kiosk(hall, shape, hash)
        await expect.poll(() => textOf(page, '.hero.take'), { timeout: 60_000 }).toContain(says)
        await keep(page, `${when}-home-${shape.name}`)
        await page.click('.hero.take')
        expect(await textOf(page, '.queues .hint')).toContain(says)
        expect(await page.locator('.tiles .tile:enabled').count()).toBe(0)
        await keep(page, `${when}-queues-${shape.name}`)
        await page.context().close()
      }
      const wall = await openPage(here.browser, `${hall.url}/display/?screen=L1`, 1920, 1080)
      await expect.poll(() => textOf(wall, '.no-calls'), { timeout: 60_000 }).toContain(says)
      await keep(wall, `${when}-wall`)
      const strip = await openPage(here.browser, `${hall.url}/strip/?counter=1`, 1280, 400)
      await expect.poll(() => textOf(strip, '.plate'), { timeout: 60_000 }).toContain(says)
      await keep(strip, `${when}-strip`)
      const panel = await openPage(here.browser, `${hall.url}/led/?panel=P1`, 1024, 256)
      await keep(panel, `${when}-panel`)
    }
    await surfaces('early', '今天 09:00 开始取号')
    await hall.restart(clockAt('2026-03-18T17:30:00+08:00'))
    await surfaces('over', '明天 09:00 开始取号')
    await hall.restart(clockAt('2026-03-21T10:00:00+08:00'))
    await surfaces('saturday', '3 月 23 日星期一 09:00 开始取号')
  } finally {
    await hall.discard()
  }
})
