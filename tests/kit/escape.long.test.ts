import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { seeToPrograms } from '../support/see-to-programs.ts'
import { type LockedBrowser, openLocked, whyNoLock } from '../support/locked-browser.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 })

/**
 * A terminal as it stands in a hall: the kit's policies and flags, the real page, a screen of its own, and a hand and a keyboard that come from
 * outside of the browser, as a visitor's do.
 */
const SCREEN = { width: 1080, height: 1920 }
const missing =
  whyNoLock() ?? (seeToPrograms(['Xvfb', 'xdotool'], ['xvfb', 'xdotool']) ? null : 'no screen can be made')
if (missing !== null) console.log(`Nobody tries to get out of the kiosk here: ${missing}.`)
const display = `:${90 + (process.pid % 400)}`
let glass: ChildProcess
let hall: RunningGateway
let locked: LockedBrowser
let line: CDPSession
let stands = ''
const home = mkdtempSync(join(tmpdir(), 'tingshi-visitor-'))
const environment = { DISPLAY: display, HOME: home, XDG_DOWNLOAD_DIR: home }

beforeAll(async () => {
  if (missing !== null) return
  glass = spawn('Xvfb', [display, '-screen', '0', `${SCREEN.width}x${SCREEN.height}x24`, '-nolisten', 'tcp'])
  hall = await runGateway()
  const at = `${hall.url}/kiosk/?terminal=K1`
  locked = await openLocked(hall.url, at, {
    flags: ['--ozone-platform=x11', `--window-size=${SCREEN.width},${SCREEN.height}`, '--window-position=0,0'],
    environment,
  })
  await locked.page.waitForSelector('.hero.find')
  line = await locked.page.context().newCDPSession(locked.page)
  stands = locked.page.url()
})
afterAll(async () => {
  await locked?.close()
  glass?.kill('SIGKILL')
  await hall?.discard()
  rmSync(home, { recursive: true, force: true })
})

const hand = (...words: (string | number)[]): void =>
  void execFileSync('xdotool', words.map(String), { env: { ...process.env, DISPLAY: display }, timeout: 20_000 })
/** Windows that can be seen: a menu, a dialog and a second window are each one more. */
const windows = (): number => {
  const found = spawnSync('xdotool', ['search', '--onlyvisible', '--name', ''], {
    env: { ...process.env, DISPLAY: display },
    encoding: 'utf8',
  })
  return found.stdout.split('\n').filter(Boolean).length
}
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Still the page, the whole screen, one window, nothing written. */
async function stillHere(after: string, seen: number): Promise<void> {
  await pause(400)
  expect
    .soft(
      locked.browser
        .contexts()
        .flatMap((one) => one.pages())
        .map((page) => page.url()),
      after,
    )
    .toEqual([stands])
  expect.soft(windows(), after).toBe(seen)
  const whole = await locked.page.evaluate(() => [innerWidth, innerHeight, visualViewport?.scale, document.hasFocus()])
  // Without a window manager the window ends a dot before the screen does.
  expect.soft(whole, after).toEqual([SCREEN.width - 1, SCREEN.height - 1, 1, true])
  expect
    .soft(
      readdirSync(home).filter((name) => !name.startsWith('.')),
      after,
    )
    .toEqual([])
  expect
    .soft(await locked.page.evaluate(() => document.querySelector('#app')?.childElementCount), after)
    .toBeGreaterThan(0)
}

test.skipIf(missing !== null)('KT6 the browser fills the screen and shows nothing but the page', async () => {
  await stillHere('at once', windows())
  expect(await locked.page.evaluate(() => [screen.width, screen.height])).toEqual([SCREEN.width, SCREEN.height])
})

