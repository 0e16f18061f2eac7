import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterEach, expect, test, vi } from 'vitest'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'
import { cutFaults } from '../support/cut-faults.ts'
import { terminalFaults } from '../support/terminal-faults.ts'
import { type ModeName, terminalTour } from '../support/terminal-tour.ts'

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 })

const here = hallInBrowser()
afterEach(async () => {
  for (const context of here.browser.contexts()) await context.close()
})
async function terminal(width = 1080, height = 1920): Promise<Page> {
  const page = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, width, height)
  await page.waitForSelector('.chips button')
  return page
}
const serious = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
}

const elder: { on: ModeName[] }[] = [{ on: ['elder'] }, { on: ['elder', 'low'] }, { on: ['elder', 'contrast'] }]
test.each(elder)('EV2 EV3 in large letters ($on) nothing is under 48 px, cut or covered', async ({ on }) => {
  const page = await terminal()
  await terminalTour(page, on, async (screen) => {
    expect(await terminalFaults(page, { text: 48, line: on.includes('low') ? 960 : 0 }), screen).toEqual([])
    expect([...(await cutFaults(page)), ...(await serious(page))], screen).toEqual([])
  })
})

test('EV3 in the low position every control stands in the lower half', async () => {
  const page = await terminal()
  await terminalTour(page, ['low'], async (screen) => {
    expect(await terminalFaults(page, { text: 28, line: 960 }), screen).toEqual([])
    expect([...(await cutFaults(page)), ...(await serious(page))], screen).toEqual([])
  })
})

test('EV4 in high contrast every text has 7:1', async () => {
  const page = await terminal()
  await terminalTour(page, ['contrast'], async (screen) => {
    expect(await terminalFaults(page, { text: 28, line: 0 }), screen).toEqual([])
    const enhanced = await new AxeBuilder({ page }).withRules(['color-contrast-enhanced']).analyze()
    expect(
      enhanced.violations.flatMap(({ nodes }) => nodes.map(({ html }) => html.slice(0, 120))),
      screen,
    ).toEqual([])
  })
})
