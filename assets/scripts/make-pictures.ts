import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { runGateway } from '../../tests/support/run-gateway.ts'
import { signIn } from '../../tests/support/api-client.ts'

// `npm run pictures`: the pictures of the README, taken of a demo hall with people in it. Pages must be built (`npm run build`).
const folder = resolve(import.meta.dirname, '../../docs/pictures')
const CROWD = 60
const COUNTERS = 12
const SETTLE_MS = 2500

const gateway = await runGateway()
const browser = await chromium.launch({
  ...(process.env.CHROMIUM || process.platform === 'linux'
    ? { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' }
    : { channel: 'chrome' }),
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--autoplay-policy=no-user-gesture-required',
  ],
})
try {
  mkdirSync(folder, { recursive: true })
  const guide = await signIn(gateway.url, 'guide')
  const clerk = await signIn(gateway.url, 'clerk')
  await fetch(`${gateway.url}/demo/crowd`, { method: 'POST', body: JSON.stringify({ people: CROWD }) })
  for (let counter = 1; counter <= COUNTERS; counter++) {
    await guide.post('/tickets', { queueId: counter <= 7 ? 'B' : 'A' })
    await clerk.post(`/counters/${counter}/open`)
    await clerk.post(`/counters/${counter}/next`)
  }
  const { body: visitor } = await guide.post<{ token: string }>('/tickets', { queueId: 'A' })
  await guide.post('/tickets', { queueId: 'B', terminalId: 'K1' })
  const pages: [name: string, path: string, width: number, height: number][] = [
    ['start', '/', 1440, 1000],
    ['terminal', '/kiosk/?terminal=K1', 1080, 1920],
    ['wall', '/display/?screen=L1', 1920, 1080],
    ['counter', '/counter/?counter=1', 1280, 800],
    ['guide', '/guide/', 1440, 900],
    ['strip', '/strip/?counter=1', 1920, 360],
    ['phone', `/t/${visitor.token}`, 390, 844],
  ]
  for (const [name, path, width, height] of pages) {
    const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN' })
    await page.goto(gateway.url + path, { waitUntil: 'load' })
    // The first view has arrived when there are words; then moving parts come to rest.
    await page.waitForFunction(() => document.body.innerText.trim().length > 8)
    await page.waitForTimeout(SETTLE_MS)
    await page.screenshot({ path: join(folder, `${name}.png`) })
    await page.close()
    console.log(`docs/pictures/${name}.png`)
  }
} finally {
  await browser.close()
  await gateway.discard()
}
