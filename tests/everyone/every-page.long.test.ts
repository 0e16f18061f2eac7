import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterEach, expect, test, vi } from 'vitest'
import config from '../../vite.config.ts'
import { terminalMachine } from '../../kiosk/terminal/next-screen.ts'
import { openPage } from '../support/browser.ts'
import { type Walk, everyPage, servedElsewhere } from '../support/every-page.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'
import { flashFaults, keyboardFaults, motionFaults } from '../support/reach-faults.ts'

vi.setConfig({ testTimeout: 1_200_000, hookTimeout: 120_000 })

let walks: Walk[] = []
const here = hallInBrowser({}, async (hall) => {
  walks = await everyPage(hall)
})
afterEach(async () => {
  for (const context of here.browser.contexts()) await context.close()
})

/** Each state of each page of these kinds; gives what `check` finds, with where it stood. */
async function throughAll(
  kinds: readonly Walk['kind'][],
  check: (page: Page, walk: Walk) => Promise<string[]>,
  reducedMotion: 'reduce' | 'no-preference' = 'no-preference',
): Promise<string[]> {
  const found: string[] = []
  for (const walk of walks.filter(({ kind }) => kinds.includes(kind))) {
    const page = await openPage(here.browser, here.hall.url + walk.path, walk.width, walk.height)
    await page.emulateMedia({ reducedMotion })
    await page.waitForSelector(walk.ready)
    await walk.through(page, async (state) => {
      await page.waitForTimeout(500)
      for (const one of await check(page, walk)) found.push(`${walk.page}, ${state}: ${one}`)
    })
    await page.context().close()
  }
  return found
}
/** Pages in frames are looked at by themselves. */
const axeFaults = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).exclude('iframe').analyze()).violations
    .filter(({ impact }) => impact !== 'minor')
    .flatMap(({ id, impact, nodes }) => nodes.slice(0, 3).map(({ html }) => `${impact} ${id} ${html.slice(0, 160)}`))

test('AC3 the table of pages has every page that is built, and the way through the terminal every screen', async () => {
  const { input = [] } = (config as { build: { rolldownOptions: { input: string[] } } }).build.rolldownOptions
  const built = input.flatMap((file) => /(\S+?)\.html$/.exec(file.split('/').at(-1) ?? '')?.[1] ?? [])
  expect(built.length).toBeGreaterThan(15)
  const looked = new Set([...walks.map(({ page }) => page), ...servedElsewhere])
  expect([...looked].toSorted()).toEqual(built.toSorted())
  const screens = new Set<string>()
  await throughAll(['terminal'], async (page) => {
    screens.add((await page.locator('.screen').getAttribute('class')) ?? '')
    return []
  })
  const words = [...screens].join(' ').split(' ')
  const unseen = Object.keys(terminalMachine.config.states).filter((name) => !words.includes(screenClass[name] ?? name))
  expect(unseen).toEqual([])
})
/** Screens whose element is called otherwise than the place where the visitor is. */
const screenClass: Record<string, string> = { plan: 'plan-screen', complain: 'complaint' }

test.each([['terminal'], ['phone'], ['staff'], ['shown']] as Walk['kind'][][])(
  'AC4 AC6 AC8 axe finds nothing serious and nothing moderate on %s pages, keys reach all, and nothing flashes',
  async (...kinds) => {
    const found = await throughAll(kinds, async (page, { kind }) => [
      ...(await axeFaults(page)),
      ...(await keyboardFaults(page, kind !== 'staff')),
      ...(await flashFaults(page)),
    ])
    expect(found).toEqual([])
  },
)

test('AC8 where motion is not wanted nothing moves', async () => {
  expect(await throughAll(['phone', 'staff', 'shown'], motionFaults, 'reduce')).toEqual([])
})
