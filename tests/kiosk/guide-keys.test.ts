import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
let guide: ApiClient
let desk: Page
const here = hallInBrowser({}, async (hall, browser) => {
  guide = await signIn(hall.url, 'guide')
  await guide.post('/tickets', { queueId: 'A', printer: 'none' })
  desk = await openPage(browser, `${hall.url}/guide/`, 1366, 768)
  desk.setDefaultTimeout(30_000)
  await desk.waitForSelector('.ticket-row')
})
const shot = (name: string): Promise<unknown> | undefined =>
  process.env.TINGSHI_SHOTS ? desk.screenshot({ path: `${process.env.TINGSHI_SHOTS}/${name}.png` }) : undefined
const press = (key: string): Promise<void> => desk.keyboard.press(key)
async function say(words: string): Promise<void> {
  await press('Escape')
  await press('/')
  await desk.waitForSelector('dialog[open] input')
  await desk.keyboard.type(words)
  await desk.waitForSelector('.palette-line')
  await press('Enter')
}
const made = async (): Promise<{ text: Record<string, string>; spoken: Record<string, string[]> } | undefined> => {
  const supervisor = await signIn(here.hall.url, 'supervisor')
  const { items } = (
    await supervisor.get<{ items: { type: string; text: Record<string, string> }[] }>('/events?limit=5000')
  ).body
  return items.findLast(({ type }) => type === 'announcement-made') as never
}

test('PB11 SG11 every verb of the palette by keyboard alone: 广播, 插播, 公告, 调窗口, 广播找', async () => {
  await say('插播')
  await desk.waitForSelector('dialog[open]:has-text("插播一条公告")')
  await say('公告')
  await desk.waitForSelector('dialog[open]:has-text("插播一条公告")')
  await say('调窗口 12')
  await desk.waitForSelector('dialog[open]:has-text("12 号窗口")')
  await say('广播找 A001')
  await desk.waitForSelector('dialog[open]:has-text("找这个号")')
  await say('广播')
  await desk.waitForSelector('dialog[open]:has-text("播一条广播")')
  await shot('guide-announce')
})

test('PB10 PB11 a sentence of one’s own, spoken, by keyboard: a number to a counter for its papers', async () => {
  await press('0')
  await desk.waitForSelector('.free')
  await desk.keyboard.type('a001')
  await press('Tab')
  await press('Tab')
  await press('Tab')
  await desk.keyboard.type('998')
  await desk.waitForSelector('dialog[open] .button:has-text("没有 998 号窗口")')
  await press('Control+a')
  await desk.keyboard.type('12')
  await press('Tab')
  await press('Tab')
  await press('Space')
  await desk.waitForSelector('.free-said:has-text("请 A001 号到 12 号窗口补交材料。")')
  await shot('guide-free')
  await desk.focus('.free input >> nth=1')
  await press('Enter')
  await desk.waitForSelector('.toasts:has-text("正在播：请 A001 号到 12 号窗口补交材料。")')
  const one = await made()
  expect(one?.text).toMatchObject({ en: 'Number A001, please go to counter 12 to hand in your documents.' })
  expect(one?.spoken['zh-Hans']).toEqual(['qing', '#A001', 'hao', 'dao', '@12', 'chuangkou', 'f-documents'])
})

test('PB12 a guide sends a number to a queue, a counter or a person, with a word for whoever serves there', async () => {
  await press('Escape')
  await press('ArrowDown')
  const key = await desk.evaluate(
    () =>
      [...document.querySelectorAll('.button')].find((one) => one.textContent?.includes('转移'))?.querySelector('kbd')
        ?.textContent,
  )
  await press(key ?? 'F6')
  await desk.waitForSelector('dialog[open]:has-text("转到哪里")')
  await desk.keyboard.type('12')
  await press('Enter')
  await desk.waitForSelector('dialog[open]:has-text("转到12 号窗口")')
  await shot('guide-transfer')
  await desk.keyboard.type('材料已核')
  await press('Enter')
  await desk.waitForSelector('dialog[open]', { state: 'detached' })
  const clerk = await signIn(here.hall.url, 'supervisor')
  const { items } = (await clerk.get<{ items: Record<string, unknown>[] }>('/events?limit=5000')).body
  expect(items.findLast(({ type }) => type === 'ticket-transferred')).toMatchObject({
    toCounterId: '12',
    note: '材料已核',
  })
})
