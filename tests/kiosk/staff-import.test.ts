import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'
import { staffBrowser } from '../support/staff-browser.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const here = hallInBrowser()
const shot = (page: Page, name: string): Promise<unknown> | undefined =>
  process.env.TINGSHI_SHOTS ? page.screenshot({ path: `${process.env.TINGSHI_SHOTS}/${name}.png` }) : undefined
async function bothSizes(page: Page, name: string): Promise<void> {
  await shot(page, `${name}-1920`)
  await page.setViewportSize({ width: 1366, height: 768 })
  await shot(page, `${name}-1366`)
  await page.setViewportSize({ width: 1920, height: 1080 })
}
const table = [
  '工号,姓名,部门,岗位,窗口,身份证号',
  '0381,阿拉坦其木格*,呼和浩特市自然资源局不动产登记中心,窗口办理,12-14、20,',
  '0382,李*,,咨询台引导、窗口办理,1,',
  '0383,张*,,经理,1,',
  '0384,赵*,,窗口办理,998-999,',
  '0327,王*,自然资源局,,15-18,',
].join('\n')

test('PB7 a table of people: looked at, refused rows in words, taken in, codes once and as slips', async () => {
  const page = await openPage(here.browser, `${here.hall.url}/manage/?section=staff`, 1920, 1080)
  await page.waitForSelector('.staff-row >> text=0327')
  await bothSizes(page, 'staff-people')
  await page.keyboard.press('i')
  await page.waitForSelector('text=点“导入”以前什么都不会变')
  await bothSizes(page, 'staff-import-empty')
  await page.setInputFiles('.staff-drop input', {
    name: '人员表.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(table),
  })
  await page.waitForSelector('text=看不懂岗位“经理”')
  await page.waitForSelector('text=大厅里没有这些窗口：998–999 号')
  await page.waitForSelector('text=这几列没有读：身份证号')
  expect(await page.locator('.staff-figures dd').allInnerTexts()).toEqual(['2', '1', '0', '2', '2', expect.any(String)])
  expect(await page.locator('.staff-moved ins').allInnerTexts()).toContain('15–18 号')
  await bothSizes(page, 'staff-import-plan')
  await page.click('text=导入：加 2 人，改 1 人')
  const code = await page.locator('.staff-one-code').first().innerText()
  expect(code).toMatch(/^\w{4}-\w{4}$/)
  await bothSizes(page, 'staff-import-codes')
  // Nobody closes them by a slip of the finger.
  await page.click('text=都发完了')
  await page.waitForSelector('text=还没有打印，真的关掉？')
  await page.keyboard.press('Escape')
  await page.evaluate(() => {
    window.print = () => {}
  })
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.code-sheet > div').count()).toBe(2)
  expect(await page.locator('.code-sheet > div').first().innerText()).toContain(code)
  expect(await page.isVisible('.top-bar')).toBe(false)
  if (process.env.TINGSHI_SHOTS) await page.pdf({ path: `${process.env.TINGSHI_SHOTS}/codes.pdf`, format: 'A4' })
  await page.emulateMedia({ media: 'screen' })
  await page.click('text=打印，裁开发给本人')
  await page.click('text=都发完了')
  await page.waitForSelector('.staff-row >> text=0381')
  const clerk = staffBrowser(here.hall.url)
  expect((await clerk.signIn('0381', code)).body.signedIn).toMatchObject({ counters: ['12', '13', '14', '20'] })
  await page.context().close()
})

test('PB8 岗位和权限: who has a role, what it may, who may sit where; from there to a person', async () => {
  const page = await openPage(here.browser, `${here.hall.url}/manage/?section=staff`, 1920, 1080)
  await page.click('text=岗位和权限')
  const call = page.locator('.posts-table tbody tr').first()
  await call.waitFor()
  expect((await call.innerText()).split(/\s+/)).toEqual(['叫号、办理、过号、挂起、办结', '自己的窗口', '—', '—'])
  await page.click('.posts-table thead >> text=咨询台引导')
  await page.waitForSelector('.posts-people >> text=咨询台引导是谁')
  await bothSizes(page, 'staff-posts')
  await page.fill('.staff-find input', '16号')
  const row = page.locator('.posts-counters li').first()
  expect(await row.innerText()).toContain('0327')
  await row.locator('.posts-person >> text=0327').click()
  await page.waitForSelector('.staff-row[aria-current="true"] >> text=0327')
  await page.context().close()
})
