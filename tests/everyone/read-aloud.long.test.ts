import type { Page } from 'playwright-core'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'
import { silentVoice } from '../support/silent-voice.ts'
import { turnOn } from '../support/terminal-tour.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

const voice = silentVoice()
const here = hallInBrowser({ TINGSHI_SPEECH: voice.program })
afterAll(voice.discard)
afterEach(async () => {
  for (const context of here.browser.contexts()) await context.close()
})

interface Read {
  sentence: string
  by: string
}
async function terminal(id = 'K1'): Promise<Page> {
  const page = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=${id}`, 1080, 1920)
  await page.evaluate(() => {
    const read: unknown[] = []
    Object.assign(window, { read })
    addEventListener('tingshi:read', (event) => read.push((event as CustomEvent).detail))
  })
  await page.waitForSelector('.chips button')
  return page
}
const heard = (page: Page): Promise<Read[]> => page.evaluate(() => (window as unknown as { read: Read[] }).read)
const forget = (page: Page): Promise<void> =>
  page.evaluate(() => void (window as unknown as { read: Read[] }).read.splice(0))
const said = async (page: Page): Promise<string> => (await heard(page)).map(({ sentence }) => sentence).join(' ')
const isReading = async (page: Page): Promise<boolean> => (await page.locator('.dock >> text=停下').count()) > 0
const key = async (name: string): Promise<void> => {
  const body = JSON.stringify({ key: name })
  const headers = { 'content-type': 'application/json' }
  expect((await fetch(`${here.hall.url}/demo/keypad/KP1`, { method: 'POST', headers, body })).status).toBe(200)
}
/** Seconds are nobody's wish in a test: what is read passes at once. */
const hurry = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const start = AudioBufferSourceNode.prototype.start
    AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode) {
      this.playbackRate.value = 40
      start.call(this)
    }
  })

test('AL1 AL2 home is read in the order of the page, in clips; what has none by the gateway', async () => {
  const page = await terminal()
  await hurry(page)
  await page.click('.dock >> text=朗读')
  await expect.poll(() => isReading(page), { interval: 50 }).toBe(true)
  await expect.poll(() => isReading(page), { timeout: 60_000 }).toBe(false)
  const read = await heard(page)
  expect(read[0]).toEqual({ sentence: '您好，今天想办什么事', by: 'clip' })
  const order = ['点一下就开始', '办事查询', '取号', '今天常办'].map((one) =>
    read.findIndex(({ sentence }) => sentence === one),
  )
  expect(
    order.every((at, nth) => at >= 0 && at > (order[nth - 1] ?? -1)),
    JSON.stringify(read),
  ).toBe(true)
  expect(read.filter(({ by }) => by === 'none')).toEqual([])
  expect(read.some(({ by }) => by === 'gateway')).toBe(true)
  await page.screenshot({ path: 'tests/out/read-home.png' })
})

test('AL4 a touch ends it in the middle of a word; again begins anew; louder and softer at once', async () => {
  const page = await terminal()
  await page.click('.dock >> text=朗读')
  await expect.poll(async () => (await heard(page)).length, { interval: 50 }).toBeGreaterThan(0)
  await page.screenshot({ path: 'tests/out/reading.png' })
  await page.click('.dock >> text=大声点')
  await page.click('.dock >> text=大声点')
  expect(await page.locator('.dock button:has-text("大声点")').isDisabled()).toBe(true)
  expect(await isReading(page)).toBe(true)
  await forget(page)
  await page.click('.dock >> text=再听一遍')
  await expect.poll(async () => (await heard(page))[0]?.sentence, { interval: 50 }).toBe('您好，今天想办什么事')
  await page.click('.hero.find')
  await page.waitForSelector('.screen.search')
  const before = (await heard(page)).length
  expect(await isReading(page)).toBe(false)
  await page.waitForTimeout(2_500)
  expect((await heard(page)).length).toBe(before)
})

test('AL5 how loud it was, and that it was read, is gone with the visitor', async () => {
  const page = await terminal()
  await page.click('.dock >> text=朗读')
  await page.click('.dock >> text=大声点')
  await page.click('.dock >> text=大声点')
  await page.click('.hero.take')
  await page.click('.dock button:has-text("首页")')
  await page.click('.dock >> text=朗读')
  await expect.poll(() => page.locator('.dock button:has-text("大声点")').isDisabled()).toBe(false)
})

test('AL6 in large letters each screen reads itself, without a press', async () => {
  const page = await terminal()
  await hurry(page)
  await turnOn(page, ['elder'])
  await expect.poll(() => said(page), { timeout: 20_000 }).toContain('您好，要办什么')
  await expect.poll(() => said(page), { timeout: 20_000 }).toContain('请人来帮我')
  await page.screenshot({ path: 'tests/out/reading-elder.png' })
  await forget(page)
  await page.click('.elder-action.find')
  await expect.poll(() => said(page), { timeout: 20_000 }).toContain('用手指写给我看')
  // Keys and candidates are for eyes and hands.
  await expect.poll(() => isReading(page), { timeout: 60_000 }).toBe(false)
  expect(await said(page)).not.toContain('退一笔')
  await page.screenshot({ path: 'tests/out/read-elder-search.png' })
})

test('AL7 earphones that cannot be reached stay silent, and the page says so; pulled out, all is as before', async () => {
  const page = await terminal()
  await key('headset-in')
  await page.waitForSelector('.scan-note:has-text("耳机里没有声音")')
  await page.screenshot({ path: 'tests/out/read-earphones.png' })
  await page.click('.dock >> text=朗读')
  await page.waitForTimeout(1_000)
  expect(await heard(page)).toEqual([])
  await key('headset-out')
  await expect.poll(() => page.locator('.scan-note').count()).toBe(0)
})

test('AL7 with earphones the screen is read into them, and then each control that the frame comes to', async () => {
  const page = await terminal()
  await hurry(page)
  await page.evaluate(() => {
    const outputs: string[] = []
    Object.assign(window, { outputs })
    navigator.mediaDevices.enumerateDevices = async () =>
      [{ kind: 'audiooutput', label: 'Storm AudioNav (2c6d:0010)', deviceId: 'ears' }] as MediaDeviceInfo[]
    Object.assign(AudioContext.prototype, { setSinkId: async (id: string) => void outputs.push(id) })
  })
  await key('headset-in')
  await expect.poll(() => said(page), { timeout: 20_000 }).toContain('您好，今天想办什么事')
  expect(await page.evaluate(() => (window as unknown as { outputs: string[] }).outputs)).toEqual(['ears'])
  await forget(page)
  await key('down')
  await expect.poll(() => said(page), { timeout: 20_000 }).toContain('办事查询')
  expect(await said(page)).not.toContain('今天常办')
  await key('softer')
  await key('headset-out')
  await expect.poll(() => page.evaluate(() => (window as unknown as { outputs: string[] }).outputs.at(-1))).toBe('')
})

test('AL8 the door of the voice is for the own terminal', async () => {
  const ask = (role: 'terminal' | 'clerk', id: string, at: string): Promise<number> =>
    signIn(here.hall.url, role, id).then(
      async (who) =>
        (
          await who
            .post(`/terminals/${at}/speech`, { language: 'zh-Hans', text: '请带身份证' })
            .catch(() => ({ status: 0 }))
        ).status,
    )
  expect(await ask('terminal', 'K1', 'K2')).toBe(403)
  expect(await ask('clerk', '1', 'K1')).toBe(403)
  const own = await signIn(here.hall.url, 'terminal', 'K1')
  expect((await own.post('/terminals/K1/speech', { language: 'zh-Hans', text: '字'.repeat(301) })).status).toBe(400)
  expect((await own.post('/terminals/K1/speech', { language: 'fr', text: 'bonjour' })).status).toBe(400)
})

test('AL3 AL9 without a gateway what was made ahead is read, and the page says what cannot be', async () => {
  const page = await terminal()
  await hurry(page)
  await page.click('.dock >> text=朗读')
  await expect.poll(async () => (await heard(page)).length, { timeout: 20_000 }).toBeGreaterThan(3)
  await page.click('.dock >> text=停下')
  await forget(page)
  await page.route('**/speech', (route) => route.abort())
  await page.click('.dock >> text=朗读')
  await expect.poll(() => said(page), { timeout: 20_000 }).toContain('您好，今天想办什么事')
  await page.waitForSelector('.scan-note:has-text("有的字这台机器还不会念")')
  const read = await heard(page)
  expect(read.some(({ by }) => by === 'none')).toBe(true)
  expect(read.filter(({ by }) => by === 'clip').length).toBeGreaterThan(5)
})
