import type { CDPSession } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import type { CallView } from '../../gateway/contract/display-views.ts'
import type { WallShown } from '../../display/lobby/wall-shown.ts'
import { type ForcedPage, forceTime } from '../support/forced-time.ts'
import { NOW, call, screen } from '../fixtures/views/display.ts'
import { type HeapWeight, heapWeight } from '../support/heap-weight.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 3_000_000, hookTimeout: 120_000 })

const WEEK_MS = 7 * 24 * 3_600_000
const CALLS = 20_000
const FIRST = 1_000
const EACH_MS = WEEK_MS / CALLS

const here = hallInBrowser()

/** What the gateway would say after the nth call: the last twenty, the lines, the missed and the notices all change. */
function viewAfter(nth: number): WallShown {
  const calls = Array.from({ length: 20 }, (_, back): CallView | null => {
    const one = nth - back
    if (one < 0) return null
    const number = `${'ABCDE'[one % 5]}${String((one % 1_200) + 1).padStart(3, '0')}`
    return call({ callId: `call-${one}`, number, counterId: String((one % 170) + 1), calledAt: NOW + one * EACH_MS })
  }).filter((one) => one !== null)
  return {
    ...screen,
    calls,
    waiting: screen.waiting.map((queue, place) => ({ ...queue, waiting: (nth * (place + 3)) % 40 })),
    missed: Array.from({ length: nth % 7 }, (_, place) => `A${String((nth + place) % 999).padStart(3, '0')}`),
    notices: [0, 1, 2].map((place) => ({
      id: `n${(nth >> 6) + place}`,
      text: `第 ${(nth >> 6) + place} 条公告：${'请在取号后留意屏幕和广播，'.repeat(place * 4 + 1)}`,
      textEn: null,
      placement: (['ticker', 'side', 'full'] as const)[place] ?? 'ticker',
    })),
  }
}

test('DW18 over a week of 20,000 calls the page holds no more memory than after 1,000', async () => {
  const context = await here.browser.newContext({ viewport: { width: 320, height: 180 }, serviceWorkers: 'block' })
  const wall = await context.newPage()
  const broken: unknown[] = []
  wall.on('pageerror', (error) => broken.push(error))
  await wall.addInitScript(forceTime, NOW)
  await wall.goto(`${here.hall.url}/display/?screen=L1`)
  const session = await context.newCDPSession(wall)
  await session.send('Performance.enable')

  const views = (from: number, to: number) => Array.from({ length: to - from }, (_, nth) => viewAfter(from + nth))
  const run = (from: number, to: number): Promise<string[]> =>
    wall.evaluate(
      async ([all, each]) => {
        const { forced } = window as unknown as ForcedPage
        const shown: string[] = []
        for (const view of all) {
          forced.say({ type: 'view', topic: 'screen:L1', seq: 1, view })
          // Chime, words, gap, quiet, notices: each a step of its own, none so long that the page takes the gateway for dead.
          for (const part of [0.1, 0.15, 0.15, 0.2, 0.2, 0.2]) {
            await forced.pass(each * part)
            const now = document.querySelector('.call.swelling b')?.textContent
            if (now && shown.at(-1) !== now) shown.push(now)
          }
        }
        return shown
      },
      [views(from, to), EACH_MS] as const,
    )
  await wall.evaluate((now) => {
    ;(window as unknown as ForcedPage).forced.say({ type: 'welcome', protocol: 1, version: 'x', now, ticks: 0 })
  }, NOW)
  const shown: string[] = []
  const heaps: (HeapWeight & { calls: number; nodes: number; listeners: number; timers: number })[] = []
  for (let from = 0; from < CALLS; from += 250) {
    shown.push(...(await run(from, from + 250)))
    if (from + 250 !== FIRST && (from + 250) % 5_000 !== 0) continue
    heaps.push({ calls: from + 250, ...(await weigh(session)), timers: await timersOf() })
    console.log(heaps.at(-1))
  }
  async function timersOf(): Promise<number> {
    return wall.evaluate(() => (window as unknown as ForcedPage).forced.timers())
  }
  expect(broken).toEqual([])
  expect(await wall.evaluate(() => (window as unknown as ForcedPage).forced.now())).toBeGreaterThan(
    NOW + WEEK_MS * 0.99,
  )
  // The week was lived: calls stood large in their order, and the last ones are listed.
  expect(shown.length).toBeGreaterThan(CALLS * 0.95)
  expect(await wall.$$eval('.call b:first-child', (all) => all.length)).toBe(4)
  const [first, last] = [heaps[0], heaps.at(-1)]
  const all = ({ own, code, native }: HeapWeight): number => own + code + native
  expect(last?.own ?? Number.NaN).toBeLessThan((first?.own ?? 0) * 1.1)
  expect(last ? all(last) : Number.NaN).toBeLessThan((first ? all(first) : 0) * 1.1)
  expect(last?.nodes ?? Number.NaN).toBeLessThan((first?.nodes ?? 0) * 1.1 + 100)
  expect(last?.listeners ?? Number.NaN).toBeLessThan((first?.listeners ?? 0) * 1.1 + 50)
  expect(last?.timers ?? Number.NaN).toBeLessThan((first?.timers ?? 0) + 20)
  await context.close()
})

/** After the garbage is gone; sound that was begun gets the time to end. */
async function weigh(session: CDPSession): Promise<HeapWeight & { nodes: number; listeners: number }> {
  await new Promise((done) => setTimeout(done, 4_000))
  for (let nth = 0; nth < 3; nth += 1) await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0
  return { ...(await heapWeight(session)), nodes: of('Nodes'), listeners: of('JSEventListeners') }
}