test.skipIf(missing !== null)('KT6 no key of a keyboard leads out', async () => {
  const seen = windows()
  const keys = [
    ...['ctrl+n', 'ctrl+t', 'ctrl+shift+n', 'ctrl+w', 'ctrl+shift+w', 'ctrl+F4', 'alt+F4', 'ctrl+shift+q', 'ctrl+q'],
    ...['ctrl+o', 'ctrl+s', 'ctrl+p', 'ctrl+shift+p', 'ctrl+u', 'ctrl+l', 'alt+d', 'F6', 'ctrl+k', 'ctrl+e'],
    ...['F12', 'ctrl+shift+i', 'ctrl+shift+j', 'ctrl+shift+c', 'shift+Escape', 'F1', 'F3', 'ctrl+f', 'ctrl+g', 'F7'],
    ...['ctrl+h', 'ctrl+j', 'ctrl+shift+o', 'ctrl+d', 'ctrl+shift+b', 'ctrl+shift+Delete', 'ctrl+shift+m', 'F10'],
    ...[
      'alt+f',
      'alt+e',
      'alt+space',
      'F11',
      'ctrl+Tab',
      'ctrl+Prior',
      'ctrl+1',
      'ctrl+9',
      'ctrl+shift+t',
      'ctrl+shift+a',
    ],
    ...['alt+Left', 'alt+Right', 'alt+Home', 'XF86Back', 'XF86Forward', 'XF86HomePage', 'XF86Search', 'XF86Mail'],
    ...[
      'ctrl+plus',
      'ctrl+minus',
      'ctrl+0',
      'ctrl+shift+r',
      'F5',
      'ctrl+F5',
      'Menu',
      'shift+F10',
      'Print',
      'alt+shift+i',
    ],
    ...['ctrl+alt+Delete', 'ctrl+alt+t', 'super', 'super+d', 'alt+Tab', 'ctrl+Escape', 'alt+shift+t', 'ctrl+shift+l'],
  ]
  for (const key of keys) {
    hand('key', '--clearmodifiers', key)
    await pause(120)
    if (windows() !== seen || locked.page.url() !== stands || locked.page.isClosed()) await stillHere(key, seen)
  }
  await stillHere('all keys', seen)
  // What the terminal itself answers to goes on.
  hand('key', 'Tab')
  await expect.poll(() => locked.page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON')
})

test.skipIf(missing !== null)('KT6 no press, long press, drag, pinch or swipe leads out', async () => {
  const seen = windows()
  const touch = async (type: string, ...points: [number, number][]): Promise<void> => {
    const touchPoints = points.map(([x, y], id) => ({ x, y, id }))
    await line.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints })
  }
  await line.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 })
  for (const [x, y] of [
    [540, 300],
    [200, 60],
    [540, 1700],
  ] as const) {
    await touch('touchStart', [x, y])
    await pause(1_500)
    await touch('touchCancel')
    await stillHere(`long press at ${x} ${y}`, seen)
  }
  for (const [from, to] of [
    [
      [2, 900],
      [700, 900],
    ],
    [
      [1078, 900],
      [300, 900],
    ],
    [
      [540, 2],
      [540, 900],
    ],
    [
      [540, 1918],
      [540, 900],
    ],
  ] as const) {
    await touch('touchStart', [from[0], from[1]])
    for (let step = 1; step <= 12; step += 1)
      await touch('touchMove', [from[0] + ((to[0] - from[0]) * step) / 12, from[1] + ((to[1] - from[1]) * step) / 12])
    await touch('touchEnd')
    await stillHere(`swipe from ${from.join(' ')}`, seen)
  }
  await touch('touchStart', [500, 900], [580, 900])
  for (let step = 1; step <= 12; step += 1) await touch('touchMove', [500 - 30 * step, 900], [580 + 30 * step, 900])
  await touch('touchEnd')
  await stillHere('pinch', seen)
  for (const button of [3, 2, 8, 9]) {
    hand('mousemove', 540, 300, 'click', button)
    await stillHere(`button ${button}`, seen)
  }
  hand('mousemove', 540, 300, 'mousedown', 1, 'mousemove', 900, 1800, 'mouseup', 1)
  await stillHere('drag', seen)
  hand('mousemove', 300, 300, 'click', '--repeat', 3, 1)
  await stillHere('three clicks', seen)
  hand('keydown', 'ctrl', 'click', '--repeat', 4, 4, 'keyup', 'ctrl')
  await stillHere('wheel with Ctrl', seen)
})

