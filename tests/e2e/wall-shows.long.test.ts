import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { NoticePlay } from '../../gateway/contract/display-pulse.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'
import { callsOf, supervisorSocket } from '../support/wall-story.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let browser: Browser
let hall: RunningGateway
let supervisor: ApiClient
// The few words that are attested; what they stand for here is sample text.
const [MONGOL, HOHHOT] = ['ᠮᠣᠩᠭᠣᠯ', 'ᠬᠥᠬᠡᠬᠣᠲᠠ']
const scripts = (order: string): string =>
  `wall: { sound: { volume: 0 }, scripts: { order: [${order}], ratio: 1.3, words: { hallName: ${HOHHOT}, counterUnit: ${MONGOL}, queues: { A: ${HOHHOT} } } } }\n`
beforeAll(async () => {
  browser = await openBrowser()
  hall = await runGateway({
    TINGSHI_HALL: spoiledHall({
      'hall.yaml': [['timeZone: Asia/Shanghai\n', `timeZone: Asia/Shanghai\n${scripts('mn-Mong, zh-Hans')}`]],
    }),
  })
  supervisor = await signIn(hall.url, 'supervisor')
  const socket = await supervisorSocket(hall.url)
  const take = { type: 'take-ticket', queueId: 'A' }
  await socket.order([
    { type: 'open-counter', counterId: '126' },
    { type: 'open-counter', counterId: '8' },
    take,
    take,
    take,
    take,
    ...callsOf(3, '8'),
  ])
  socket.conversation.socket.close()
})
afterAll(async () => {
  await browser?.close()
  await hall?.discard()
})

async function show(body: object): Promise<string> {
  const { id } = (await supervisor.post<{ id: string }>('/notices', body)).body
  await supervisor.post(`/notices/${id}/submit`)
  await supervisor.post(`/notices/${id}/approve`)
  return id
}
/** Text that reaches over the edge of what should hold it, anywhere on the wall. */
const cutOff = (wall: Page): Promise<string[]> =>
  wall.evaluate(() =>
    [
      ...document.querySelectorAll(
        '.ticker > span, .slide.text > p, .missed-card h2, .queue > span, .call .unit, .brand b, .mong',
      ),
    ].flatMap((one) => {
      const zone = one.closest('.call, .zone, .full')?.getBoundingClientRect()
      const own = one.getBoundingClientRect()
      const isOut =
        zone &&
        (own.left < zone.left - 1 ||
          own.right > zone.right + 1 ||
          own.top < zone.top - 1 ||
          own.bottom > zone.bottom + 1)
      return isOut ? [`${one.className} ${one.textContent} ${JSON.stringify(own)} ${JSON.stringify(zone)}`] : []
    }),
  )
const long =
  '因系统升级，10 月 8 日（星期四）12:00 至 18:00 暂停办理不动产登记、住房公积金提取和社会保险关系转移；需要当天办理的，请在 11:30 前取号。升级期间咨询台照常服务。'.repeat(
    3,
  )
const english =
  'Real estate, housing fund and social security services are suspended from 12:00 to 18:00 on Thursday 8 October. '.repeat(
    3,
  )

