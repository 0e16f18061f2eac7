import { createCanvas } from '@napi-rs/canvas'
import type { Locator, Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { listen, openPage } from '../support/browser.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let supervisor: ApiClient
const bilingual = spoiledHall({
  'hall.yaml': [['hours:', 'wall: { reloadAt: null, sound: { languages: [zh-Hans, en] } }\nhours:']],
})
const here = hallInBrowser({ TINGSHI_HALL: bilingual }, async (hall) => {
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
  lines: [
    '走安全出口，哪个近走哪个',
    '别坐电梯，走楼梯，不要跑',
    '不要回头，东西先不拿',
    '行动不便的请原地举手，有人来接',
  ],
}

test('NE5 NE6 one press and one question: every surface and the loudspeaker say it; drill says 演练 everywhere; lift: all are themselves again', async () => {
  const taken = await (await signIn(here.hall.url, 'terminal', 'K1')).post<{ token: string; number: string }>(
    '/tickets',
    { queueId: 'B', terminalId: 'K1' },
  )
  const open: [name: string, address: string, width: number, height: number, alert: string][] = [
    ['wall', '/display/?screen=L1', 1920, 1080, '.takeover'],
    ['portrait', '/display/?screen=L3', 1080, 1920, '.takeover'],
    ['uhd', '/display/?screen=L4', 3840, 2160, '.takeover'],
    ['strip', '/strip/?counter=1', 1280, 400, '.takeover'],
    ['panel', '/led/?panel=P2', 1300, 420, 'canvas[aria-label*="大厅，"]'],
    ['terminal', '/kiosk/?terminal=K1', 1080, 1920, '.takeover'],
    ['phone', `/t/${taken.body.token}`, 390, 844, '.takeover'],
    ['counter', '/counter/?counter=1', 1366, 768, '.takeover-band'],
    ['guide', '/guide/', 1920, 1080, '.takeover-band'],
  ]
  const surfaces: { name: string; page: Page; alert: Locator }[] = []
  for (const [name, address, width, height, alert] of open) {
    const page = await openPage(here.browser, here.hall.url + address, width, height)
    surfaces.push({ name, page, alert: page.locator(alert) })
  }
  for (const { page, name } of surfaces)
    if (name !== 'panel') await page.waitForFunction(() => (document.body.textContent ?? '').length > 10)
  const wall = surfaces[0]?.page as Page
  const clips = await listen(wall)
  const all = (state: 'visible' | 'hidden'): Promise<unknown> =>
    Promise.all(surfaces.map(({ alert }) => alert.waitFor({ state })))
  const words = async ({ alert }: { alert: Locator }): Promise<string> =>
    (await alert.getAttribute('aria-label')) ?? (await alert.textContent()) ?? ''
  /** What the card of a panel shows, as its bytes painted it. */
  const cardShows = async (id: string): Promise<string> =>
    Buffer.from(await (await fetch(`${here.hall.url}/demo/panels/${id}.png`)).arrayBuffer()).toString('base64')
  const cards = ['P1', 'P2', 'W8']
  const quiet = await Promise.all(cards.map(cardShows))

  const manage = await openPage(here.browser, `${here.hall.url}/manage/?section=emergency`, 1366, 768)
  await manage.click('.emergency-list li >> nth=0 >> button')
  await manage.click('text=是，马上插播')
  await all('visible')
  for (const one of surfaces) {
    expect(await words(one)).toContain(fire.title)
    expect(await words(one)).not.toContain('演练')
    await keep(one.page, `emergency-${one.name}`)
  }
  expect(await surfaces.find(({ name }) => name === 'phone')?.alert.textContent()).toContain(taken.body.number)
  for (const [nth, id] of cards.entries())
    await expect.poll(() => cardShows(id), { timeout: 20_000 }).not.toBe(quiet[nth])
  const spoken = ['alarm', 's-leave', 's-exit-near', 's-stairs-calm', 's-no-return', 's-hand', 's-leave', 's-lifts']
  await expect
    .poll(async () => (await clips()).map(({ clip }) => clip).slice(0, spoken.length), { timeout: 60_000 })
    .toEqual(spoken)
  // Nobody is called meanwhile; the press is on record with who made it.
  const clerk = await signIn(here.hall.url, 'clerk', '1')
  await clerk.post('/counters/1/open')
  expect((await clerk.post('/counters/1/next')).status).toBe(409)
  const { body } = await supervisor.get<{ items: { type: string; actor: string }[] }>('/events?limit=5000')
  expect(body.items.filter(({ type }) => type.includes('emergency')).at(-1)?.actor).toBeTruthy()
  expect((await clerk.post('/emergency', fire)).status).toBe(403)
  await keep(manage, 'manage-emergency')
  await manage.click('button:has-text("解除") >> nth=0')
  await manage.click('text=是，解除')
  await all('hidden')
  expect((await clerk.post('/counters/1/next')).status).toBe(200)

  await supervisor.post('/emergency', { ...fire, drill: true })
  await all('visible')
  for (const one of surfaces) {
    expect(await words(one)).toContain('演练')
    await keep(one.page, `drill-${one.name}`)
  }
  const before = (await clips()).length
  await expect
    .poll(async () => (await clips()).slice(before).map(({ clip }) => clip), { timeout: 60_000 })
    .toContain('s-drill')
  await supervisor.post('/emergency/lift')
  await all('hidden')
  for (const { page } of surfaces) await page.context().close()
})

test('NN9 NN12 a supervisor takes ready words, says when, has it reviewed, approves it, and everybody can read it', async () => {
  const taken = await (await signIn(here.hall.url, 'guide')).post<{ token: string }>('/tickets', { queueId: 'B' })
  const phone = await openPage(here.browser, `${here.hall.url}/t/${taken.body.token}`, 390, 844)
  // Office computers may speak English; the page keeps the Chinese order of a date.
  const context = await here.browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'en-US' })
  const manage = await context.newPage()
  await manage.goto(`${here.hall.url}/manage/?section=notices`)
  await manage.click('button:has-text("用写好的")')
  await keep(manage, 'notice-templates')
  await manage.click('.template-list button:has-text("系统升级")')
  await manage.fill('.slot-field input >> nth=0', '10 月 8 日下午')
  expect(await manage.locator('button:has-text("写进公告")').getAttribute('aria-disabled')).toBe('true')
  await manage.fill('.slot-field input >> nth=1', '不动产登记')
  await keep(manage, 'notice-slots')
  await manage.click('button:has-text("写进公告")')
  expect(await manage.inputValue('textarea')).toBe('10 月 8 日下午系统升级，不动产登记暂停办理，请提前安排。')
  expect(await manage.inputValue('input[lang="en"]')).toBe(
    'System maintenance is planned. Some services will not be available.',
  )

  const [start, end] = [manage.locator('.moment-field input >> nth=0'), manage.locator('.moment-field input >> nth=1')]
  await start.fill('1.2 9点')
  await start.press('Tab')
  await expect.poll(() => start.inputValue()).toMatch(/^\d{4}-01-02 09:00$/)
  await end.fill('昨天')
  await end.press('Tab')
  await manage.waitForSelector('.moment-field [role=alert]:has-text("2026-01-31 09:00")')
  await end.fill('2099年10月8日 18:30')
  await end.press('Tab')
  await expect.poll(() => end.inputValue()).toBe('2099-10-08 18:30')
  await start.fill('')
  await start.press('Tab')
  await manage.click('text=只在一些时间显示')
  for (const day of ['六', '日']) await manage.click(`.day-part >> nth=0 >> button:text-is("${day}")`)
  await manage.fill('.day-part >> nth=0 >> input >> nth=0', '0')
  await manage.fill('.day-part >> nth=0 >> input >> nth=1', '12点半')
  await manage.click('text=再加一段时间')
  for (const day of ['一', '二', '三', '四', '五']) await manage.click(`.day-part >> nth=1 >> button:text-is("${day}")`)
  await manage.fill('.day-part >> nth=1 >> input >> nth=0', '12:30')
  await manage.fill('.day-part >> nth=1 >> input >> nth=1', '0')
  await manage.locator('.day-part >> nth=1 >> input >> nth=1').press('Tab')
  await keep(manage, 'manage-notices')
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
  const staff = await supervisor.get<{ items: { text: string; dayParts: unknown }[] }>('/notices')
  expect(staff.body.items[0]?.text).toContain('不动产登记暂停办理')
  await phone.waitForSelector('.phone-notices p:has-text("不动产登记暂停办理")')
  await keep(phone, 'phone-notices')
  await context.close()
})

