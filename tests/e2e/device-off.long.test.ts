import { expect, test, vi } from 'vitest'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

const picture = process.env.TINGSHI_PICTURES
const here = hallInBrowser()
const fault = (id: string, what: string | null) =>
  fetch(`${here.hall.url}/demo/printer/${id}`, { method: 'POST', body: JSON.stringify({ fault: what }) })

test('D31 D32 a guide sets a broken printer aside with a reason; its terminal says so; /manage/ shows who and why and takes it back', async () => {
  const terminal = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, 1080, 1920)
  await terminal.locator('.hero.take').waitFor()
  await fault('PR1', 'cutter-jam')
  const desk = await openPage(here.browser, `${here.hall.url}/guide/`, 1920, 1080)
  const row = desk.locator('.device-row', { hasText: 'PR1' })
  await row.getByText('取出切刀里的纸').waitFor()
  if (picture) await desk.screenshot({ path: `${picture}/desk-fault.png` })
  await row.getByRole('button', { name: '停用' }).click()
  await desk.getByRole('dialog').getByText('为什么').waitFor()
  if (picture) await desk.screenshot({ path: `${picture}/desk-ask.png` })
  await desk.getByRole('button', { name: '送修' }).click()
  await row.getByText('停用：送修').waitFor()
  // The longest line fits, also on a small screen.
  await desk.setViewportSize({ width: 1366, height: 768 })
  expect(await row.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true)
  if (picture) await desk.screenshot({ path: `${picture}/desk-off.png` })
  await terminal.getByText('本机暂停打印').waitFor()

  const manage = await openPage(here.browser, `${here.hall.url}/manage/?section=devices`, 1366, 768)
  await manage.getByPlaceholder('编号、名称、位置').waitFor()
  await manage.getByRole('button', { name: /^打印机/ }).click()
  await manage.locator('.device-table button', { hasText: 'PR1' }).click()
  await manage.locator('.device-open').getByText('谁停用的').waitFor()
  expect(await manage.locator('.device-now').textContent()).toContain('停用：送修')
  expect(await manage.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  if (picture) await manage.screenshot({ path: `${picture}/manage-off.png` })
  await fault('PR1', null)
  await manage.getByRole('button', { name: '恢复使用' }).click()
  await manage.locator('.device-now').getByText('正常', { exact: true }).waitFor()
  await terminal.getByText('本机暂停打印').waitFor({ state: 'detached' })
  await row.getByText('停用').waitFor({ state: 'detached' })
  // A reason of one's own, from /manage/.
  await manage.locator('.device-open').getByRole('button', { name: '停用' }).click()
  await manage.getByLabel('别的原因').fill('等厂家周四来看')
  await manage.getByRole('button', { name: '选这个' }).click()
  await manage.locator('.device-now').getByText('停用：等厂家周四来看').waitFor()
  for (const page of [terminal, desk, manage]) await page.context().close()
})