describe('notices', () => {
  test('DW15 DW16 a long notice in both languages goes on by page at the foot, beside and over the whole wall, and nothing is cut off', async () => {
    const targets = [{ kind: 'hall' }]
    for (const placement of ['ticker', 'side', 'full'] as const) {
      const id = await show({ text: long, textEn: english, placement, targets, priority: 6 })
      const at = { ticker: '.ticker > span', side: '.slide.text', full: '.full .slide.text' }[placement]
      for (const [screen, width, height] of [
        ['L1', 1920, 1080],
        ['L3', 1080, 1920],
        ['L4', 3840, 2160],
        ['L6', 1920, 1080],
        ['L8', 1920, 1080],
      ] as const) {
        const wall = await browser.newPage({ viewport: { width, height } })
        await wall.clock.install()
        await wall.goto(`${hall.url}/display/?screen=${screen}`)
        await wall.waitForSelector('.call, .queue')
        // Without its face a word is twice as long.
        await wall.evaluate((word) => document.fonts.load('40px "Tingshi Mong"', word), HOHHOT)
        const seen = new Set<string>()
        for (let nth = 0; nth < 40; nth += 1) {
          for (const text of await wall.$$eval(at, (all) => all.map((one) => one.textContent ?? '')))
            seen.add(text.replace(/\d+ \/ \d+$/, ''))
          expect(await cutOff(wall), `${placement} ${screen}`).toEqual([])
          await wall.clock.runFor(4_000)
        }
        const all = [...seen].join('').replace(/\s/g, '')
        for (const part of [long.slice(0, 12), long.slice(-12), 'Real estate', '8 October'])
          expect(all, `${placement} ${screen}`).toContain(part.replace(/\s/g, ''))
        await wall.close()
      }
      await supervisor.post(`/notices/${id}/withdraw`)
    }
  })

  test('DW17 what stood on a wall is proved, by screen and by day, for staff alone', async () => {
    const id = await show({
      text: '放映记录的一条',
      placement: 'ticker',
      priority: 6,
      targets: [{ kind: 'screen', id: 'L1' }],
    })
    const wall = await openPage(browser, `${hall.url}/display/?screen=L1`, 1920, 1080)
    await wall.waitForSelector('.ticker:has-text("放映记录的一条")')
    const proof = async () => (await supervisor.get<{ items: NoticePlay[] }>(`/displays/plays?notice=${id}`)).body.items
    // It stands alone, and is proved while it stands.
    await expect
      .poll(async () => (await proof())[0]?.seconds ?? 0, { timeout: 90_000, interval: 1_000 })
      .toBeGreaterThan(8)
    expect((await proof()).map(({ screenId, noticeId }) => [screenId, noticeId])).toEqual([['L1', id]])
    const guest = await fetch(`${hall.url}/api/v1/displays/plays`)
    expect(guest.status).toBe(401)
    await supervisor.post(`/notices/${id}/withdraw`)
    const manage = await openPage(browser, `${hall.url}/manage/?section=notices`, 1920, 1080)
    await manage.click('.notice-rows button:has-text("放映记录的一条")')
    await manage.waitForSelector('.plays:has-text("屏上放过")')
    await manage.context().close()
    await wall.context().close()
  })
})

describe('scripts', () => {
  test('DW19 Mongolian is drawn from top to bottom, left of the Chinese, in the hall’s ratio; the number keeps its size', async () => {
    const wall = await openPage(browser, `${hall.url}/display/?screen=L1`, 1920, 1080)
    await wall.waitForSelector('.call .mong')
    await wall.evaluate(() => document.fonts.ready)
    const [row] = await wall.$$eval('.call:not(.current)', (all) =>
      all.map((one) => {
        const at = (what: string) => one.querySelector(what)?.getBoundingClientRect()
        const size = (what: string) => Number.parseFloat(getComputedStyle(one.querySelector(what) ?? one).fontSize)
        return {
          row: one.getBoundingClientRect(),
          mong: at('.mong'),
          unit: at('.unit'),
          counter: at('.counter'),
          number: size('b'),
          mongSize: size('.mong'),
        }
      }),
    )
    if (!row?.mong || !row.unit || !row.counter) throw new Error('the row is not whole')
    expect(row.mong.height).toBeGreaterThan(2 * row.mong.width)
    expect(row.mong.right).toBeLessThanOrEqual(row.unit.left + 1)
    expect(row.mong.left).toBeGreaterThanOrEqual(row.counter.right - 1)
    expect(row.mong.top).toBeGreaterThanOrEqual(row.row.top)
    expect(row.mong.bottom).toBeLessThanOrEqual(row.row.bottom)
    expect(row.number).toBeGreaterThanOrEqual(192)
    expect(row.mongSize / row.number).toBeCloseTo(0.2 * 1.3, 2)
    // Its own face draws it: joined letters are shorter than single ones, and no box stands for a missing sign.
    expect(await wall.evaluate((word) => document.fonts.check('40px "Tingshi Mong"', word), MONGOL)).toBe(true)
    expect(await cutOff(wall)).toEqual([])
    await wall.context().close()
  })

  test('DW19 with Chinese first it stands at the right, and a hall without it shows none', async () => {
    for (const [order, isThere] of [
      ['zh-Hans, mn-Mong', true],
      ['zh-Hans', false],
    ] as const) {
      const other = await runGateway({
        TINGSHI_HALL: spoiledHall({
          'hall.yaml': [['timeZone: Asia/Shanghai\n', `timeZone: Asia/Shanghai\n${scripts(order)}`]],
        }),
      })
      try {
        const socket = await supervisorSocket(other.url)
        await socket.order([
          { type: 'open-counter', counterId: '8' },
          { type: 'take-ticket', queueId: 'A' },
          ...callsOf(1, '8'),
        ])
        socket.conversation.socket.close()
        const wall = await openPage(browser, `${other.url}/display/?screen=L1`, 1920, 1080)
        await wall.waitForSelector('.call')
        const places = await wall.$$eval('.call .both', ([both]) =>
          [...(both?.children ?? [])].map((one) => one.className),
        )
        expect(places).toEqual(isThere ? ['unit', 'mong-columns'] : ['unit'])
        expect(await cutOff(wall)).toEqual([])
        await wall.context().close()
      } finally {
        await other.discard()
      }
    }
  })
})

