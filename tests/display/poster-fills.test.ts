import { expect, test } from 'vitest'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

const here = hallInBrowser()

test.each([
  ['upright', 1080, 1920],
  ['lying', 1920, 1080],
  ['an old screen', 1366, 768],
])(
  'FT5 the sheet of the code fills a screen: %s',
  async (_, width, height) => {
    const page = await openPage(here.browser, `${here.hall.url}/poster?screen=L1`, width, height)
    await page.waitForSelector('.on-screen figure .digits')
    const seen = await page.evaluate(() => {
      const box = (selector: string): DOMRect =>
        document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
      const { right, bottom } = box('.on-screen footer')
      return {
        right,
        bottom,
        code: box('.on-screen figure svg').width,
        scrolls: document.documentElement.scrollHeight > innerHeight + 1,
        wide: document.documentElement.scrollWidth > innerWidth + 1,
        over:
          box('.on-screen ol').right > box('.on-screen figure').left &&
          box('.on-screen ol').bottom > box('.on-screen figure').top,
      }
    })
    expect(seen).toMatchObject({ scrolls: false, wide: false, over: false })
    expect(seen.bottom).toBeGreaterThan(height * 0.88)
    expect(seen.right).toBeGreaterThan(width * 0.88)
    expect(seen.code).toBeGreaterThan(Math.min(width, height) * 0.5)
    await page.close()
  },
  90_000,
)
