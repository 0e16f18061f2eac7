import type { Page } from 'playwright-core'
import { signIn } from '../support/api-client.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { runGateway } from '../support/run-gateway.ts'
import { post } from './clients.ts'
import { figure, part, pause } from './figure.ts'

/** `npm run bench -- painted`: from the press of a call to its number on the glass of a wall, and to the first sound of its voice. */
const CALLS = 60
const SPOKEN = 10
/** A call with its chime, said in two languages, and some quiet after it. */
const SAID_MS = 14_000
const epoch = (): number => performance.timeOrigin + performance.now()

export async function benchPainted(): Promise<void> {
  const gateway = await runGateway({ TINGSHI_LIFE: '0' })
  const browser = await openBrowser()
  const guide = await signIn(gateway.url, 'guide')
  const clerk = await signIn(gateway.url, 'clerk', '1')
  await clerk.post('/counters/1/open')
  for (let nth = 0; nth < CALLS + SPOKEN; nth += 1) await guide.post('/tickets', { queueId: 'B' })
  const press = async (): Promise<{ at: number; number: string }> => {
    await post(`${gateway.url}/api/v1/counters/1/finish`, clerk.token, {})
    await pause(150)
    const at = epoch()
    const { body } = await post(`${gateway.url}/api/v1/counters/1/next`, clerk.token, {})
    return { at, number: (JSON.parse(body) as { ticket: { number: string } }).ticket.number }
  }

  const silent = await openPage(browser, `${gateway.url}/display/?screen=L3`, 1080, 1920)
  await watchGlass(silent)
  const painted: number[] = []
  for (let nth = 0; nth < CALLS; nth += 1) {
    const { at, number } = await press()
    painted.push((await paintedAt(silent, number)) - at)
    await pause(200)
  }
  figure('call → painted in Chromium, p50', part(painted, 0.5), 'ms')
  figure('call → painted in Chromium, p99', part(painted, 0.99), 'ms')
  await silent.close()

  const speaking = await openPage(browser, `${gateway.url}/display/?screen=L1`, 1920, 1080)
  await speaking.evaluate(() => {
    const sounds: number[] = []
    Object.assign(window, { sounds })
    addEventListener('tingshi:clip', () => sounds.push(performance.timeOrigin + performance.now()))
  })
  // Clips are fetched and what was called before is said.
  await pause(2 * SAID_MS)
  const spoken: number[] = []
  for (let nth = 0; nth < SPOKEN; nth += 1) {
    const { at } = await press()
    await pause(SAID_MS)
    const sounds = await speaking.evaluate(() => (window as unknown as { sounds: number[] }).sounds)
    spoken.push((sounds.find((sound) => sound >= at) ?? Number.POSITIVE_INFINITY) - at)
  }
  figure('call → first sound of its voice, p50', part(spoken, 0.5), 'ms')
  figure('call → first sound of its voice, p99', part(spoken, 0.99), 'ms')
  await browser.close()
  await gateway.discard()
}

/** Notes when each number was first on the glass: two frames after it came into the page. */
const watchGlass = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const painted: Record<string, number> = {}
    Object.assign(window, { painted })
    new MutationObserver(() => {
      const numbers = document.body.innerText.match(/\b[A-Z]\d{3}\b/g) ?? []
      const fresh = numbers.filter((number) => !(number in painted))
      for (const number of fresh) painted[number] = Number.NaN
      if (fresh.length === 0) return
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          for (const number of fresh) painted[number] = performance.timeOrigin + performance.now()
        }),
      )
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })

async function paintedAt(page: Page, number: string): Promise<number> {
  const found = await page.waitForFunction(
    (wanted) => (window as unknown as { painted: Record<string, number> }).painted[wanted] || undefined,
    number,
    { polling: 20 },
  )
  return Number(await found.jsonValue())
}
