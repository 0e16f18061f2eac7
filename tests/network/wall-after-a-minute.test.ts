import { test, vi } from 'vitest'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'
import { callsInACut } from '../support/network/calls-in-a-cut.ts'
import { cutLine } from '../support/network/line-habits.ts'
import { sleep } from '../support/network/page-at.ts'
import { openSlowLine } from '../support/network/slow-line.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })
const here = hallInBrowser({ TINGSHI_LIFE: '0' })

test('NW6 DC3 DC15 DW21 a wall that is cut off for ten seconds in which the hall lives a minute says who is called now', async () => {
  const line = await openSlowLine(here.hall.url)
  const wall = await openPage(here.browser, `${line.url}/display/?screen=L1`, 1920, 1080)
  await wall.waitForFunction(() => document.documentElement.dataset.sound === 'on')
  const { port } = new URL(here.hall.url)
  let shift = Number(process.env.TINGSHI_CLOCK_SHIFT ?? 0)
  // A pause of many seconds is a new start of the gateway, on a computer whose clock is so much further.
  const pass = async (ms: number): Promise<void> => {
    if (ms < 10_000) return sleep(1_000)
    shift += ms
    await here.hall.restart({ TINGSHI_PORT: port, TINGSHI_CLOCK_SHIFT: String(shift) })
  }
  await callsInACut(here.hall.url, [{ wall, line, cut: cutLine }], pass)
  await wall.context().close()
  await line.close()
})
