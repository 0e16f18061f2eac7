import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from './browser.ts'
import { type RunningGateway, runGateway } from './run-gateway.ts'

/** A running hall and a browser for all tests of a file; both are gone afterwards. `ready` runs once when they are there. */
export function hallInBrowser(
  environment: Record<string, string> = {},
  ready: (hall: RunningGateway, browser: Browser) => Promise<void> = async () => {},
) {
  let running: { hall: RunningGateway; browser: Browser } | null = null
  const here = (): { hall: RunningGateway; browser: Browser } => {
    if (running === null) throw new Error('the hall is not open yet')
    return running
  }
  beforeAll(async () => {
    running = { hall: await runGateway(environment), browser: await openBrowser() }
    await ready(running.hall, running.browser)
  }, 120_000)
  afterAll(async () => {
    await running?.browser.close()
    await running?.hall.discard()
  })
  return {
    get hall() {
      return here().hall
    },
    get browser() {
      return here().browser
    },
  }
}
