import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

let start: Page
const here = hallInBrowser({}, async (hall, browser) => {
  start = await openPage(browser, `${hall.url}/`, 1440, 900)
  await start.click('.hand:has-text("摆弄设备")')
  await start.waitForSelector('.tray .device')
})

const device = (name: string): string => `.device:has(.device-head b:text-is("${name}"))`
const terminalOf = async (id: string): Promise<Page> => {
  const page = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=${id}`, 1080, 1920)
  await page.waitForSelector('.hero')
  return page
}

test('SS4 what is typed into the scanner is heard at its terminal, and a pulled plug is on the board', async () => {
  const terminal = await terminalOf('K1')
  const scanner = device('1 号终端的扫码器')
  await start.fill(`${scanner} input`, 'QC2026000101')
  await start.click(`${scanner} button:text-is("扫一下")`)
  await terminal.waitForSelector('.screen.progress')
  await start.click(`${scanner} .plug`)
  await start.waitForSelector(`${scanner}:has-text("拔掉了")`)
  await start.click(`${scanner} .plug`)
  await start.waitForSelector(`${scanner} .device-head small:text-is("正常")`)
  await terminal.context().close()
}, 120_000)

test('SS4 a click on the pad calls at its counter, and its face shows the number', async () => {
  await start.click('.hand:has-text("取一个号")')
  await start.waitForSelector('.toast-done:has-text("取到")')
  const pad = device('1 号窗口叫号器')
  await start.click('.hand:has-text("叫下一位")')
  await start.waitForSelector('.saying:has-text("广播正在说") .saying-on')
  expect(await start.textContent('.saying')).toContain('请 B001 号')
  await start.waitForSelector('.saying:has-text("广播刚说过") .saying-off')
  await start.waitForSelector(`${pad} .pad-face:has-text("B001")`)
  await start.click(`${pad} button:text-is("办结")`)
  await start.waitForSelector(`${pad} .pad-face:not(:has-text("B001"))`)
}, 120_000)

test('SS4 a card laid on the reader is read at its terminal after the notice', async () => {
  const terminal = await terminalOf('K4')
  await start.click(`${device('4 号终端的身份证读卡器')} button:has-text("放上 乌兰")`)
  await terminal.click('.hero:not(.find)')
  await terminal.click('.tile:has-text("税务")')
  await terminal.click('.card-dialog .main-action')
  await terminal.waitForSelector('.card-seen:has-text("乌*")')
  await terminal.waitForSelector('.screen.ticket')
  await terminal.context().close()
}, 120_000)

test('SS4 the keypad moves at its terminal', async () => {
  const terminal = await terminalOf('K1')
  await start.click(`${device('1 号终端的无障碍键盘')} button:text-is("右")`)
  await expect.poll(() => terminal.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON')
  await terminal.context().close()
}, 120_000)

test('SS4 a printer without paper, and a panel that is off, are on the board; another click mends them', async () => {
  const printer = device('1 楼打印机')
  await start.click(`${printer} button:text-is("缺纸")`)
  await start.waitForSelector(`${printer} [aria-pressed=true]:text-is("缺纸")`)
  await start.click(`${printer} button:text-is("缺纸")`)
  await expect.poll(() => start.locator(`${printer} [aria-pressed=true]`).count()).toBe(0)
  const panel = device('大门 LED 屏')
  await expect
    .poll(() =>
      start
        .locator('.panel-picture')
        .first()
        .evaluate((picture: HTMLImageElement) => picture.naturalWidth),
    )
    .toBeGreaterThan(100)
  await start.click(`${panel} button:text-is("关机")`)
  await start.waitForSelector(`${panel} .device-head:not(:has-text("正常"))`, { timeout: 90_000 })
  await start.click(`${panel} button:text-is("关机")`)
  await start.waitForSelector(`${panel} .device-head small:text-is("正常")`, { timeout: 90_000 })
}, 240_000)
