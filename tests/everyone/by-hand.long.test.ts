import type { Page } from 'playwright-core'
import { afterEach, expect, test, vi } from 'vitest'
import { openPage } from '../support/browser.ts'
import { drawByMouse } from '../support/draw-by-mouse.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const here = hallInBrowser()
afterEach(async () => {
  for (const context of here.browser.contexts()) await context.close()
})
async function terminal(): Promise<Page> {
  const page = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, 1080, 1920)
  await page.waitForSelector('.chips button')
  return page
}

const results = (page: Page): Promise<string[]> => page.locator('.rows .row .row-words > b').allInnerTexts()

test('HW6 营业 drawn with the mouse finds what the keyboard finds', async () => {
  const page = await terminal()
  await page.click('.hero.find')
  await page.fill('.field input', '营业')
  await page.waitForSelector('.found')
  const typed = await results(page)
  await page.click('.key:has-text("清空")')
  await page.click('.key.entry:has-text("手写")')
  await page.waitForSelector('.ink-pad')
  for (const character of '营业') {
    await drawByMouse(page, character)
    await page.click(`.candidate:has-text("${character}") >> nth=0`)
  }
  expect(await page.inputValue('.field input')).toBe('营业')
  expect((await results(page))[0]).toBe(typed[0])
  expect(typed.join()).toContain((await results(page)).join())
})

test('HW6 口 told by its strokes stands among the candidates and is written', async () => {
  const page = await terminal()
  await page.click('.hero.find')
  await page.click('.key.entry:has-text("笔画")')
  for (const kind of ['竖', '折', '横']) await page.click(`.stroke-key:has(b:text-is("${kind}"))`)
  await page.click('.candidate:has-text("口") >> nth=0')
  expect(await page.inputValue('.field input')).toBe('口')
  expect(await page.locator('.stroke-tray').innerText()).toContain('0')
})

test('HW6 EV1 EV5 large letters open with the pad from any screen, and are gone with the visitor', async () => {
  const page = await terminal()
  for (const open of ['.hero.take', '.hero.find', '.four .tile:has-text("公告")']) {
    await page.click(open)
    await page.click('.dock button:has-text("低位")')
    await page.click('.dock button:has-text("长辈版")')
    expect(await page.locator('.stage').getAttribute('class')).toContain('elder low')
    await page.click('.dock button:has-text("退出大字")')
    await page.click('.dock button:has-text("首页")')
    expect(await page.locator('.stage').getAttribute('class')).not.toMatch(/elder|low|contrast/)
  }
  await page.click('.dock button:has-text("长辈版")')
  await page.click('.elder-action.find')
  await page.waitForSelector('.ink-pad')
  await page.click('.key.entry:has-text("拼音")')
  await page.click('.dock button:has-text("退出大字")')
  await page.click('.dock button:has-text("首页")')
  await page.click('.dock button:has-text("长辈版")')
  await page.click('.elder-action.find')
  await page.waitForSelector('.ink-pad')
})
