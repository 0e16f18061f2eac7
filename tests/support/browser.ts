import { type Browser, type Page, chromium } from 'playwright-core'
import { shiftClock } from './shift-clock.ts'

const flags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
]

/** The browser that `npm test` has seen to (CHROMIUM), else Debian's. Its pages live on the day of their test. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags })
  const shift = process.env.TINGSHI_CLOCK_SHIFT
  const open = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    // The phones of this hall's visitors speak Chinese unless a test says otherwise.
    const context = await open({ locale: 'zh-CN', ...options })
    if (shift !== undefined) await context.addInitScript(shiftClock, Number(shift))
    return context
  }
  browser.newPage = async (options) => (await browser.newContext(options)).newPage()
  return browser
}

/**
 * A page that fails its test when the page itself fails. `keeps`: with the worker that keeps all for a time without a gateway, which is
 * some hundred requests for each new page.
 */
export async function openPage(
  browser: Browser,
  url: string,
  width: number,
  height: number,
  keeps = false,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, serviceWorkers: keeps ? 'allow' : 'block' })
  const page = await context.newPage()
  // Shared machines are slow at times; no rule here is about speed.
  page.setDefaultTimeout(60_000)
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(url)
  return page
}

/** Collects the clips that a lobby screen really starts. */
export async function listen(wall: Page): Promise<() => Promise<{ clip: string; callId: string }[]>> {
  await wall.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(window, { heard })
    addEventListener('tingshi:clip', (event) => heard.push((event as CustomEvent).detail))
  })
  return () => wall.evaluate(() => (window as unknown as { heard: { clip: string; callId: string }[] }).heard)
}
