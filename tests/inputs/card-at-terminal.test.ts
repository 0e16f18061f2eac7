import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inventedPersons } from '../../gateway/devices/fake/invented-persons.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

let terminal: Page
let supervisor: ApiClient
const heard: string[] = []
const here = hallInBrowser({ TINGSHI_LOG: 'trace' }, async (hall, browser) => {
  supervisor = await signIn(hall.url, 'supervisor')
  terminal = await openPage(browser, 'about:blank', 1080, 1920)
  terminal.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => heard.push(String(payload)))
    socket.on('framesent', ({ payload }) => heard.push(String(payload)))
  })
  terminal.on(
    'response',
    (response) =>
      void response
        .text()
        .then((text) => heard.push(text))
        .catch(() => {}),
  )
  await terminal.goto(`${hall.url}/kiosk/?terminal=K4`)
  await terminal.waitForSelector('.hero')
})

const reader = (body: object): Promise<Response> =>
  fetch(`${here.hall.url}/demo/reader/RD4`, { method: 'POST', body: JSON.stringify(body) })
const onBoard = async (): Promise<unknown> => {
  const { body } = await supervisor.get<{ items: { id: string }[] }>('/devices')
  return body.items.find(({ id }) => id === 'RD4')
}
async function wish(queue: string): Promise<void> {
  const home = terminal.locator('.dock button:has-text("首页")')
  if (await home.isVisible()) await home.click()
  await terminal.click('.hero:not(.find)')
  await terminal.click(`.tile:has-text("${queue}")`)
  await terminal.waitForSelector('.card-dialog')
}

test('RD3 nothing is read before the notice was seen and agreed to', async () => {
  await reader({ person: 0 })
  await wish('住房公积金')
  expect(await terminal.textContent('.card-notice')).toContain('姓名和照片不留')
  await terminal.waitForTimeout(800)
  expect(heard.join('')).not.toContain('"type":"card"')
  expect(await terminal.locator('.screen.ticket').count()).toBe(0)
})

test('RD3 RD4 with the card one number is given, and the second is refused with the number that is held', async () => {
  await terminal.click('.card-dialog .main-action')
  await terminal.waitForSelector('.card-seen:has-text("张* 159999********0012")')
  await terminal.waitForSelector('.screen.ticket')
  const number = await terminal.textContent('.plate .number')
  await wish('住房公积金')
  await terminal.click('.card-dialog .main-action')
  await terminal.waitForSelector('text=请先把身份证拿开，再放一次')
  await reader({ person: null })
  await terminal.waitForSelector('text=请把身份证平放在读卡区')
  await reader({ person: 0 })
  await terminal.waitForSelector(`text=您在这里已经有一个号 ${number}，请用那个号`)
  await reader({ person: null })
}, 60_000)

test('RD5 without a card, and at a reader that does not answer, a number is taken all the same', async () => {
  await wish('社会保险')
  await terminal.click('.card-ways button:has-text("不用身份证")')
  await terminal.waitForSelector('.screen.ticket')
  await reader({ mute: true })
  await wish('社会保险')
  await terminal.click('.card-dialog .main-action')
  await terminal.waitForSelector('text=读卡器没有反应')
  await expect
    .poll(onBoard)
    .toMatchObject({ state: 'fault', word: '不回答', todo: expect.stringContaining('4 号终端的身份证读卡器不回答') })
  await terminal.click('.card-ways button:has-text("不用身份证")')
  await terminal.waitForSelector('.screen.ticket')
  // Nobody is asked for a card that cannot be read; when the reader answers again, the question comes back by itself.
  await terminal.click('.dock button:has-text("首页")')
  await terminal.click('.hero:not(.find)')
  await terminal.click('.tile:has-text("社会保险")')
  await terminal.waitForSelector('.screen.ticket')
  await reader({ mute: false })
  await expect.poll(onBoard, { timeout: 15_000 }).toMatchObject({ state: 'ok' })
  await wish('社会保险')
  await terminal.click('.card-ways button:has-text("返回")')
}, 60_000)

test('RD6 a page cannot say whose card it was, nor use one that was read for somebody else', async () => {
  const page = await signIn(here.hall.url, 'terminal', 'K4')
  expect((await page.post('/tickets', { queueId: 'A', terminalId: 'K4', identity: 'a'.repeat(64) })).status).toBe(403)
  expect((await page.post('/tickets', { queueId: 'A', terminalId: 'K4', withCard: true })).body).toMatchObject({
    error: { code: 'card-not-read' },
  })
  expect((await page.post('/terminals/K1/reader', { action: 'read' })).status).toBe(403)
  const other = await signIn(here.hall.url, 'terminal', 'K1')
  expect(await other.post('/terminals/K1/reader', { action: 'read' })).toMatchObject({
    status: 409,
    body: { error: { code: 'no-reader' } },
  })
  expect((await supervisor.post('/terminals/K4/reader', { action: 'read' })).status).toBe(403)
})

test('RD2 the number is on no wire, in no log and in no file', async () => {
  const files = readdirSync(here.hall.dataDir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(here.hall.dataDir, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path))
  expect(files.length).toBeGreaterThan(3)
  const passed = `${heard.join('\n')}\n${here.hall.said()}`
  expect(passed).toContain('159999********0012')
  for (const secret of inventedPersons.flatMap(({ number, name }) => [number, name])) {
    expect(passed.includes(secret)).toBe(false)
    expect(files.some((file) => file.includes(secret))).toBe(false)
  }
  // Mask and surname are for the eyes of the visitor alone.
  expect(files.some((file) => file.includes('159999********'))).toBe(false)
  expect(here.hall.said()).not.toContain('159999********')
  const log = JSON.stringify((await supervisor.get('/events?after=0&limit=5000')).body)
  expect(log).toContain('ticket-taken')
  expect(log).not.toContain('identity')
})

test('RD7 nobody has the invented numbers: their check digits are wrong', () => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  expect(inventedPersons.length).toBeGreaterThan(1)
  for (const { number } of inventedPersons) {
    const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
    expect(number).toMatch(/^\d{18}$/)
    expect('10X98765432'[sum % 11]).not.toBe(number[17])
  }
})
