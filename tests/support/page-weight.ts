import type { Browser, CDPSession } from 'playwright-core'
import { FIRST_SCREEN } from '../../display/shared/first-screen.ts'

/** Bytes on the line, headers included, as Chromium counts them. */
export interface PageWeight {
  all: number
  script: number
  style: number
  font: number
  /** Pages, facts, views of the socket. */
  data: number
  picture: number
  /** What was asked for when the first screen stood. */
  later: number
  /** Font slices beside the faces of the first screen. */
  slices: string[]
}

const QUIET_MS = 1_500

/**
 * What a page loads for its first screen, in a browser that has never seen it. Its worker stays away: what a terminal keeps for a day without a
 * gateway comes afterwards, one file after the other. `ready`: a selector that the first screen has.
 */
export async function weighPage(
  browser: Browser,
  url: string,
  { width, height, ready, touch = false }: { width: number; height: number; ready: string; touch?: boolean },
): Promise<PageWeight> {
  const context = await browser.newContext({ viewport: { width, height }, serviceWorkers: 'block', hasTouch: touch })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const line = await context.newCDPSession(page)
  const requests = await hearRequests(line)
  await page.goto(url)
  await page.waitForSelector(ready)
  await page.evaluate(() => document.fonts.ready)
  await requests.quiet()
  const stoodAt = await page.evaluate((name) => {
    const mark = performance.getEntriesByName(name)[0]
    return mark === undefined ? Number.POSITIVE_INFINITY : (performance.timeOrigin + mark.startTime) / 1000
  }, FIRST_SCREEN)
  await context.close()
  return requests.weigh(stoodAt)
}

const isClip = /\.(mp3|ogg|opus|wav)$/

interface Asked {
  url: string
  kind: string
  /** Seconds since 1970. */
  at: number
  bytes: number
}

async function hearRequests(line: CDPSession): Promise<{ quiet(): Promise<void>; weigh(stoodAt: number): PageWeight }> {
  const asked = new Map<string, Asked>()
  const open = new Set<string>()
  let heardAt = performance.now()
  line.on('Network.requestWillBeSent', ({ requestId, request, type = '', wallTime }) => {
    heardAt = performance.now()
    asked.set(requestId, { url: request.url, kind: type, at: wallTime, bytes: 0 })
    open.add(requestId)
  })
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    heardAt = performance.now()
    open.delete(requestId)
    const one = asked.get(requestId)
    if (one) one.bytes += encodedDataLength
  })
  line.on('Network.loadingFailed', ({ requestId }) => void open.delete(requestId))
  line.on('Network.webSocketFrameReceived', ({ requestId, response }) => {
    const at = `${requestId} ws`
    const one = asked.get(at) ?? { url: 'socket', kind: 'WebSocket', at: 0, bytes: 0 }
    one.bytes += Buffer.byteLength(response.payloadData)
    asked.set(at, one)
  })
  await line.send('Network.enable')
  return {
    async quiet() {
      while (open.size > 0 || performance.now() - heardAt < QUIET_MS) await new Promise((done) => setTimeout(done, 100))
    },
    weigh(stoodAt) {
      // A wall's clips are counted by themselves: they come before they are said.
      const all = [...asked.values()].filter(({ url }) => !isClip.test(url))
      const first = all.filter(({ at }) => at <= stoodAt)
      const sum = (some: Asked[]): number => some.reduce((total, { bytes }) => total + bytes, 0)
      const of = (...kinds: string[]): number => sum(first.filter(({ kind }) => kinds.includes(kind)))
      return {
        all: sum(first),
        script: of('Script'),
        style: of('Stylesheet'),
        font: of('Font'),
        data: of('Document', 'Fetch', 'XHR', 'WebSocket', 'Other'),
        picture: of('Image', 'Media'),
        later: sum(all) - sum(first),
        slices: first
          .filter(({ url }) => /noto-s\w+-sc-\d+-\d+-normal/.test(url))
          .map(({ url }) => url.split('/').at(-1) ?? ''),
      }
    },
  }
}
