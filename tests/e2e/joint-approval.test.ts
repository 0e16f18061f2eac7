import { expect, test, vi } from 'vitest'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })
const here = hallInBrowser()

/** Types on the terminal's own keyboard page: a keyboard writes into the field too. */
test('PA6 five departments in the browser, from one acceptance to one delivery, with one that asks for more', async () => {
  const page = await openPage(here.browser, `${here.hall.url}/manage/?section=approvals`, 1920, 1080)
  await page.getByRole('button', { name: '一窗受理' }).click()
  await page.locator('select[name=flow]').selectOption('F03')
  await page.locator('input[name=applicant]').fill('吴*')
  await page.locator('input[name=last4]').fill('123X')
  await page.locator('input[name=about]').fill('“巷口便利店”，新城区 86 平方米')
  await page.locator('input[name=materials]').fill('17')
  await page.getByRole('button', { name: '受理', exact: true }).click()
  await page.locator('.lane').nth(4).waitFor()
  expect(await page.locator('.lane').count()).toBe(5)
  expect(new Set(await page.locator('.lane-who b').allInnerTexts()).size).toBe(5)
  const receipt = /BL\d+/.exec(await page.locator('.approval-title p').innerText())?.[0] ?? ''
  expect(receipt).toMatch(/^BL\d{12}$/)
  expect(await page.locator('.approval-title p').innerText()).toContain('吴*')

  const act = async (leg: string, button: string): Promise<void> => {
    await page.locator(`[data-leg="${leg}"]`).hover()
    await page.locator(`[data-leg="${leg}"]`).getByRole('button', { name: button }).click()
  }
  await act('3', '要补材料')
  await page.locator('textarea[name=materials]').fill('检测报告\n平面图')
  await page.getByRole('button', { name: '记下来' }).click()
  await page.locator('[data-leg="3"].lane-asked').waitFor()
  expect(await page.locator('.approval-wait li').allInnerTexts()).toHaveLength(2)
  await page.screenshot({ path: 'tests/out/joint-approval.png' }).catch(() => {})

  const terminal = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, 1080, 1920)
  const look = async (): Promise<void> => {
    const home = terminal.locator('.dock button:has-text("首页")')
    if (await home.isVisible()) await home.click()
    await terminal.click('.tile:has-text("进度查询")')
    await terminal.getByLabel('受理单编号').fill(receipt)
    await terminal.getByLabel('证件号码最后四位').fill('123X')
    await terminal.locator('.main-action').click()
    await terminal.locator('.joint-legs').waitFor()
  }
  await look()
  expect(await terminal.locator('.joint-ask li b').allInnerTexts()).toEqual(['检测报告', '平面图'])
  expect(await terminal.locator('.joint-legs li').count()).toBe(5)
  expect(await terminal.locator('.joint-legs .asked').innerText()).toContain('等您补材料')
  await terminal.screenshot({ path: 'tests/out/joint-terminal.png' }).catch(() => {})

  await page.getByRole('button', { name: '材料补来了' }).click()
  await page.locator('[data-leg="3"].lane-running').waitFor()
  for (const leg of ['1', '2', '3', '4', '5']) {
    await act(leg, '办好了')
    await page.getByRole('button', { name: '同意' }).click()
    await page.locator(`[data-leg="${leg}"].lane-approved`).waitFor()
  }
  await page.getByRole('button', { name: '一次送达' }).click()
  await page.locator('.lane-delivery small', { hasText: '送达' }).first().waitFor()
  await look()
  expect(await terminal.locator('.joint-ask').count()).toBe(0)
  expect(await terminal.locator('.joint-steps .over').count()).toBe(3)
  await page.context().close()
  await terminal.context().close()
})
