import { spawn } from 'node:child_process'
import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { converse, signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 })

const here = hallInBrowser()
const shot = async (page: Page, name: string): Promise<void> => {
  if (process.env.TINGSHI_SHOTS) await page.screenshot({ path: `${process.env.TINGSHI_SHOTS}/${name}.png` })
}
const take = async (queueId: string, many: number): Promise<void> => {
  const guide = await signIn(here.hall.url, 'guide')
  for (let nth = 0; nth < many; nth++) await guide.post('/tickets', { queueId, terminalId: 'K1' })
}

/** What is cut off: cells whose words are wider than their place, and rows of a list that are. */
const cut = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)]
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.textContent ?? ''),
    selector,
  )

test.each([
  [1366, 768],
  [1920, 1080],
])('BD7 the page opens on the board, and all of it leads to the thing itself, at %i×%i', async (width, height) => {
  await take('B', 4)
  const page = await openPage(here.browser, `${here.hall.url}/manage/`, width, height)
  await page.waitForSelector('.board [data-alarm="queue B"]')
  expect(await page.locator('.manage-tabs [aria-current]').innerText()).toBe('总览')
  await page.waitForSelector('.legend-band')
  await shot(page, `board-${width}`)
  expect(await cut(page, '.figure-value, .board-curve .card-head, .counter-cell, .queue-name')).toEqual([])
  const box = async (selector: string) => (await page.locator(selector).boundingBox()) ?? { y: 0, height: 0 }
  for (const part of ['figures', 'curve', 'queues', 'alarms', 'counters', 'decide']) {
    const { y, height: high } = await box(`.board-${part}`)
    expect(y + high, part).toBeLessThanOrEqual(height + 1)
  }
  // All counters of the hall are seen at once.
  expect(await page.locator('.counter-floors').evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThan(2)
  await page.click('[data-alarm="queue B"] button')
  await page.waitForSelector('.dialog >> text=人在等，最久')
  await page.locator('.dialog-ask button').click()
  await page.waitForSelector('.dialog-answer', { timeout: 150_000 })
  await shot(page, `board-queue-${width}`)
  await page.click('.dialog-counters button >> nth=0')
  await page.waitForSelector('.dialog >> text=没有开')
  await shot(page, `board-counter-${width}`)
  await page.click('.dialog >> text=关闭')
  await page.click('[data-counter="30"]')
  await page.waitForSelector('.dialog >> text=30 号窗口')
  await page.keyboard.press('Escape')
  await page.click('[data-device="PR2"]')
  await page.waitForSelector('.device-table [aria-current="true"] >> text=PR2')
  expect(page.url()).toContain('device=PR2')
  await page.click('.manage-tabs >> text=总览')
  await page.locator('[data-alarm^="case"] button').first().click()
  await page.waitForSelector('.light-rows [aria-current="true"]')
  await page.context().close()
})

test('BD6 the button of a what-if asks guides to open the counters that it counted on', async () => {
  await take('E', 5)
  const page = await openPage(here.browser, `${here.hall.url}/manage/`, 1920, 1080)
  await page.click('.board-queues li button:has-text("公安户政")')
  await page.selectOption('.dialog select[name=more]', '3')
  await page.locator('.dialog-ask button').click()
  await page.locator('.dialog-answer .button').click({ timeout: 150_000 })
  await page.waitForSelector('.toast >> text=开窗了')
  const guide = await openPage(here.browser, `${here.hall.url}/guide/`, 1920, 1080)
  await expect.poll(() => guide.locator('.help-row:has-text("请开窗")').count(), { timeout: 20_000 }).toBe(3)
  await guide.context().close()
  await page.context().close()
})

test('BD8 the board hangs on walls that were let in, also on one of 4K; another says what to do', async () => {
  const wall = await openPage(here.browser, `${here.hall.url}/display/?screen=L9`, 1920, 1080)
  await wall.waitForSelector('.board-wall header')
  await wall.waitForSelector('.wall-alarm')
  await shot(wall, 'board-wall')
  expect(await cut(wall, '.wall-figure, .wall-value, .wall-wait, .board-wall h2, .board-wall footer')).toEqual([])
  await wall.context().close()

  const supervisor = await openPage(here.browser, `${here.hall.url}/manage/?section=screens`, 1920, 1080)
  await supervisor.locator('.screen-card:has-text("L4") select').selectOption('board-uhd')
  const large = await openPage(here.browser, `${here.hall.url}/display/?screen=L4`, 3840, 2160)
  await large.waitForSelector('.board-wall header')
  await shot(large, 'board-wall-4k')
  const header = await large.locator('.board-wall header').boundingBox()
  expect([header?.x, header?.width].map((one) => Math.round(one ?? 0))).toEqual([80, 3680])
  await supervisor.locator('.screen-card:has-text("L4") select').selectOption('uhd')
  await large.waitForSelector('.zone.calls')
  await large.context().close()
  await supervisor.context().close()

  // A screen that nobody let in may show what everybody may see, and not this.
  const context = await here.browser.newContext({ viewport: { width: 1920, height: 1080 }, serviceWorkers: 'block' })
  const stranger = await context.newPage()
  await stranger.route('**/demo/sign-in', (route) => route.fulfill({ status: 404, body: '{}' }))
  await stranger.goto(`${here.hall.url}/display/?screen=L9`)
  await stranger.waitForSelector('text=这块屏还没有登记', { timeout: 60_000 })
  await shot(stranger, 'board-wall-stranger')
  await context.close()
})

test('BD9 in a day at 60× what a supervisor must see is on the board within two seconds', async () => {
  const supervisor = await signIn(here.hall.url, 'supervisor')
  const other = await signIn(here.hall.url, 'integration')
  const day = spawn(
    process.execPath,
    [
      'gateway/cli.ts',
      'simulate',
      '--tickets',
      '2000',
      '--speed',
      '60',
      '--url',
      here.hall.url,
      '--token',
      supervisor.token,
    ],
    { stdio: 'ignore' },
  )
  try {
    const page = await openPage(here.browser, `${here.hall.url}/manage/`, 1920, 1080)
    await page.waitForSelector('.board')
    await page.waitForFunction(() => document.querySelectorAll('.counter-ok').length > 20, null, { timeout: 200_000 })
    /** How long after its answer a thing stood on the board, ms. */
    const seenAfter = async (cause: () => Promise<unknown>, selector: string): Promise<number> => {
      await page.waitForSelector(selector, { state: 'detached' })
      await cause()
      const caused = performance.now()
      await page.waitForSelector(selector, { state: 'attached', timeout: 20_000 })
      return performance.now() - caused
    }
    const printer = (fault: string | null) => () =>
      fetch(`${here.hall.url}/demo/printer/PR2`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ fault }),
      })
    const late = {
      receipt: 'LATE-0009',
      matterName: '取水许可审批',
      departmentName: '水务局',
      status: 'under-review',
      acceptedOn: '2026-03-02',
      promisedDays: 3,
      steps: [{ name: '审核' }],
      reportedAt: Date.now(),
    }
    const times: Record<string, number> = {}
    const terminal = await converse(here.hall.url)
    const { token } = await signIn(here.hall.url, 'terminal', 'K2')
    terminal.say({ type: 'hello', protocol: 1, token, topics: [] })
    await terminal.until(({ type }) => type === 'welcome')
    times.help = await seenAfter(() => {
      const command = { type: 'call-guide', terminalId: 'K2', where: '首页' }
      terminal.say({ type: 'command', commandId: 'help', command })
      return terminal.until(({ type }) => type === 'reply')
    }, '[data-alarm^="help"]:has-text("K2")')
    times.printer = await seenAfter(printer('offline'), '[data-device="PR2"].device-fault')
    times.light = await seenAfter(
      () => other.post('/cases', { cases: [late] }),
      '[data-alarm^="case"]:has-text("取水许可审批") .alarm-fault',
    )
    // The played day goes on: the last, because it will not find its counters where it left them.
    const { body } = await supervisor.get<{ items: { id: string; waiting: number; openCounters: number }[] }>('/queues')
    const busy = body.items.find(({ openCounters }) => openCounters > 0)?.id ?? 'A'
    day.kill('SIGKILL')
    await take(busy, 2)
    const open = await page.locator('.counter-cell:not(.counter-off):not(.counter-paused)').allInnerTexts()
    times.queue = await seenAfter(
      () => Promise.all(open.map((id) => supervisor.post(`/counters/${id}/pause`, { reason: '设备故障' }))),
      `[data-alarm="queue ${busy}"] .alarm-fault`,
    )
    expect(Object.entries(times).filter(([, ms]) => ms > 2_000)).toEqual([])
    await shot(page, 'board-day')
    await page.context().close()
  } finally {
    day.kill('SIGKILL')
  }
})
