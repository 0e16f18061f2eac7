import { expect, test, vi } from 'vitest'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'
import { callsInACut } from '../support/network/calls-in-a-cut.ts'
import { cutLine } from '../support/network/line-habits.ts'
import { sleep } from '../support/network/page-at.ts'
import { openSlowLine } from '../support/network/slow-line.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })
const here = hallInBrowser({ TINGSHI_LIFE: '0' })

test('NW6 NW4 DC3 DC15 DW21 two walls that hear nothing for 62 s, one of them still being heard, say who is called now', async () => {
  const walls = await Promise.all(
    [cutLine, { down: 'held' as const }].map(async (cut) => {
      const line = await openSlowLine(here.hall.url)
      const wall = await openPage(here.browser, `${line.url}/display/?screen=L1`, 1920, 1080)
      await wall.waitForFunction(() => document.documentElement.dataset.sound === 'on')
      return { wall, line, cut }
    }),
  )
  const since = performance.now()
  await callsInACut(here.hall.url, walls, sleep)
  expect(performance.now() - since).toBeGreaterThan(62_000)
  for (const { wall, line } of walls) {
    await wall.context().close()
    await line.close()
  }
})
