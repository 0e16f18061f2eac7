import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { TrackView } from '../../gateway/contract/visitor-views.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

/** Where screenshots go, for somebody who looks at them; unset = none. */
const pictures = process.env.TINGSHI_PICTURES ?? null
const small = [360, 640] as const
const usual = [390, 844] as const

let guide: ApiClient
let clerk: ApiClient
const here = hallInBrowser({}, async (hall) => {
  guide = await signIn(hall.url, 'guide')
  clerk = await signIn(hall.url, 'clerk', '21')
  await clerk.post('/counters/21/open')
})
const take = async (accessible = false) =>
  (
    await guide.post<{ ticketId: string; number: string; token: string }>('/tickets', {
      queueId: await queueOf21(),
      accessible,
    })
  ).body
const queueOf21 = async (): Promise<string> => {
  const { items } = (await guide.get<{ items: { id: string; where: { counters: string[] }[] }[] }>('/queues')).body
  return items.find(({ where }) => where.some(({ counters }) => counters.includes('21')))?.id ?? ''
}
const look = async (token: string): Promise<TrackView> => (await guide.get<TrackView>(`/track/${token}`)).body
const picture = async (page: Page, name: string): Promise<void> =>
  void (pictures !== null && (await page.screenshot({ path: `${pictures}/${name}.png` })))

/** Whether all that can be pressed stands whole in the first screen. */
const buttonsBelow = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.first button')]
      .filter((button) => button.getBoundingClientRect().bottom > innerHeight)
      .map((button) => button.textContent ?? ''),
  )
const fontOf = (page: Page, selector: string): Promise<number> =>
  page.$eval(selector, (node) => Number.parseFloat(getComputedStyle(node).fontSize))

test('PH1 PH2 PH8 called: the counter is the largest, with its place and the way, and every action is above the fold', async () => {
  const { token, number } = await take()
  const next = await take()
  const phone = await openPage(here.browser, `${here.hall.url}/t/${token}`, ...usual)
  await phone.waitForSelector('text=前面还有')
  expect(await phone.locator('.actions button').allInnerTexts()).toEqual(['开启声音和震动', '晚点再来', '不办了'])
  expect(await buttonsBelow(phone)).toEqual([])
  await picture(phone, 'phone-waiting-390')
  await phone.setViewportSize({ width: small[0], height: small[1] })
  expect(await buttonsBelow(phone)).toEqual([])
  await picture(phone, 'phone-waiting-360')
  await phone.setViewportSize({ width: usual[0], height: usual[1] })
  await phone.click('text=开启声音和震动')
  await clerk.post('/counters/21/next')
  await phone.waitForSelector('.go .goal:has-text("21")')
  await phone.waitForSelector('.way-card .plan')
  expect(await phone.textContent('.go')).toMatch(/^21号窗口1 楼 . 区$/)
  expect(await fontOf(phone, '.go .goal')).toBeGreaterThan(2 * (await fontOf(phone, '.own .num')))
  expect(await phone.textContent('.own .num')).toBe(number)
  expect(await phone.textContent('.way-card b')).toMatch(/^进正门.*(左|右)转.*(左手边|右手边|就在前面)$/)
  for (const [width, height] of [usual, small]) {
    await phone.setViewportSize({ width, height })
    expect(await phone.locator('.first button:not(.language-switch)').allInnerTexts()).toEqual([
      '关掉',
      '我马上到',
      '晚点再来',
      '找引导员',
    ])
    expect(await buttonsBelow(phone), `${width}×${height}`).toEqual([])
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    const [way, actions] = [
      await phone.locator('.way-card').boundingBox(),
      await phone.locator('.actions').boundingBox(),
    ]
    expect((way?.y ?? 0) + (way?.height ?? 0)).toBeLessThanOrEqual(actions?.y ?? 0)
    await picture(phone, `phone-called-${width}`)
  }
  await phone.setViewportSize({ width: usual[0], height: usual[1] })
  await phone.click('text=我马上到')
  await phone.waitForSelector('text=窗口知道您正在过来')
  await phone.click('text=找引导员')
  await phone.waitForSelector('text=已经告诉引导员')
  await phone.click('text=晚点再来')
  await phone.waitForSelector('text=先让后面 5 位办')
  await picture(phone, 'phone-later-390')
  await phone.click('.ask button:has-text("让 5 位")')
  await phone.waitForSelector('text=前面还有')
  expect((await look(token)).state).toBe('waiting')
  expect((await look(next.token)).ahead).toBe(0)
  await phone.close()
}, 120_000)

test('PH8 who needs an accessible counter is led by the lift, to whatever floor', async () => {
  const upstairs = (await guide.get<{ counters: { id: string; floor: string }[] }>('/hall')).body.counters.find(
    ({ floor }) => floor !== '1',
  )
  const { items } = (await guide.get<{ items: { id: string; where: { counters: string[] }[] }[] }>('/queues')).body
  const queueId = items.find(({ where }) => where.some(({ counters }) => counters.includes(upstairs?.id ?? '')))?.id
  const other = await signIn(here.hall.url, 'clerk', upstairs?.id ?? '')
  await other.post(`/counters/${upstairs?.id}/open`)
  for (const accessible of [true, false]) {
    const { ticketId, token } = (
      await guide.post<{ ticketId: string; token: string }>('/tickets', { queueId, accessible })
    ).body
    await other.post(`/counters/${upstairs?.id}/call`, { ticketId })
    const phone = await openPage(here.browser, `${here.hall.url}/t/${token}`, ...usual)
    const words = (await phone.textContent('.way-card b')) ?? ''
    expect(words).toContain(accessible ? '坐电梯到 5 楼' : ' 5 楼')
    expect(words).toMatch(/出来.*(左手边|右手边|就在前面)$/)
    await picture(phone, `phone-called-upstairs-${accessible}`)
    await other.post(`/counters/${upstairs?.id}/finish`)
    await phone.close()
  }
}, 120_000)

test('PH9 sound is silenced by the touch that stands beside it, and a silent phone does not ring', async () => {
  const { token, ticketId } = await take()
  const phone = await openPage(here.browser, `${here.hall.url}/t/${token}`, ...usual)
  await phone.evaluate(() => {
    Object.assign(window, { shaken: 0 })
    Object.defineProperty(navigator, 'vibrate', {
      value: (pattern: number[]) => {
        if (pattern.length > 1) Object.assign(window, { shaken: (window as unknown as { shaken: number }).shaken + 1 })
        return true
      },
    })
  })
  const shaken = (): Promise<number> => phone.evaluate(() => (window as unknown as { shaken: number }).shaken)
  await phone.click('text=开启声音和震动')
  await clerk.post('/counters/21/call', { ticketId })
  await phone.waitForSelector('.go .goal')
  expect(await shaken()).toBe(1)
  await phone.click('text=关掉')
  await phone.waitForSelector('text=声音和震动没开')
  await clerk.post('/counters/21/recall')
  await phone.waitForFunction(() => document.querySelector('.ago')?.textContent?.startsWith('0 秒') ?? false)
  expect(await shaken()).toBe(1)
  await clerk.post('/counters/21/finish')
  await phone.waitForSelector('text=已经办完，慢走')
  await phone.close()
}, 120_000)
