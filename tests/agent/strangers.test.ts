import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { lentList } from '../../gateway/agent/lent-list.ts'
import { runAgent } from '../../gateway/agent/run-agent.ts'
import type { PadList } from '../../gateway/contract/pads.ts'
import type { HidInfo, HidPort } from '../../gateway/devices/hid/hid-port.ts'
import { strangerLine } from '../../kiosk/manage/pads/stranger-card.tsx'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { readHall } from '../../gateway/hall/read-hall.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const shots = process.env.TINGSHI_PICTURES
const box: HidInfo = {
  path: '/dev/hidraw4',
  vendorId: 0x1a2c,
  productId: 0x42,
  serial: null,
  product: 'Call box with a long name of its maker',
  usagePage: 0xff00,
  usage: 1,
  port: '1-2.3:1.0',
}
const keyboard: HidInfo = {
  ...box,
  path: '/dev/hidraw5',
  productId: 0x99,
  product: 'Numbers',
  usagePage: 1,
  usage: 6,
  port: '1-4:1.0',
}
/** What is plugged into K3's computer; `open`: the paths that are held now. */
const plugged = [box, keyboard]
const open = new Set<string>()
let report: (bytes: Uint8Array) => void = () => {}
const hid: HidPort = {
  list: async () => plugged,
  onChange: () => {},
  async open(path) {
    if (open.has(path)) return null
    open.add(path)
    return {
      write: async () => {},
      sendFeature: async () => {},
      onReport: (listener) => void (report = listener),
      onGone: () => {},
      close: () => void open.delete(path),
    }
  },
}
const wait = { timeout: 30_000, interval: 100 }
let hall: RunningGateway
let supervisor: ApiClient
let browser: Browser
let agent: ReturnType<typeof runAgent>
const strangers = async (): Promise<PadList['strangers']> =>
  (await supervisor.get<PadList>('/pads')).body.strangers.filter(({ at }) => at === 'K3')
const seqOf = async (): Promise<number> =>
  ((await (await fetch(`${hall.url}/api/v1/health`)).json()) as { log: { seq: number } }).log.seq
async function press(key: number): Promise<void> {
  report(Uint8Array.of(1, key, 0, 0))
  await new Promise((done) => setTimeout(done, 50))
  report(new Uint8Array(4))
}
beforeAll(async () => {
  hall = await runGateway()
  supervisor = await signIn(hall.url, 'supervisor')
  browser = await openBrowser()
  const { token } = await signIn(hall.url, 'terminal', 'K3')
  agent = runAgent({
    gateways: [hall.url],
    terminal: 'K3',
    token,
    instance: 'one-of-this-test',
    version: 'test',
    system: 'test',
    sealed: true,
    also: [],
    hid,
    lentList: lentList(hid),
    now: Date.now,
    onState: () => {},
  })
})
afterAll(async () => {
  agent?.close()
  await browser?.close()
  await hall?.discard()
})

test('PL7 what is plugged into a terminal’s computer is listed; a keyboard is named, and nobody can listen to it', async () => {
  await expect
    .poll(async () => (await strangers()).map(({ path, model }) => [path, model]), wait)
    .toEqual([
      ['/dev/hidraw5', 'number-pad'],
      ['/dev/hidraw4', 'plain'],
    ])
  const hear = (path: string, at: string | null = 'K3') =>
    supervisor.post('/pads/strangers/learning', { at, path, on: true })
  expect((await hear('/dev/hidraw5')).status).toBe(404)
  expect((await hear('/dev/hidraw4', 'K4')).status).toBe(404)
  expect((await hear('/dev/tty1')).status).toBe(404)
  expect(
    (
      await (
        await signIn(hall.url, 'guide')
      ).post('/pads/strangers/learning', { at: 'K3', path: '/dev/hidraw4', on: true })
    ).status,
  ).toBe(403)
  expect([...open]).toEqual([])
})

test('PL7 its keys are tried over the agent, order nothing, and stand in the line for the hall folder; then it is let go', async () => {
  const before = await seqOf()
  const page = await openPage(browser, `${hall.url}/manage/?section=pads`, 1366, 768)
  const card = page.locator('.stranger', { hasText: 'Call box' })
  await card.getByText('插在终端 K3 上').waitFor()
  await card.getByRole('button', { name: '试按键' }).click()
  await card.getByText('请按一下叫号器上的键').waitFor()
  await press(1)
  await card.getByText('0101').waitFor()
  await press(2)
  await card.getByLabel('0102').selectOption('recall')
  await card.getByLabel('0101').selectOption('next')
  const line = await card.locator('pre').textContent()
  expect(line).toContain('link: { kind: hid, at: K3, vendor: "1a2c", product: "0042", port: "1-2.3:1.0" }')
  expect(line).toContain('buttons: { "0102": recall, "0101": next }')
  await page.locator('.strangers').scrollIntoViewIfNeeded()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  if (shots) await page.screenshot({ path: `${shots}/strangers.png`, fullPage: true })
  expect(await seqOf()).toBe(before)
  await card.getByRole('button', { name: '教完了' }).click()
  await expect.poll(() => [...open], wait).toEqual([])
  await page.context().close()

  // The hall takes the line as it stands.
  const folder = spoiledHall({ 'terminals.yaml': [[/^pads:/m, `pads:\n  ${line}`]] })
  const read = readHall(folder)
  rmSync(folder, { recursive: true, force: true })
  expect(read.ok ? read.hall.pads.find(({ id }) => id === 'PD9') : read.faults).toMatchObject({
    link: { at: 'K3', vendor: 0x1a2c },
    buttons: { '0101': 'next' },
  })
})

test('PL7 the agent goes: what was listened to is let go, and its devices are not listed any more', async () => {
  expect((await supervisor.post('/pads/strangers/learning', { at: 'K3', path: '/dev/hidraw4', on: true })).status).toBe(
    200,
  )
  expect([...open]).toEqual(['/dev/hidraw4'])
  agent.close()
  await expect.poll(() => [...open], wait).toEqual([])
  await expect.poll(strangers, wait).toEqual([])
})

test('PL7 what a device calls itself cannot break the line', () => {
  const line = strangerLine(
    {
      at: null,
      path: 'x',
      vendor: '1a2c',
      product: '0042',
      name: 'Evil\n- { id: X }\u2028',
      serial: null,
      port: null,
      model: 'plain',
      pressed: null,
    },
    {},
  )
  expect(line.split(/[\n\u2028]/)).toHaveLength(1)
})
