import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

/** `TINGSHI_PICTURES=folder`: a picture every five seconds, and all twelve on one sheet. */
const pictures = process.env.TINGSHI_PICTURES ?? null
const LOOK_MS = 400
const PICTURE_MS = 5_000
const MINUTE_MS = 60_000
const WITHIN_MS = 10_000

let hall: RunningGateway
let browser: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => {
  hall = await runGateway({ TINGSHI_LIFE: '1' })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await hall?.discard()
})

/** What a surface shows but for its clock: words, or the dots of a panel. */
const shownIn = (frame: Frame): Promise<string> =>
  frame.evaluate(() => {
    const dots = [...document.querySelectorAll('canvas')].map((one) => one.toDataURL()).join()
    return `${document.body.innerText.replace(/\d{1,2}:\d{2}(:\d{2})?/g, '')}${dots}`
  })

async function surfaces(page: Page): Promise<Map<string, string>> {
  const shown = new Map<string, string>()
  for (const look of ['wall', 'panel', 'counter', 'strip', 'phone']) {
    const frame = await (await page.$(`.frame-${look} iframe`))?.contentFrame()
    if (frame) shown.set(look, await shownIn(frame))
  }
  const terminal = await (await page.$('.frame-terminal iframe'))?.contentFrame()
  const slip = await page.$('.slot-mouth .paper')
  if (terminal) shown.set('terminal', `${await shownIn(terminal)}${(await slip?.getAttribute('src')) ?? ''}`)
  shown.set('saying', (await page.textContent('.saying')) ?? '')
  return shown
}

/** All pictures on one sheet, four to a row. */
async function sheet(shots: readonly Buffer[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1000 } })
  const cells = shots.map(
    (shot, nth) =>
      `<figure><img src="data:image/jpeg;base64,${shot.toString('base64')}"><figcaption>${nth * 5} s</figcaption></figure>`,
  )
  await page.setContent(
    `<style>body{margin:16px;display:grid;grid-template-columns:repeat(4,1fr);gap:12px;font:20px sans-serif;background:#F5F1E8}
     figure{margin:0}img{width:100%}</style>${cells.join('')}`,
  )
  await page.screenshot({ path: `${pictures}/first-minute.jpg`, type: 'jpeg', quality: 72, fullPage: true })
  await page.close()
}

test('FT1 in the first minute of the start page something moves on every surface within ten seconds', async () => {
  const page = await openPage(browser, hall.url, 1920, 1080)
  await page.waitForSelector('.frame-counter iframe')
  await expect
    .poll(async () => (await surfaces(page)).get('wall')?.length ?? 0, { timeout: 30_000 })
    .toBeGreaterThan(20)
  const begun = performance.now()
  const shots: Buffer[] = []
  const last = await surfaces(page)
  /** When each surface moved, ms after the first look. */
  const moved = new Map<string, number[]>()
  for (let now = 0; now < MINUTE_MS; now = performance.now() - begun) {
    if (pictures !== null && now >= shots.length * PICTURE_MS)
      shots.push(await page.screenshot({ type: 'jpeg', quality: 70 }))
    for (const [name, shown] of await surfaces(page)) {
      if (last.get(name) !== shown) moved.set(name, [...(moved.get(name) ?? []), performance.now() - begun])
      last.set(name, shown)
    }
    await page.waitForTimeout(LOOK_MS)
  }
  if (pictures !== null) await sheet(shots)
  const first = Object.fromEntries([...last.keys()].map((name) => [name, Math.round(moved.get(name)?.[0] ?? Infinity)]))
  console.table(
    [...last.keys()].map((name) => ({ surface: name, first: first[name], moves: moved.get(name)?.length ?? 0 })),
  )
  for (const [name, ms] of Object.entries(first)) expect(ms, name).toBeLessThan(WITHIN_MS)
  await page.context().close()
})
