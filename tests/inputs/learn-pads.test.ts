import { expect, test } from 'vitest'
import { pad as padShape } from '../../gateway/contract/input-devices.ts'
import type { PadList } from '../../gateway/contract/pads.ts'
import type { HidInfo } from '../../gateway/devices/hid/hid-port.ts'
import { learnPads } from '../../gateway/inputs/learn-pads.ts'
import { strangersOf } from '../../gateway/inputs/pad-view.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

let supervisor: ApiClient
const here = hallInBrowser({}, async (gateway) => {
  supervisor = await signIn(gateway.url, 'supervisor')
})

const { hall } = tinyHallModel()
const press = (report: string): Promise<Response> =>
  fetch(`${here.hall.url}/demo/pad/PD8`, { method: 'POST', body: JSON.stringify({ raw: report }) })

test('PL2 learn mode ends by itself, so that no clerk finds a dead pad', () => {
  let now = 0
  const learning = learnPads(() => now)
  learning.set('PD', true)
  expect(learning.isLearning('PD', '0101')).toBe(true)
  now = 59_000
  expect(learning.isLearning('PD', '0102')).toBe(true)
  now = 118_000
  expect(learning.stateOf('PD')).toEqual({ learning: true, pressed: { report: '0102', at: 59_000 } })
  now = 120_000
  expect(learning.isLearning('PD', '0103')).toBe(false)
})

test('PL4 a device that the hall folder does not name is listed with what to write there', () => {
  const info: HidInfo = {
    path: 'x',
    vendorId: 0x1a2c,
    productId: 0x0042,
    serial: 'S1',
    product: 'Call box',
    usagePage: 0xff00,
    usage: 1,
    port: '1-2',
  }
  const mouse: HidInfo = { ...info, path: 'm', usagePage: 1, usage: 2, productId: 1 }
  const named = padShape.parse({ id: 'PX', counter: '1', link: { kind: 'hid', vendor: '1a2c', product: '0042' } })
  const keyboard: HidInfo = { ...info, path: 'k', usagePage: 1, usage: 6, productId: 2, product: 'Numbers' }
  const listed = {
    path: 'x',
    vendor: '1a2c',
    product: '0042',
    name: 'Call box',
    serial: 'S1',
    port: '1-2',
    model: 'plain',
    pressed: null,
  }
  const none = { ...hall, pads: [] }
  expect(strangersOf(none, [{ at: null, devices: [info, mouse] }], null)).toEqual([{ at: null, ...listed }])
  // At a terminal's computer too; a name in the hall folder holds for the computer that stands there.
  expect(
    strangersOf(
      { ...hall, pads: [named] },
      [
        { at: null, devices: [info] },
        { at: 'K3', devices: [info] },
      ],
      null,
    ),
  ).toEqual([{ at: 'K3', ...listed }])
  const there = padShape.parse({ id: 'PX', counter: '1', link: { kind: 'hid', at: 'K3', vendor: '1a2c' } })
  expect(strangersOf({ ...hall, pads: [there] }, [{ at: 'K3', devices: [info] }], null)).toEqual([])
  expect(strangersOf(none, [{ at: 'K3', devices: [keyboard] }], null)).toMatchObject([
    { at: 'K3', model: 'number-pad' },
  ])
  const heard = { at: 'K3', path: 'x', pressed: ['0101'] }
  expect(
    strangersOf(
      none,
      [
        { at: null, devices: [info] },
        { at: 'K3', devices: [info] },
      ],
      heard,
    ).map(({ pressed }) => pressed),
  ).toEqual([null, ['0101']])
})

test('PL5 a supervisor presses a key, names it, gives the pad its counter, and it calls there without a page', async () => {
  const guide = await signIn(here.hall.url, 'guide')
  await guide.post('/tickets', { queueId: 'A', printer: 'none' })
  await supervisor.post('/counters/9/open')
  const page = await openPage(here.browser, `${here.hall.url}/manage/?section=pads`, 1440, 900)
  const card = page.locator('.pad-card:has(h2:text-is("PD8"))')
  await card.locator('button:has-text("教按键")').click()
  await card.locator('text=请按一下叫号器上的键').waitFor()
  await press('0101')
  await card.locator('text=按下的是 0101').waitFor()
  await card.locator('.pad-meanings button:text-is("下一位")').click()
  await page.waitForSelector('.toast-done:has-text("记住了：下一位")')
  await press('0102')
  await card.locator('text=按下的是 0102').waitFor()
  await card.locator('.pad-meanings button:text-is("办结")').click()
  await card.locator('.pad-keys li:has-text("办结")').waitFor()
  await card.locator('button:has-text("教完了")').click()
  await card.locator('.pad-counter input').fill('9')
  await card.locator('.pad-counter input').press('Enter')
  await page.waitForSelector('.toast-done:has-text("PD8 现在管 9 号窗口")')
  await page.context().close()

  await press('0101')
  const events = async (): Promise<{ type: string; counterId?: string }[]> =>
    (await supervisor.get<{ items: { type: string; counterId?: string }[] }>('/events?after=0&limit=500')).body.items
  await expect.poll(async () => (await events()).findLast(({ type }) => type === 'ticket-called')?.counterId).toBe('9')
  await press('0102')
  await expect.poll(async () => (await events()).at(-1)?.type).toBe('ticket-finished')
}, 120_000)

test('PL6 pads are the supervisors’ to teach, and what they were taught outlives a restart', async () => {
  const clerk = await signIn(here.hall.url, 'clerk', '9')
  expect((await clerk.post('/pads/PD8/teach', { report: '0103', button: 'pause' })).status).toBe(403)
  expect((await clerk.post('/pads/PD8/learning', { on: true })).status).toBe(403)
  expect((await clerk.get('/pads')).status).toBe(403)
  expect((await supervisor.post('/pads/PD8/teach', { report: '0103', button: 'rate-5' })).status).toBe(200)
  await here.hall.restart()
  const again = await signIn(here.hall.url, 'supervisor')
  const { body } = await again.get<PadList>('/pads')
  const taught = body.items.find(({ id }) => id === 'PD8')
  expect(taught).toMatchObject({ counterId: '9', ownCounterId: '8', learning: false })
  expect(taught?.buttons.map(({ report, button }) => `${report} ${button}`).sort()).toEqual([
    '0101 next',
    '0102 finish',
    '0103 rate-5',
  ])
  await press('0103')
  await expect
    .poll(
      async () =>
        (
          await again.get<{ items: { type: string; stars?: number }[] }>('/events?after=0&limit=500')
        ).body.items.findLast(({ type }) => type === 'visit-rated')?.stars,
    )
    .toBe(5)
}, 60_000)
