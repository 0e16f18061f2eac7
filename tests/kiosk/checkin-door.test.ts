import { expect, test } from 'vitest'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

const pictures = process.env.TINGSHI_PICTURES ?? null
const here = hallInBrowser()

test.each([
  [1080, 1920],
  [1920, 1080],
])(
  'CA2 at %i×%i check-in is one touch from home, and its code is typed on one keyboard with digits and letters',
  async (width, height) => {
    const terminal = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, width, height)
    const picture = async (name: string): Promise<void> =>
      void (pictures !== null && (await terminal.screenshot({ path: `${pictures}/${name}-${width}.png` })))
    await terminal.waitForSelector('.home .tile:has-text("预约签到")')
    const wide = await terminal.$$eval('.four .tile', (all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth + 1),
    )
    expect(wide.length).toBe(0)
    await picture('home')
    await terminal.click('.home .tile:has-text("预约签到")')
    await terminal.waitForSelector('.checkin .keyboard')
    for (const key of ['7', 'A']) await terminal.click(`.keyboard .key:text-is("${key}")`)
    expect(await terminal.inputValue('.field input')).toBe('7A')
    const low = await terminal.$$eval(
      '.keyboard .key',
      (all) => all.filter((one) => one.getBoundingClientRect().bottom > innerHeight).length,
    )
    expect(low).toBe(0)
    await picture('checkin')
    await terminal.click('.dock button:has-text("首页")')
    await terminal.click('.tile:has-text("进度查询")')
    await terminal.waitForSelector('.progress .keyboard')
    expect(await terminal.textContent('.hint')).toContain('扫码口')
    for (const key of ['7', 'A']) await terminal.click(`.keyboard .key:text-is("${key}")`)
    await picture('progress')
    await terminal.close()
  },
  120_000,
)
