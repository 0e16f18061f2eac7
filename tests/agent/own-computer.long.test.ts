import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { freePort } from '../support/free-port.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { type RunningAgent, runAgentProcess } from '../support/run-agent.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

const PORT = await freePort()
const DOOR = await freePort()
const shots = process.env.TINGSHI_PICTURES
const wait = { timeout: 60_000, interval: 200 }
let folder: string
let hall: RunningGateway
let agent: RunningAgent
let browser: Browser
let token: string
const startAgent = async (): Promise<RunningAgent> => {
  const one = runAgentProcess([
    '--gateway',
    hall.url,
    '--terminal',
    'K3',
    '--token',
    token,
    '--page-port',
    String(DOOR),
  ])
  await vi.waitFor(() => expect(one.said()).toContain('已连上网关'), wait)
  return one
}

// A hall at work: nobody lends a sign-in, so what the page has it has from this computer.
beforeAll(async () => {
  folder = spoiledHall({
    'hall.yaml': [['hours:', `agentPagePort: ${DOOR}\nhours:`]],
    'terminals.yaml': [
      [
        'id: PR2, name: 1 楼打印机, link: { kind: simulated }',
        'id: PR2, name: 1 楼打印机, link: { kind: agent, terminal: K3, path: /dev/usb/lp77 }',
      ],
    ],
  })
  hall = await runGateway({ TINGSHI_HALL: folder, TINGSHI_PORT: String(PORT), TINGSHI_DEMO: '0' })
  const env = { ...process.env, TINGSHI_DATA: hall.dataDir }
  token = String(
    execFileSync(process.execPath, ['gateway/cli.ts', 'token', 'add', 'K3', '--roles', 'terminal'], { env }),
  ).trim()
  browser = await openBrowser()
  agent = await startAgent()
})
afterAll(async () => {
  await browser?.close()
  await agent?.kill()
  await hall?.discard()
  rmSync(folder, { recursive: true, force: true })
})
const kept = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + location.href)

test('PG5 a page opened without a word about itself is this computer’s terminal, with its token, and keeps it nowhere', async () => {
  const page = await openPage(browser, `${hall.url}/kiosk/`, 1080, 1920)
  await page.locator('.hero.find').waitFor()
  // The line of the page is K3's: its own printer is told to it.
  await page.getByText('本机暂停打印').waitFor()
  expect(await page.locator('.enrol').count()).toBe(0)
  expect(await kept(page)).not.toContain(token)
  expect(agent.said() + hall.said()).not.toContain(token)
  await page.context().close()
})

test('PG5 the address goes before the computer: another terminal’s page does not get this one’s token', async () => {
  const page = await openPage(browser, `${hall.url}/kiosk/?terminal=K1`, 1080, 1920)
  await page.locator('.enrol').waitFor()
  await page.context().close()
})

test('PG7 the gateway goes away: the page says since when and that its printer is not plugged in; both are back by themselves', async () => {
  for (const [size, width, height] of [
    ['1080×1920', 1080, 1920],
    ['1920×1080', 1920, 1080],
  ] as const) {
    const page = await openPage(browser, `${hall.url}/kiosk/`, width, height)
    await page.getByText('本机暂停打印').waitFor()
    await hall.kill()
    const line = page.locator('.offline .own-computer')
    await line.waitFor()
    await expect.poll(() => line.textContent(), wait).toMatch(/大厅系统 \d\d:\d\d 起连不上。 本机打印机没有插上。/)
    // The longest line fits: nothing of it is cut or sticks out of its band.
    expect(
      await page
        .locator('.offline')
        .evaluate((band) => band.scrollWidth <= band.clientWidth && band.scrollHeight <= band.clientHeight),
    ).toBe(true)
    if (shots) await page.screenshot({ path: `${shots}/own-computer-${size}.png` })
    await hall.restart()
    await page.locator('.offline').waitFor({ state: 'detached' })
    expect(await page.locator('.enrol').count()).toBe(0)
    await expect
      .poll(() => agent.said().match(/已连上网关/g)?.length ?? 0, wait)
      .toBeGreaterThan(size === '1080×1920' ? 1 : 2)
    await page.context().close()
  }
})

test('PG6 without the program the page is as it was: K1, asking for its token', async () => {
  await agent.kill()
  const page = await openPage(browser, `${hall.url}/kiosk/`, 1080, 1920)
  await page.locator('.enrol').waitFor()
  await page.context().close()
  agent = await startAgent()
})

test('PG2 PG8 a page of another site learns nothing in a real browser; a page of ours that is no terminal may not even ask', async () => {
  const stranger = createServer(
    (_, response) => void response.setHeader('content-type', 'text/html').end('<p>another site</p>'),
  )
  await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done))
  const ask = (door: number): Promise<string> =>
    fetch(`http://127.0.0.1:${door}/who`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }).then(
      (answer) => answer.text(),
      () => 'refused',
    )
  const other = await openPage(browser, `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`, 400, 400)
  expect(await other.evaluate(ask, DOOR)).toBe('refused')
  await other.context().close()
  stranger.close()
  const policyOf = async (path: string): Promise<string> =>
    (await fetch(`${hall.url}${path}`)).headers.get('content-security-policy') ?? ''
  expect(await policyOf('/kiosk/')).toContain(`connect-src 'self' ws: wss: http://127.0.0.1:${DOOR};`)
  for (const path of ['/', '/manage/', '/guide/', '/counter/', '/display/?screen=L1', '/api/v1/hall'])
    expect(await policyOf(path)).toContain("connect-src 'self' ws: wss:;")
  const desk = await openPage(browser, `${hall.url}/guide/`, 1366, 768)
  expect(await desk.evaluate(ask, DOOR)).toBe('refused')
  await desk.context().close()
  const terminal = await openPage(browser, `${hall.url}/kiosk/`, 1080, 1920)
  await terminal.locator('.hero.find').waitFor()
  expect(await terminal.evaluate(ask, DOOR)).toContain('K3')
  expect(await terminal.evaluate(ask, DOOR + 1)).toBe('refused')
  await terminal.context().close()
})
