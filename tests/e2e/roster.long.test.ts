import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import type { RosterView } from '../../gateway/contract/roster.ts'
import { addDays, dayAt, weekdayOf } from '../../gateway/contract/hall-time.ts'
import { signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const here = hallInBrowser()
const shot = async (page: Page, name: string): Promise<void> => {
  if (process.env.TINGSHI_SHOTS) await page.screenshot({ path: `${process.env.TINGSHI_SHOTS}/${name}.png` })
}
const today = (): string => dayAt(Date.now(), 'Asia/Shanghai')
const monday = (): string => addDays(today(), 1 - weekdayOf(today()))
const week = async (): Promise<RosterView> => {
  const supervisor = await signIn(here.hall.url, 'supervisor')
  return (await supervisor.get<RosterView>(`/roster?from=${monday()}&until=${addDays(monday(), 6)}`)).body
}
const cell = (page: Page, line: number, column: number) => page.locator(`[data-at="${line} ${column}"]`)
const CHIEF_OF_BDC = '乌云其其格'

test.each([
  [1366, 768],
  [1920, 1080],
])('DR6 a week is typed, filled and saved by keyboard alone, at %i×%i', async (width, height) => {
  const page = await openPage(here.browser, `${here.hall.url}/manage/?section=roster`, width, height)
  await cell(page, 0, 0).waitFor()
  await cell(page, 0, 0).focus()
  const leader = `白音那木拉${width}`.replace(/\d/g, '')
  await page.keyboard.type(`${leader} 8:30-12:00、王* 下午`)
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('李红')
  await page.keyboard.press('Enter')
  await page.keyboard.type('不动产登记中心'.slice(0, 3) + width)
  // Digits are no name: the page says where, and does not save.
  await page.waitForSelector('.roster-why >> text=姓名里有数字')
  await page.keyboard.press('Control+s')
  await page.keyboard.press('Control+a')
  await page.keyboard.type(CHIEF_OF_BDC)
  await page.keyboard.press('Control+Enter')
  await shot(page, `roster-draft-${width}`)
  await page.keyboard.press('Control+s')
  await page.waitForSelector('.toast >> text=值班表保存了')
  const { duties, days, departments } = await week()
  const open = days.filter(({ isOpen }) => isOpen).map(({ day }) => day)
  const named = (post: string): string[] => [
    ...new Set(duties.filter((one) => one.post === post).map(({ day }) => day)),
  ]
  expect(named('leader')).toEqual(open)
  expect(named('chief')).toEqual(open)
  expect(duties.find(({ post }) => post === 'chief')).toMatchObject({
    name: CHIEF_OF_BDC,
    departmentName: departments[0],
  })
  await page.waitForSelector('.roster-foot >> text=这周')
  await shot(page, `roster-${width}`)
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('.roster-bar .button, .roster-bar h2, .roster-grid thead th')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map((one) => one.textContent),
  )
  expect(cut).toEqual([])
  await page.context().close()
})

test('DR6 the next week is copied from this one, and what is not saved counts nothing', async () => {
  const page = await openPage(here.browser, `${here.hall.url}/manage/?section=roster`, 1366, 768)
  await cell(page, 0, 0).waitFor()
  await page.click('text=下一周')
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[data-at="0 0"]')?.value === '')
  await page.click('text=复制上周')
  await page.waitForSelector('.toast >> text=还没有保存')
  expect(await cell(page, 2, 0).inputValue()).toBe(CHIEF_OF_BDC)
  const next = addDays(monday(), 7)
  const supervisor = await signIn(here.hall.url, 'supervisor')
  const seen = async () =>
    (await supervisor.get<RosterView>(`/roster?from=${next}&until=${addDays(next, 6)}`)).body.duties
  expect(await seen()).toEqual([])
  await page.keyboard.press('Control+s')
  await page.waitForSelector('.toast >> text=值班表保存了')
  expect((await seen()).length).toBeGreaterThan(0)
  await page.context().close()
})

test('DR2 DR3 a sheet is looked at before it counts: who, what it replaces, and what was not understood', async () => {
  const page = await openPage(here.browser, `${here.hall.url}/manage/?section=roster`, 1366, 768)
  await cell(page, 0, 0).waitFor()
  const lines = [
    '日期,值班领导,导办员',
    `${today()},张*,李红 8:30-12:00、张强 下午`,
    '后天,赵*,',
    `${today()},钱* 13800000000,`,
  ]
  await page.setInputFiles('.roster-file input', {
    name: '值班.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\n')),
  })
  await page.waitForSelector('.dialog >> text=读出 3 条')
  await page.waitForSelector('.dialog >> text=2 行没有读进来')
  await page.waitForSelector('.dialog >> text=看不懂日期“后天”')
  await shot(page, 'roster-import')
  expect(await page.locator('.dialog').innerText()).not.toContain('138')
  const before = (await week()).duties
  await page.click('.dialog >> text=导入这 3 条')
  await page.waitForSelector('.toast >> text=导入了 3 条值班')
  const after = (await week()).duties
  const on = (day: string, post: string) =>
    after.filter((one) => one.day === day && one.post === post).map(({ name }) => name)
  expect(on(today(), 'leader')).toEqual(['张*'])
  expect(on(today(), 'guide')).toEqual(['李红', '张强'])
  const chiefs = (all: typeof before) => all.filter(({ post }) => post === 'chief')
  expect(chiefs(after)).toEqual(expect.arrayContaining(chiefs(before)))
  await page.context().close()
})

test('DR5 strip, wall and the department’s page at the terminal name who is on duty', async () => {
  const supervisor = await signIn(here.hall.url, 'supervisor')
  const { departments } = await week()
  const chiefs = departments.map((departmentName) => ({
    day: today(),
    post: 'chief',
    departmentName,
    name: CHIEF_OF_BDC,
  }))
  const hall = ['leader', 'guide'].map((post) => ({ day: today(), post, name: '白音那木拉' }))
  await supervisor.post('/roster', { from: today(), until: today(), duties: [...chiefs, ...hall] })
  const strip = await openPage(here.browser, `${here.hall.url}/strip/?counter=45`, 1280, 400)
  await strip.waitForSelector(`.chief >> text=${CHIEF_OF_BDC}`)
  await shot(strip, 'roster-strip')
  const box = await strip.locator('.chief').boundingBox()
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1280)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(400)
  await strip.context().close()
  const wall = await openPage(here.browser, `${here.hall.url}/display/?screen=L1`, 1920, 1080)
  await wall.waitForSelector('text=今天值班：值班领导 白音那木拉；导办员 白音那木拉', { timeout: 60_000 })
  await shot(wall, 'roster-wall')
  await wall.context().close()
  for (const [width, height] of [
    [1080, 1920],
    [1920, 1080],
  ] as const) {
    const kiosk = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, width, height)
    await kiosk.click('.hero.find')
    await kiosk.click('button:has-text("按部门找")')
    await kiosk.click('.tiles .tile >> nth=0')
    await kiosk.waitForSelector(`text=今天的首席代表：${CHIEF_OF_BDC}`)
    await shot(kiosk, `roster-terminal-${width}`)
    await kiosk.context().close()
  }
})
