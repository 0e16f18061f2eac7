import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let supervisor: ApiClient
const here = hallInBrowser({}, async (hall) => {
  supervisor = await signIn(hall.url, 'supervisor')
})

/** Pictures to look at, when a folder is named. */
async function keep(page: Page, name: string): Promise<void> {
  const folder = process.env.TINGSHI_PICTURES
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` })
}
const fire = {
  title: '请马上离开大厅',
  titleEn: 'Leave the hall now. Do not use the lifts.',
  lines: ['走安全出口，哪个近走哪个', '别坐电梯，走楼梯，不要跑', '不要回头，东西先不拿', '行动不便的请原地举手，有人来接'],
}

test('NE6 raise: every surface says it; drill says 演练 everywhere; lift: all are themselves again', async () => {
  const taken = await (await signIn(here.hall.url, 'terminal', 'K1')).post<{ token: string; number: string }>('/tickets', { queueId: 'B', terminalId: 'K1' })
  const open: [name: string, address: string, width: number, height: number][] = [
    ['wall', '/display/?screen=L1', 1920, 1080],
    ['strip', '/strip/?counter=1', 1280, 400],
    ['terminal', '/kiosk/?terminal=K1', 1080, 1920],
    ['phone', `/t/${taken.body.token}`, 390, 844],
    ['counter', '/counter/?counter=1', 1366, 768],
    ['guide', '/guide/', 1920, 1080],
  ]
  const surfaces: { name: string; page: Page }[] = []
  for (const [name, address, width, height] of open) surfaces.push({ name, page: await openPage(here.browser, here.hall.url + address, width, height) })
  for (const { page } of surfaces) await page.waitForFunction(() => (document.body.textContent ?? '').length > 10)
  const alerts = surfaces.map(({ name, page }) => ({
    name,
    page,
    alert: page.locator(name === 'counter' || name === 'guide' ? '.takeover-band' : '.takeover'),
  }))
  const all = (state: 'visible' | 'hidden'): Promise<unknown> => Promise.all(alerts.map(({ alert }) => alert.waitFor({ state })))

  const before = performance.now()
  expect((await supervisor.post('/emergency', fire)).status).toBe(201)
  await all('visible')
  console.log(`raise to all six pages: ${Math.round(performance.now() - before)} ms`)
  for (const { name, page, alert } of alerts) {
    expect(await alert.textContent()).toContain(fire.title)
    expect(await alert.textContent()).not.toContain('演练')
    await keep(page, `emergency-${name}`)
  }
  expect(await alerts.find(({ name }) => name === 'phone')?.alert.textContent()).toContain(taken.body.number)
  await supervisor.post('/emergency/lift')
  await all('hidden')

  await supervisor.post('/emergency', { ...fire, drill: true })
  await all('visible')
  for (const { name, page, alert } of alerts) {
    expect(await alert.textContent()).toContain('演练')
    await keep(page, `drill-${name}`)
  }
  await supervisor.post('/emergency/lift')
  await all('hidden')
})

test('NE5 a supervisor raises it with one press and one question, and lifts it', async () => {
  const wall = await openPage(here.browser, `${here.hall.url}/display/?screen=L1`, 1920, 1080)
  const manage = await openPage(here.browser, `${here.hall.url}/manage/?section=emergency`, 1366, 768)
  await manage.click('.emergency-list li >> nth=0 >> button')
  await manage.click('text=是，马上插播')
  await wall.waitForSelector('.takeover')
  await keep(manage, 'manage-emergency')
  await manage.click('button:has-text("解除") >> nth=0')
  await manage.click('text=是，解除')
  await wall.waitForSelector('.takeover', { state: 'detached' })
  const clerk = await signIn(here.hall.url, 'clerk', '1')
  expect((await clerk.post('/emergency', fire)).status).toBe(403)
})

test('NN9 a supervisor writes a notice, has it reviewed, approves it, and everybody can read it', async () => {
  const manage = await openPage(here.browser, `${here.hall.url}/manage/?section=notices`, 1920, 1080)
  await manage.fill('textarea', '10 月 8 日起，不动产登记改到 2 楼 B 区办理，请走东侧扶梯。')
  await manage.click('text=保存草稿')
  // Two presses in one breath are one press for the page.
  for (const [word, tag] of [
    ['送审', '草稿'],
    ['批准', '等批准'],
  ]) {
    await manage.waitForSelector(`.notice-open .tag:has-text("${tag}")`)
    await manage.waitForTimeout(700)
    await manage.click(`.notice-foot button:has-text("${word}")`)
  }
  await manage.waitForSelector('.notice-open .tag:has-text("正在显示")')
  await keep(manage, 'manage-notices')
  const seen = (await (await fetch(`${here.hall.url}/api/v1/notices`)).json()) as { items: { text: string }[] }
  expect(seen.items[0]?.text).toContain('不动产登记改到')
})
