import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { certCommand } from '../../gateway/cli/cert-command.ts'
import { tokenCommand } from '../../gateway/cli/token-command.ts'
import { said } from '../support/damaged-log.ts'
import { freePort } from '../support/free-port.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { type LockedBrowser, openLocked, whyNoLock } from '../support/locked-browser.ts'
import { type RunningAgent, runAgentProcess } from '../support/run-agent.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

/** A gateway with the hall's own certificate, a terminal's computer with its agent, and the kiosk's browser under the kit. */
const missing = whyNoLock()
const PORT = await freePort()
const DOOR = await freePort()
const GATEWAY = `https://127.0.0.1:${PORT}`
const dataDir = mkdtempSync(join(tmpdir(), 'tingshi-sealed-'))
const ca = join(dataDir, 'tls/ca.pem')
/** The gateway as a machine of the network, which it is in a hall: from this very computer its pages might ask anything of it. */
const FAR = `--ip-address-space-overrides=127.0.0.1:${PORT}=public`
let folder = ''
let hall: RunningGateway
let agent: RunningAgent

beforeAll(async () => {
  if (missing !== null) return console.log(`The kiosk's browser is not locked here: ${missing}.`)
  folder = spoiledHall({ 'hall.yaml': [['hours:', `agentPagePort: ${DOOR}\nhours:`]] })
  await said(() => certCommand(['--names', 'localhost,127.0.0.1'], { dataDir, hallDir: folder, host: '127.0.0.1' }))
  hall = await runGateway({
    TINGSHI_HALL: folder,
    TINGSHI_DATA: dataDir,
    TINGSHI_PORT: String(PORT),
    TINGSHI_DEMO: '0',
    TINGSHI_CERT: join(dataDir, 'tls/gateway.pem'),
    TINGSHI_CERT_KEY: join(dataDir, 'tls/gateway-key.pem'),
    NODE_EXTRA_CA_CERTS: ca,
  })
  const { words } = await said(() => tokenCommand(['add', 'K3', '--roles', 'terminal'], { dataDir }))
  const token = words.trim().split('\n').at(-1) ?? ''
  agent = runAgentProcess(['--gateway', GATEWAY, '--terminal', 'K3', '--token', token, '--page-port', String(DOOR)], {
    NODE_EXTRA_CA_CERTS: ca,
  })
  await vi.waitFor(() => expect(agent.said()).toContain('已连上网关'), { timeout: 60_000, interval: 200 })
})
afterAll(async () => {
  await agent?.kill()
  await hall?.discard()
  for (const one of [folder, dataDir]) rmSync(one, { recursive: true, force: true })
})

async function withBrowser<T>(
  use: (locked: LockedBrowser) => Promise<T>,
  policies: Record<string, unknown> = {},
  address = `${GATEWAY}/kiosk/`,
  authority: string | null = ca,
): Promise<T> {
  const locked = await openLocked(GATEWAY, address, { policies, authority, flags: ['--headless=new', FAR] })
  try {
    return await use(locked)
  } finally {
    await locked.close()
  }
}

test.skipIf(missing !== null)(
  'KT7 over HTTPS the page finds its computer’s program, asks nobody, and is its terminal',
  async () => {
    await withBrowser(async ({ page }) => {
      // Its own terminal by the program alone: the address names none, and nobody typed a token.
      await page.waitForSelector('.hero.find', { timeout: 60_000 })
      expect(await page.locator('.enrol-page').count()).toBe(0)
      expect(await page.evaluate(() => isSecureContext)).toBe(true)
      const state = await page.evaluate(async () => {
        const names = ['local-network-access', 'loopback-network', 'local-network']
        for (const name of names) {
          const found = await navigator.permissions.query({ name: name as PermissionName }).catch(() => null)
          if (found !== null) return found.state
        }
        return 'unknown'
      })
      expect(state).toBe('granted')
    })
  },
)

test.skipIf(missing !== null)(
  'KT7 without the policy it does not get through, and shows a code as before',
  async () => {
    await withBrowser(
      async ({ page }) => {
        await page.waitForSelector('.enrol-page', { timeout: 60_000 })
        expect(await page.locator('.hero.find').count()).toBe(0)
      },
      { LocalNetworkAccessAllowedForUrls: null },
    )
  },
)

test.skipIf(missing !== null)('KT7 a certificate that nobody told the browser to trust opens no page', async () => {
  await withBrowser(
    async ({ page }) => {
      await page.waitForTimeout(3_000)
      expect(await page.locator('#app').count()).toBe(0)
    },
    {},
    `${GATEWAY}/kiosk/?terminal=K3`,
    null,
  )
})

test.skipIf(missing !== null)(
  'KT9 the enrolment page says why, hands out the root certificate and shows its fingerprint',
  async () => {
    await withBrowser(
      async ({ page }) => {
        await page.click('.enrol-three button:has-text("取根证书")')
        await page.waitForSelector('.enrol-authority')
        const words = await page.locator('.enrol-authority').innerText()
        expect(words).toContain(new X509Certificate(readFileSync(ca)).fingerprint256)
        expect(words).toContain('浏览器才认得真的网关')
        expect(words).toContain(`${GATEWAY}/enrol/ca.crt`)
        for (const [width, height] of [
          [1080, 1920],
          [1920, 1080],
        ] as const) {
          await page.setViewportSize({ width, height })
          await page.waitForTimeout(300)
          await page.screenshot({ path: `tests/out/enrol-authority-${width}.png` })
          const cut = await page.$$eval(
            '.enrol-authority *',
            (all) =>
              all.filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
                .length,
          )
          expect(cut).toBe(0)
          expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
          const foot = await page.$eval('.enrol-actions', (one) => one.getBoundingClientRect().bottom)
          expect(foot).toBeLessThanOrEqual(height)
        }
      },
      {},
      `${GATEWAY}/enrol/?kind=screen&place=L1`,
    )
  },
)

test.skipIf(missing !== null)(
  'KT8 on a read-only system the browser opens the page, and writes in its own folder alone',
  async () => {
    const locked = await openLocked(GATEWAY, `${GATEWAY}/kiosk/`, {
      authority: ca,
      readOnly: true,
      flags: ['--headless=new', FAR],
    })
    try {
      await locked.page.waitForSelector('.hero.find', { timeout: 60_000 })
      await locked.page.reload()
      await locked.page.waitForSelector('.hero.find', { timeout: 60_000 })
    } finally {
      await locked.close()
    }
  },
)
