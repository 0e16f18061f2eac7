import { expect, test, vi } from 'vitest'
import { openPage } from '../support/browser.ts'
import { readQr } from '../support/read-qr.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

const here = hallInBrowser()
const fault = (id: string, what: string | null) =>
  fetch(`${here.hall.url}/demo/printer/${id}`, { method: 'POST', body: JSON.stringify({ fault: what }) })

test('D25 the board in /manage/ and the desk show the device that needs somebody first, with what to do; all 170 counters are there', async () => {
  await fault('PR1', 'paper-out')
  const page = await openPage(here.browser, `${here.hall.url}/manage/?section=devices`, 1920, 1080)
  const first = page.locator('.device-table li').first()
  await first.getByText('缺纸').waitFor()
  await first.locator('button').click()
  await page.locator('.device-open').getByText('打开前盖，换一卷纸').waitFor()
  expect(await page.locator('.device-open .button', { hasText: '打测试页' }).getAttribute('aria-disabled')).toBe('true')
  await page.getByRole('button', { name: '窗口电脑' }).click()
  expect(await page.locator('.device-table li').count()).toBe(170)
  await page.getByPlaceholder('编号、名称、位置').fill('counter-17')
  // counter-17 and counter-170.
  expect(await page.locator('.device-table li').count()).toBe(2)
  // Nothing sticks out to the side, also on a clerk's small screen.
  await page.setViewportSize({ width: 1366, height: 768 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

  const desk = await openPage(here.browser, `${here.hall.url}/guide/`, 1920, 1080)
  const row = desk.locator('.device-row').first()
  await row.getByText('打开前盖，换一卷纸').waitFor()
  await fault('PR1', null)
  await desk.waitForFunction(() => !document.querySelector('.device-list')?.textContent?.includes('缺纸'))
  await desk.context().close()
  await page.context().close()
})

test('D30 the preview shows 80 and 58 mm from the real bytes, its code is read, and a sample comes out of the printer', async () => {
  const page = await openPage(here.browser, `${here.hall.url}/manage/?section=slip`, 1920, 1080)
  for (const mm of [80, 58]) {
    const picture = page.locator(`.slip-paper-${mm} img`)
    await picture.waitFor()
    const drawn = await picture.evaluate((image: HTMLImageElement) => {
      const canvas = Object.assign(document.createElement('canvas'), {
        width: image.naturalWidth,
        height: image.naturalHeight,
      })
      canvas.getContext('2d')?.drawImage(image, 0, 0)
      return canvas.toDataURL('image/png').split(',')[1] ?? ''
    })
    const bytes = Buffer.from(drawn, 'base64')
    expect(await readQr(bytes)).toBe(`${here.hall.url}/t/sample-slip-of-nobody`)
  }
  await page.locator('.slip-side li', { hasText: 'PR2' }).getByRole('button').click()
  await expect
    .poll(async () => (await fetch(`${here.hall.url}/demo/paper/PR2.png`)).status, { timeout: 30_000 })
    .toBe(200)
  expect(await readQr(Buffer.from(await (await fetch(`${here.hall.url}/demo/paper/PR2.png`)).arrayBuffer()))).toBe(
    `${here.hall.url}/t/sample-slip-of-nobody`,
  )
  await page.context().close()
})

test('D30 the preview is for supervisors', async () => {
  expect((await fetch(`${here.hall.url}/api/v1/slip-preview`)).status).toBe(401)
  const { token } = (await (
    await fetch(`${here.hall.url}/demo/sign-in`, { method: 'POST', body: JSON.stringify({ role: 'guide' }) })
  ).json()) as {
    token: string
  }
  expect(
    (await fetch(`${here.hall.url}/api/v1/slip-preview`, { headers: { authorization: `Bearer ${token}` } })).status,
  ).toBe(403)
})
