import { createCanvas } from '@napi-rs/canvas'
import { readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { DisplayPage } from '../../gateway/contract/display-pulse.ts'
import { phraseOf } from '../../gateway/contract/voice/phrase.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { listen, openBrowser, openPage } from '../support/browser.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'
import { callsOf, holdLink, hurry, numbersOn, supervisorSocket, watchLarge } from '../support/wall-story.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))
afterAll(async () => void (await browser?.close()))
const soundOn = (wall: Page) => wall.waitForFunction(() => document.documentElement.dataset.sound === 'on')
const wallOf = (hall: RunningGateway, screen = 'L1') =>
  openPage(browser, `${hall.url}/display/?screen=${screen}`, 1920, 1080)

/** The sample hall in which it is now about so many o'clock; a silent lunch and a silent night. */
function hallAt(hour: number): string {
  const offset = ((hour - new Date().getUTCHours() + 36) % 24) - 12
  const timeZone = `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`
  const silent =
    "wall: { sound: { byTime: [{ from: '12:00', to: '13:30', volume: 0 }, { from: '20:00', to: '07:00', volume: 0 }] } }\n"
  return spoiledHall({ 'hall.yaml': [['timeZone: Asia/Shanghai\n', `timeZone: ${timeZone}\n${silent}`]] })
}

describe('calls', () => {
  let hall: RunningGateway
  beforeAll(async () => void (hall = await runGateway()))
  afterAll(() => hall?.discard())

  test('DC1 DW6 forty calls within one second: the list is the newest at once, each stands large in its turn, all are spoken in order', async () => {
    const wall = await wallOf(hall)
    await soundOn(wall)
    const [heard, large] = [await listen(wall), await watchLarge(wall)]
    const supervisor = await supervisorSocket(hall.url)
    await supervisor.order([
      { type: 'open-counter', counterId: '8' },
      ...Array.from({ length: 40 }, () => ({ type: 'take-ticket', queueId: 'A' })),
    ])
    await hurry(wall, 20)
    const before = performance.now()
    await supervisor.order(callsOf(40, '8'))
    const took = performance.now() - before
    expect(took).toBeLessThan(1_000)
    const numbers = Array.from({ length: 40 }, (_, nth) => `A${String(nth + 1).padStart(3, '0')}`)
    // While the first is still being said, the rows below already hold the newest.
    await expect
      .poll(() => numbersOn(wall), { timeout: 1_500, interval: 20 })
      .toEqual([expect.any(String), 'A040', 'A039', 'A038'])
    const listed = performance.now() - before
    expect((await large()).length).toBeLessThan(20)
    await expect
      .poll(async () => (await heard()).filter(({ clip }) => clip === 'chuangkou').length, {
        timeout: 120_000,
        interval: 500,
      })
      .toBe(40)
    const said = await heard()
    const spoken = [...new Set(said.map(({ callId }) => callId))].map((callId) =>
      said
        .filter((one) => one.callId === callId)
        .map(({ clip }) => clip)
        .join(' '),
    )
    expect(spoken).toEqual(numbers.map((number) => phraseOf({ number, counterId: '8' }).join(' ')))
    expect(await large()).toEqual(numbers)
    console.log(`40 calls in ${Math.round(took)} ms, listed after ${Math.round(listed)} ms`)
    supervisor.conversation.socket.close()
    await wall.context().close()
  })
})

// In a hall of its own: a wall that opens now would still have the forty calls to speak.
describe('reconnect', () => {
  let hall: RunningGateway
  beforeAll(async () => void (hall = await runGateway()))
  afterAll(() => hall?.discard())

  test('DC3 after a minute without the gateway older calls are listed and not spoken, young ones are both', async () => {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, serviceWorkers: 'block' })
    const wall = await context.newPage()
    const link = await holdLink(wall)
    await wall.goto(`${hall.url}/display/?screen=L1`)
    await soundOn(wall)
    const heard = await listen(wall)
    const supervisor = await supervisorSocket(hall.url)
    await supervisor.order([
      { type: 'open-counter', counterId: '1' },
      ...Array.from({ length: 4 }, () => ({ type: 'take-ticket', queueId: 'B' })),
    ])
    link.cut()
    await supervisor.order(callsOf(2, '1'))
    await wall.waitForTimeout(61_500)
    expect(await wall.$('.wall.stale')).not.toBeNull()
    await supervisor.order(callsOf(1, '1'))
    link.giveBack()
    await wall.waitForFunction(() => document.querySelector('.call b')?.textContent === 'B003', undefined, {
      timeout: 30_000,
    })
    expect((await numbersOn(wall)).slice(0, 3)).toEqual(['B003', 'B002', 'B001'])
    await expect
      .poll(async () => (await heard()).some(({ clip }) => clip === 'chuangkou'), { timeout: 30_000 })
      .toBe(true)
    await wall.waitForTimeout(3_000)
    expect((await heard()).map(({ clip }) => clip)).toEqual(phraseOf({ number: 'B003', counterId: '1' }))
    supervisor.conversation.socket.close()
    await context.close()
  })
})