test('NN14 a terminal and a phone show pictures too, and words in the visitor’s language', async () => {
  const canvas = createCanvas(1200, 800)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#165866'
  pen.fillRect(0, 0, 1200, 800)
  const upload = await fetch(`${here.hall.url}/api/v1/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${supervisor.token}` },
    body: new Uint8Array(canvas.toBuffer('image/png')),
  })
  const { mediaId } = (await upload.json()) as { mediaId: string }
  const targets = [{ kind: 'terminals' }, { kind: 'phone' }]
  for (const notice of [
    { text: '夏季开放时间表', kind: 'image', mediaId, placement: 'side', targets },
    {
      text: '今天起 5 楼也能办社保。',
      textEn: 'Social insurance is now also handled on floor 5.',
      targets,
      priority: 9,
    },
  ]) {
    const { body } = await supervisor.post<{ id: string }>('/notices', notice)
    await supervisor.post(`/notices/${body.id}/submit`)
    expect((await supervisor.post(`/notices/${body.id}/approve`)).status).toBe(200)
  }
  const loaded = (page: Page): Promise<unknown> =>
    page.waitForFunction(
      () => document.querySelector<HTMLImageElement>('.notice-media img[alt="夏季开放时间表"]')?.naturalWidth === 1200,
    )
  for (const [name, width, height] of [
    ['terminal-notices', 1080, 1920],
    ['terminal-notices-wide', 1920, 1080],
  ] as const) {
    const terminal = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K2`, width, height)
    await terminal.click('.languages button:has-text("English")')
    await terminal.click('.four .tile >> nth=3')
    await terminal.waitForSelector('.paged p[lang=en]:has-text("floor 5")')
    await loaded(terminal)
    await keep(terminal, name)
    await terminal.context().close()
  }
  const taken = await (await signIn(here.hall.url, 'guide')).post<{ token: string }>('/tickets', { queueId: 'B' })
  const phone = await openPage(here.browser, `${here.hall.url}/t/${taken.body.token}`, 390, 844)
  await loaded(phone)
  await phone.locator('.phone-notices').scrollIntoViewIfNeeded()
  await keep(phone, 'phone-pictures')
})

test('HI1 words of one’s own stand beside the prepared ones, are seen before, and take over the walls', async () => {
  const wall = await openPage(here.browser, `${here.hall.url}/display/?screen=L1`, 1920, 1080)
  const manage = await openPage(here.browser, `${here.hall.url}/manage/?section=emergency`, 1366, 768)
  await manage.click('.emergency-own-closed button')
  const raise = manage.locator('.emergency-own button:has-text("插播")')
  expect(await raise.getAttribute('aria-disabled')).toBe('true')
  await manage.fill('.emergency-own input >> nth=0', '停电了，请留在原处')
  await manage.fill('.emergency-own textarea', '一\n二\n三\n四\n五')
  expect(await raise.textContent()).toContain('最多四行')
  await manage.fill('.emergency-own textarea', '应急灯亮着，请不要走动\n\n要用电的设备，请找引导员')
  await manage.click('.emergency-own .chip:has-text("30 分钟")')
  expect(await manage.locator('.emergency-picture').textContent()).toContain('停电了，请留在原处')
  await keep(manage, 'manage-own-emergency')
  await raise.click()
  await manage.click('text=是，马上插播')
  await wall.waitForSelector('.takeover:has-text("停电了，请留在原处")')
  expect(await wall.locator('.takeover li').allTextContents()).toEqual([
    '应急灯亮着请不要走动',
    '要用电的设备请找引导员',
  ])
  const { body } = await supervisor.get<{ items: { type: string; at: number; until?: number }[] }>('/events?limit=5000')
  const raised = body.items.findLast(({ type }) => type === 'emergency-raised')
  expect((raised?.until ?? 0) - (raised?.at ?? 0)).toBe(30 * 60_000)
  await supervisor.post('/emergency/lift')
  await wall.waitForSelector('.takeover', { state: 'detached' })
  for (const page of [wall, manage]) await page.context().close()
})

test('HI4 a picture keeps its words: typed while it is on its way, and below it on a wall', async () => {
  const wall = await openPage(here.browser, `${here.hall.url}/display/?screen=L1`, 1920, 1080)
  const manage = await openPage(here.browser, `${here.hall.url}/manage/?section=notices`, 1366, 768)
  const canvas = createCanvas(1200, 800)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#7a2f2f'
  pen.fillRect(0, 0, 1200, 800)
  let letGo = (): void => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await manage.route('**/api/v1/media', async (route) => {
    await held
    await route.continue()
  })
  const file = { name: 'IMG_2034.png', mimeType: 'image/png', buffer: canvas.toBuffer('image/png') }
  await manage.setInputFiles('.editor input[type=file]', file)
  await manage.waitForSelector('.chip:has-text("正在检查文件")')
  await manage.fill('.editor textarea', '6 月 10 日搬到新楼，路线见图')
  letGo()
  await manage.waitForSelector('.preview-notice img')
  expect(await manage.inputValue('.editor textarea')).toBe('6 月 10 日搬到新楼，路线见图')
  expect(await manage.textContent('.preview-caption')).toBe('6 月 10 日搬到新楼，路线见图')
  await manage.click('.chip:has-text("只显示这条")')
  await keep(manage, 'manage-picture')
  for (const word of ['保存草稿', '送审', '批准']) {
    await manage.click(`.notice-foot button:has-text("${word}"):not([aria-disabled=true])`)
    await manage.waitForTimeout(700)
  }
  await wall.waitForSelector('.captioned img', { timeout: 60_000 })
  expect(await wall.textContent('.captioned figcaption')).toBe('6 月 10 日搬到新楼，路线见图')
  await keep(wall, 'wall-picture')
  for (const page of [wall, manage]) await page.context().close()
})