describe('staff', () => {
  test('DW20 DW9 a supervisor switches the layout and sees what the wall shows; the wall changes within a second', async () => {
    const wall = await openPage(browser, `${hall.url}/display/?screen=L1`, 1920, 1080)
    await wall.waitForSelector('.zone.waiting')
    const manage = await openPage(browser, `${hall.url}/manage/?section=screens`, 1920, 1080)
    const card = manage.locator('.screen-card').first()
    await card.locator('select').waitFor()
    await wall.evaluate(() => {
      new MutationObserver((_, self) => {
        if (document.querySelector('.zone.waiting') !== null) return
        Object.assign(window, { changedAt: Date.now() })
        self.disconnect()
      }).observe(document.body, { subtree: true, childList: true })
    })
    const before = Date.now()
    await card.locator('select').selectOption('far')
    await wall.waitForFunction(() => 'changedAt' in window)
    const took = (await wall.evaluate(() => (window as unknown as { changedAt: number }).changedAt)) - before
    console.log(`layout to wall: ${took} ms`)
    expect(took).toBeLessThan(1_000)

    await card.locator('button:has-text("看一眼")').click()
    await card.locator('figure img').waitFor({ timeout: 60_000 })
    const bytes = await manage.$eval('.screen-card figure img', async (one) => {
      const picture = one as HTMLImageElement
      await picture.decode()
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width: picture.naturalWidth, height: picture.naturalHeight })
      canvas.getContext('2d')?.drawImage(picture, 0, 0)
      return canvas.toDataURL('image/png').split(',')[1] ?? ''
    })
    expect(await difference(Buffer.from(bytes, 'base64'), await wall.screenshot())).toBeLessThan(0.05)
    if (process.env.TINGSHI_PICTURES)
      await manage.screenshot({ path: `${process.env.TINGSHI_PICTURES}/manage-screens.png` })

    const { body } = await supervisor.post<{ pictureId: string }>('/displays/L2/picture')
    const bring = (screen: string, pictureId: string) =>
      fetch(`${hall.url}/api/v1/displays/${screen}/pictures/${pictureId}`, {
        method: 'POST',
        body: Uint8Array.from([0xff, 0xd8, 0xff, ...Array(200).fill(1)]),
      })
    expect((await bring('L1', body.pictureId)).status).toBe(403)
    expect((await bring('L2', 'another')).status).toBe(403)
    expect((await bring('L2', body.pictureId)).status).toBe(204)
    expect((await bring('L2', body.pictureId)).status).toBe(403)
    expect((await fetch(`${hall.url}/api/v1/displays/L2/pictures/${body.pictureId}`)).status).toBe(401)
    await wall.context().close()
    await manage.context().close()
  })

  test('DW20 a wall that is told to load anew does so, once', async () => {
    const wall = await openPage(browser, `${hall.url}/display/?screen=L2`, 1920, 1080)
    await wall.waitForSelector('.zone')
    let loads = 0
    wall.on('load', () => void (loads += 1))
    expect((await supervisor.post('/displays/L2/reload')).status).toBe(200)
    await expect.poll(() => loads, { timeout: 30_000 }).toBe(1)
    await wall.waitForTimeout(4_000)
    expect(loads).toBe(1)
    await wall.context().close()
  })
})

/** Mean difference of two pictures, 0–1, after both are brought to one size. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [first, second] = await Promise.all(
    [one, other].map(async (bytes) => {
      const canvas = createCanvas(320, 180)
      const ink = canvas.getContext('2d')
      ink.drawImage(await loadImage(bytes), 0, 0, 320, 180)
      return ink.getImageData(0, 0, 320, 180).data
    }),
  )
  return (
    [...(first ?? [])].reduce((sum, value, nth) => sum + Math.abs(value - (second?.[nth] ?? 0)), 0) /
    255 /
    320 /
    180 /
    4
  )
}
