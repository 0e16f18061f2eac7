import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import type { Matter } from '../../gateway/contract/matter.ts'
import { signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

const shot = (page: Page, name: string): Promise<unknown> | undefined =>
  process.env.TINGSHI_SHOTS ? page.screenshot({ path: `${process.env.TINGSHI_SHOTS}/${name}.png` }) : undefined
async function bothSizes(page: Page, name: string): Promise<void> {
  await shot(page, `${name}-1920`)
  await page.setViewportSize({ width: 1366, height: 768 })
  await shot(page, `${name}-1366`)
  await page.setViewportSize({ width: 1920, height: 1080 })
}
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })
const here = hallInBrowser({ TINGSHI_HALL: spoiledHall({}) }, async () => {})

test('MT6 MH3 MH4 a matter is changed with the terminal’s own page beside it, checked, saved, and taken back', async () => {
  const supervisor = await signIn(here.hall.url, 'supervisor')
  const shown = async (): Promise<Matter> => (await supervisor.get<Matter>('/matters/m029')).body
  const page = await openPage(here.browser, `${here.hall.url}/manage/?section=catalogue&matter=m029`, 1920, 1080)
  const preview = page.frameLocator('.matter-frame iframe')
  await preview.locator('.matter h1').waitFor({ timeout: 60_000 })
  const save = page.locator('.hall-bar button:has-text("保存并生效")')
  expect(await save.getAttribute('aria-disabled')).toBe('true')

  await page.fill('.matter-words >> nth=0 >> input >> nth=0', '申请人身份证原件')
  await preview.locator('.materials:has-text("申请人身份证原件")').waitFor()
  await page.waitForFunction(() => {
    const frame = document.querySelector<HTMLIFrameElement>('.matter-frame iframe')
    return frame?.contentDocument?.documentElement.dataset.changed === 'materials'
  })
  expect((await shown()).guide?.materials[0]?.name).not.toBe('申请人身份证原件')

  await page.fill('#edit-limits', '30')
  await page.waitForSelector('.matter-fault:has-text("承诺不能比法定长")')
  expect(await save.getAttribute('aria-disabled')).toBe('true')
  await page.fill('#edit-limits', '1')
  await page.waitForSelector('.matter-fault', { state: 'detached' })

  // A touch of the picture leads to the field.
  const box = await page.locator('.framed-touch').boundingBox()
  const limits = await preview.locator('.facts').boundingBox()
  if (!box || !limits) throw new Error('nothing to touch')
  await page.mouse.click(limits.x + limits.width / 2, limits.y + limits.height / 2)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('edit-limits')

  await page.waitForSelector('.hall-bar button:has-text("保存并生效"):not([aria-disabled=true])')
  await bothSizes(page, 'matter-terminal')
  // The same as other visitors have it, and on paper.
  await page.click('.matter-looks button:has-text("长辈模式")')
  await preview.locator('.elder .matter h1').waitFor()
  await preview.locator('.materials:has-text("申请人身份证原件")').waitFor()
  await shot(page, 'matter-elder')
  await page.click('.matter-looks button:has-text("手机")')
  await preview.locator('.take-away .material:has-text("申请人身份证原件")').waitFor()
  await bothSizes(page, 'matter-phone')
  await page.click('.matter-looks button:has-text("纸质清单")')
  await page.waitForSelector('.matter-paper img')
  await bothSizes(page, 'matter-list')
  await page.click('.matter-looks button >> nth=0')
  await preview.locator('.matter h1').waitFor()
  // How one material is handed in.
  await page.click('.matter-more >> nth=0')
  await page.click('.material-more button:has-text("可以后补")')
  await page.fill('.material-more label:has-text("窗口核对什么") input', '和身份证上的姓名一致')
  await bothSizes(page, 'matter-more')
  await page.fill('#edit-delivery label:has-text("办完拿到") input', '提取通知书')
  await page.click('.hall-bar button:has-text("看修改")')
  await page.waitForSelector('.hall-history li:has-text("申请人身份证原件")')
  await page.waitForSelector('.hall-history li:has-text("提取通知书")')
  await shot(page, 'matter-changes')
  await page.keyboard.press('Escape')
  await page.waitForSelector('.hall-bar button:has-text("保存并生效"):not([aria-disabled=true])')
  await page.keyboard.press('Control+s')
  await page.waitForSelector('.matter-history li')
  await expect.poll(async () => (await shown()).guide?.promisedDays, { timeout: 30_000 }).toBe(1)
  expect((await shown()).guide?.materials[0]).toMatchObject({ necessity: '容缺后补', standard: '和身份证上的姓名一致' })
  expect((await shown()).guide?.result).toBe('提取通知书')
  await page.click('.matter-history button:has-text("退回")')
  await page.waitForSelector('.matter-history li >> nth=1')
  await expect.poll(async () => (await shown()).guide?.promisedDays, { timeout: 30_000 }).toBe(0)
  await page.context().close()
})
