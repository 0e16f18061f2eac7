import { expect, test, vi } from 'vitest'
import { openPage } from '../support/browser.ts'
import { readQr } from '../support/read-qr.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

const picture = process.env.TINGSHI_PICTURES
const here = hallInBrowser()
const fault = (id: string, what: string | null) =>
  fetch(`${here.hall.url}/demo/printer/${id}`, { method: 'POST', body: JSON.stringify({ fault: what }) })
const papers = async (id: string): Promise<number> => (await fetch(`${here.hall.url}/demo/paper/${id}.png`)).status

test.each([
  ['1080×1920', 1080, 1920],
  ['1920×1080', 1920, 1080],
])(
  'K18 a terminal whose printer cannot print says so at once and gives the number on screen and phone (%s)',
  async (size, width, height) => {
    await fault('PR1', 'paper-out')
    const page = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, width, height)
    await page.getByText('本机暂停打印').waitFor()
    if (picture) await page.screenshot({ path: `${picture}/paused-home-${size}.png` })
    await page.locator('.hero.take').click()
    await page.locator('.tiles .tile:enabled').first().click()
    await page.getByText('本机暂停打印，不出号票').waitFor()
    const number = await page.locator('.number').textContent()
    expect(number).toMatch(/^[A-Z]\d{3}$/)
    await page.waitForTimeout(600)
    const shot = await page.screenshot(picture ? { path: `${picture}/paused-ticket-${size}.png` } : {})
    const address = (await readQr(shot)) ?? ''
    expect(address).toContain(`${here.hall.url}/t/`)
    const phone = await openPage(here.browser, address, 390, 844)
    await phone
      .getByText(number ?? '')
      .first()
      .waitFor()
    await phone.context().close()
    // Nothing waits for the paper: when it is back, no slip of somebody who has left comes out.
    await fault('PR1', null)
    await page.getByText('本机暂停打印，不出号票').waitFor()
    await page.waitForTimeout(4_000)
    expect(await papers('PR1')).toBe(204)
    await page.context().close()
    await expect
      .poll(
        async () =>
          (
            (await (await fetch(`${here.hall.url}/api/v1/health`)).json()) as {
              devices: { id: string; state: string }[]
            }
          ).devices.find(({ id }) => id === 'PR1')?.state,
        {
          timeout: 30_000,
        },
      )
      .toBe('ok')
  },
)
