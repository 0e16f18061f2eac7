import { expect, test } from 'vitest'
import { signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

const pictures = process.env.TINGSHI_PICTURES ?? null
const here = hallInBrowser()

test('VA3 VA4 VA5 VA6 a supervisor finds by words what was done; what comes meanwhile moves nothing', async () => {
  const [guide, clerk] = [await signIn(here.hall.url, 'guide'), await signIn(here.hall.url, 'clerk', '1')]
  const { items } = (await guide.get<{ items: { id: string }[] }>('/queues')).body
  await clerk.post('/counters/1/open')
  const numbers: string[] = []
  for (let nth = 0; nth < 6; nth += 1) {
    const body = { queueId: items[nth % 3]?.id, printer: 'none' }
    const taken = (await guide.post<{ ticketId: string; number: string }>('/tickets', body)).body
    numbers.push(taken.number)
    await clerk.post('/counters/1/call', { ticketId: taken.ticketId })
    await clerk.post('/counters/1/serve')
    if (nth === 2) await clerk.post('/counters/1/transfer', { ticketId: taken.ticketId, queueId: items[0]?.id })
    else await clerk.post('/counters/1/finish')
  }
  await clerk.post('/counters/1/pause', { reason: '取材料，十分钟就回来，有急事请到二号窗口' })
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    const page = await openPage(here.browser, `${here.hall.url}/manage/?section=audit`, width, height)
    await page.waitForSelector('.audit-row')
    if (pictures !== null) await page.screenshot({ path: `${pictures}/audit-all-${width}.png` })
    await page.keyboard.press('/')
    await page.keyboard.type(`今天谁动过 ${numbers[1]}`)
    await page.waitForSelector(`.card-head .tag:has-text("${numbers[1]}")`)
    await expect.poll(() => page.locator('.audit-row').count()).toBe(4)
    await page.click('.audit-row >> nth=2')
    await page.waitForSelector('.audit-links .now')
    const before = await page.textContent('.audit-record')
    await page.fill('.audit-question input', '')
    await expect.poll(() => page.locator('.audit-row').count()).toBeGreaterThan(10)
    const chosen = await page.locator('.audit-row >> nth=3').getAttribute('data-seq')
    await page.click('.audit-row >> nth=3')
    await clerk.post(`/counters/1/${width === 1366 ? 'open' : 'pause'}`, width === 1366 ? {} : { reason: '午休' })
    await page.waitForSelector('.audit-fresh')
    expect(await page.locator('.audit-row[aria-pressed="true"]').getAttribute('data-seq')).toBe(chosen)
    expect(await page.locator('.audit-row >> nth=3').getAttribute('data-seq')).toBe(chosen)
    await page.keyboard.press('ArrowDown')
    await page.click('text=现在再查')
    await page.waitForSelector('.audit-chain .tag-green')
    if (pictures !== null) await page.screenshot({ path: `${pictures}/audit-${width}.png` })
    expect(before).toContain(numbers[1])
    await page.click('.audit-fresh')
    await page.click('text=导出表格')
    await page.waitForSelector('text=导出也记了一条')
    await page.close()
  }
}, 180_000)