describe('mute', () => {
  test.each([
    ['in the night', 22, true],
    ['at lunch', 12, true],
    ['in the morning', 10, false],
  ])('DC9 DW7 %s', async (_, hour, silent) => {
    const hall = await runGateway({ TINGSHI_HALL: hallAt(hour) })
    try {
      const wall = await wallOf(hall)
      await soundOn(wall)
      const [heard, large] = [await listen(wall), await watchLarge(wall)]
      const supervisor = await supervisorSocket(hall.url)
      const take = { type: 'take-ticket', queueId: 'A' }
      await supervisor.order([{ type: 'open-counter', counterId: '8' }, take, take, ...callsOf(2, '8')])
      await expect.poll(large, { timeout: 60_000 }).toEqual(['A001', 'A002'])
      await wall.waitForFunction(() => document.querySelector('.swelling') === null, undefined, { timeout: 60_000 })
      const clips = (await heard()).map(({ clip }) => clip)
      if (silent) expect(clips).toEqual([])
      else expect(clips.filter((clip) => clip === 'chuangkou')).toHaveLength(2)
      supervisor.conversation.socket.close()
      await wall.context().close()
    } finally {
      await hall.discard()
    }
  })
})

describe('media', () => {
  let hall: RunningGateway
  let supervisor: ApiClient
  beforeAll(async () => {
    hall = await runGateway()
    supervisor = await signIn(hall.url, 'supervisor')
  })
  afterAll(() => hall?.discard())

  async function show(bytes: Uint8Array<ArrayBuffer>, text: string): Promise<string> {
    const headers = { authorization: `Bearer ${supervisor.token}`, 'content-type': 'application/octet-stream' }
    const kept = (await (await fetch(`${hall.url}/api/v1/media`, { method: 'POST', headers, body: bytes })).json()) as {
      mediaId: string
      kind: string
    }
    const targets = [{ kind: 'screen', id: 'L6' }]
    const { id } = (
      await supervisor.post<{ id: string }>('/notices', {
        ...kept,
        bytes: undefined,
        url: undefined,
        text,
        targets,
        placement: 'side',
        seconds: 3,
      })
    ).body
    await supervisor.post(`/notices/${id}/submit`)
    await supervisor.post(`/notices/${id}/approve`)
    return id
  }
  const picture = (colour: string): Uint8Array<ArrayBuffer> => {
    const canvas = createCanvas(320, 180)
    const ink = canvas.getContext('2d')
    ink.fillStyle = colour
    ink.fillRect(0, 0, 320, 180)
    return Uint8Array.from(canvas.toBuffer('image/png'))
  }
  /** Its box says film; what is in it no decoder understands. */
  const box = (name: string, inside: Uint8Array): number[] => [
    0,
    0,
    0,
    8 + inside.length,
    ...Buffer.from(name),
    ...inside,
  ]
  const film = Uint8Array.from([
    ...box('ftyp', Buffer.from('isom\0\0\0\0isom')),
    ...box('moov', Buffer.alloc(80, 0x5a)),
    ...box('mdat', Buffer.alloc(80, 0x5a)),
  ])

  test('DW14 a broken picture and a broken film are passed over and reported; the good one stays', async () => {
    const good = await show(picture('#165866'), '好的图')
    const spoilt = await show(picture('#8e2414'), '坏的图')
    const folder = join(hall.dataDir, 'media')
    const notices = (await supervisor.get<{ items: { id: string; mediaId: string | null }[] }>('/notices')).body.items
    const of = (id: string) => notices.find((one) => one.id === id)?.mediaId ?? '?'
    truncateSync(join(folder, readdirSync(folder).find((file) => file.startsWith(of(spoilt))) ?? '?'), 60)
    const bad = await show(film, '坏的片')

    const wall = await wallOf(hall, 'L6')
    await wall.waitForSelector(`.media img[src="/media/${of(good)}"]`)
    const told = async (): Promise<string[]> => {
      const { items } = (await supervisor.get<{ items: DisplayPage[] }>('/displays')).body
      return items.flatMap(({ screenId, broken }) => (screenId === 'L6' ? broken.map(({ noticeId }) => noticeId) : []))
    }
    await expect
      .poll(async () => new Set(await told()), { timeout: 90_000, interval: 1_000 })
      .toEqual(new Set([spoilt, bad]))
    // From now on nothing but the good one, and never a hole.
    for (let nth = 0; nth < 20; nth += 1) {
      const shown = await wall.$eval('.zone.media', (zone) => ({
        src: zone.querySelector('img')?.getAttribute('src'),
        width: zone.querySelector('img')?.naturalWidth,
      }))
      expect(shown.src).toBe(`/media/${of(good)}`)
      await wall.waitForTimeout(500)
    }
    expect(await told()).not.toContain(good)
    await wall.context().close()
  })
})
