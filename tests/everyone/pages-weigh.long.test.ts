import type { ConsoleMessage } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { type FirstScreen, firstScreens } from '../support/first-screens.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'
import { weighPage } from '../support/page-weight.ts'

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 })

let screens: FirstScreen[] = []
const here = hallInBrowser({}, async (hall) => {
  screens = await firstScreens(hall)
})
const KILO = 1000
const forVisitors = ['terminal', 'phone', 'lobby', 'strip', 'rating', 'book', 'take', 'take-away', 'complain']

test('BU2 BU3 each page keeps its budget on the line, and what visitors first see needs no slice of a font', async () => {
  const over: string[] = []
  for (const screen of screens) {
    const weight = await weighPage(here.browser, here.hall.url + screen.path, screen)
    if (weight.all > screen.most * KILO)
      over.push(`${screen.page}: ${weight.all} of ${screen.most * KILO} ${JSON.stringify(weight)}`)
    if (weight.script > (screen.mostScript ?? Number.POSITIVE_INFINITY) * KILO)
      over.push(`${screen.page}: ${weight.script} of scripts`)
    if (weight.slices.length > 0 && forVisitors.includes(screen.page))
      over.push(`${screen.page}: npm run first-screens, for ${weight.slices.join(', ')}`)
  }
  expect(over).toEqual([])
})

test('BU4 no page says anything on its console, and none is held up by its own content policy', async () => {
  const said: string[] = []
  for (const screen of screens) {
    const context = await here.browser.newContext({
      viewport: { width: screen.width, height: screen.height },
      serviceWorkers: 'block',
    })
    await context.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        console.error(`policy: ${effectiveDirective} ${blockedURI}`),
      ),
    )
    const page = await context.newPage()
    // A terminal asks whether its own computer lends devices; here is no such program, and the browser says so.
    page.on('console', (message: ConsoleMessage) => {
      if (!message.location().url.startsWith('http://127.0.0.1:47610/')) said.push(`${screen.page}: ${message.text()}`)
    })
    page.on('pageerror', (error) => said.push(`${screen.page}: ${error.message}`))
    await page.goto(here.hall.url + screen.path)
    await page.waitForSelector(screen.ready)
    await page.waitForTimeout(1_500)
    await context.close()
  }
  expect(said).toEqual([])
})