test.skipIf(missing !== null)('KT6 what a notice, a guide or the page itself may carry leads nowhere', async () => {
  const seen = windows()
  const { page } = locked
  const tries: [name: string, attempt: (gateway: string) => void][] = [
    ['window.open', () => void window.open('https://example.com/')],
    ['javascript:', () => void (location.href = 'javascript:document.write("gone")')],
    ['file:', () => void (location.href = 'file:///etc/passwd')],
    ['chrome:', () => void (location.href = 'chrome://settings')],
    ['data:', () => void (location.href = 'data:text/html,gone')],
    ['another site', () => void (location.href = 'http://example.com/')],
    ['staff', (gateway) => void (location.href = `${gateway}/manage/`)],
    ['print', () => window.print()],
    ['back', () => history.back()],
    ['forward', () => history.forward()],
    ['leave full screen', () => void document.exitFullscreen?.().catch(() => {})],
    ['notification', () => void Notification.requestPermission()],
    ['place', () => navigator.geolocation.getCurrentPosition(() => {})],
    ['camera', () => void navigator.mediaDevices?.getUserMedia({ video: true, audio: true }).catch(() => {})],
    ['screen', () => void navigator.mediaDevices?.getDisplayMedia({ video: true }).catch(() => {})],
    ['clipboard', () => void navigator.clipboard?.readText().catch(() => {})],
  ]
  for (const [name, attempt] of tries) {
    await page.evaluate(attempt, hall.url).catch(() => {})
    await stillHere(name, seen)
  }
  // Links with a real press on them.
  for (const [href, more] of [
    ['https://example.com/', {}],
    ['https://example.com/', { target: '_blank' }],
    [`${hall.url}/api/openapi.json`, { download: 'a.json' }],
    [`${hall.url}/samples/form.pdf`, {}],
    ['file:///etc/passwd', {}],
    ['javascript:document.write(1)', {}],
    ['tel:110', {}],
  ] as const) {
    await page.evaluate(
      ([to, extra]) => {
        const link = document.createElement('a')
        Object.assign(link, { href: to, textContent: 'x', id: 'bait', ...extra })
        link.style.cssText = 'position:fixed;inset:0;z-index:9999;display:block'
        document.body.append(link)
      },
      [href, more] as const,
    )
    hand('mousemove', 540, 900, 'click', 1, 'click', 2)
    await stillHere(`press on ${href} ${JSON.stringify(more)}`, seen)
    await page.evaluate(() => document.getElementById('bait')?.remove())
  }
})

test.skipIf(missing !== null)(
  'KT6 no file can be chosen: the page has no such field, and the browser opens no dialog for one',
  async () => {
    const seen = windows()
    expect(await locked.page.locator('input[type=file]').count()).toBe(0)
    await locked.page.evaluate(() => Object.assign(document.createElement('input'), { type: 'file' }).click())
    await pause(600)
    expect(windows()).toBe(seen)
    expect(locked.page.url()).toBe(stands)
  },
)

const BLOCKED = 'net::ERR_BLOCKED_BY_ADMINISTRATOR'
/** Where a browser of its own comes to that is sent there by nobody of the page. */
async function sentTo(addresses: readonly string[]): Promise<Record<string, string>> {
  const alone = await openLocked(hall.url, `${hall.url}/kiosk/?terminal=K1`)
  try {
    const own = await alone.page.context().newCDPSession(alone.page)
    const came: Record<string, string> = {}
    for (const url of addresses) came[url] = (await own.send('Page.navigate', { url })).errorText ?? 'opened'
    return came
  } finally {
    await alone.close()
  }
}

test.skipIf(missing !== null)(
  'KT6 without the page’s own guard the policies alone keep the browser where it may be',
  async () => {
    const stranger = createServer((_, response) => response.end('another site')).listen(0, '127.0.0.1')
    await once(stranger, 'listening')
    try {
      const others = [
        'http://example.com/',
        'https://example.com/',
        `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`,
        ...['/', '/manage/', '/counter/?counter=1', '/api/v1/hall', '/sign-in'].map((path) => `${hall.url}${path}`),
        'file:///etc/passwd',
        'view-source:http://example.com/',
        'data:text/html,gone',
        'ftp://example.com/',
      ]
      expect(await sentTo(others)).toEqual(Object.fromEntries(others.map((url) => [url, BLOCKED])))
    } finally {
      stranger.close()
    }
    // Its own pages, each from a fresh terminal: sent there after an error it ends instead, and the unit begins it anew.
    for (const url of ['chrome://settings', 'chrome://version', 'chrome://inspect'])
      expect(await sentTo([url])).toEqual({ [url]: BLOCKED })
    const own = ['/display/?screen=L1', '/strip/?counter=1', '/rating/?counter=1', '/kiosk/?terminal=K1']
    const places = own.map((path) => `${hall.url}${path}`)
    expect(await sentTo(places)).toEqual(Object.fromEntries(places.map((url) => [url, 'opened'])))
  },
)
