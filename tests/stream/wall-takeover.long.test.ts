import { loadavg } from 'node:os'
import type { Browser } from 'playwright-core'
import { setTimeout as rest } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { natsHere } from '../support/run-nats.ts'
import { type TwoGateways, runTwoGateways } from '../support/two-gateways.ts'

let two: TwoGateways
let browser: Browser
beforeAll(async () => {
  if (natsHere === null) return
  two = await runTwoGateways()
  browser = await openBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await two?.discard()
})

test.skipIf(natsHere === null)(
  'TG10 the gateway that leads is killed under load: the wall in a real browser goes to the other one, shows the next call and speaks it',
  { timeout: 300_000 },
  async () => {
    const token = await two.token('desk', ['guide', 'supervisor'])
    const { leads } = await two.settled()
    let stop = false
    /** Asked at both in turn under the same key until somebody answers. */
    async function order<T>(path: string, body: object, key: string): Promise<T> {
      for (let at = 0; ; at++) {
        const answer = await fetch(`${two.urls[at % 2]}/api/v1${path}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(2_000),
        }).catch(() => null)
        if (answer !== null && answer.status < 500 && answer.status !== 401) return (await answer.json()) as T
        await rest(20)
      }
    }
    const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage()
    const spoken: string[] = []
    await page.exposeFunction('spoke', (callId: string) => void spoken.push(callId))
    await page.addInitScript(() => {
      addEventListener('tingshi:clip', (event) =>
        (window as unknown as { spoke(callId: string): void }).spoke(
          (event as CustomEvent<{ callId: string }>).detail.callId,
        ),
      )
    })
    await page.goto(`${leads.url}/display/?screen=L1`)
    const first = await order<{ number: string; counters: string[] }>('/tickets', { queueId: 'B' }, 'first')
    const [counter = ''] = first.counters
    await order(`/counters/${counter}/open`, {}, 'open')
    await order(`/counters/${counter}/next`, {}, 'call-first')
    await expect.poll(() => page.locator('body').innerText()).toContain(first.number)
    const load = (async () => {
      for (let press = 0; !stop; press++) await order('/tickets', { queueId: 'B' }, `load-${press}`)
    })()
    await rest(500)
    const silent = spoken.length
    await leads.kill()
    const killedAt = performance.now()
    await order(`/counters/${counter}/finish`, {}, 'finish-first')
    const { ticket } = await order<{ ticket: { number: string } }>(`/counters/${counter}/next`, {}, 'call-second')
    const servedAt = performance.now()
    await expect
      .poll(
        () =>
          page
            .locator('body')
            .innerText()
            .catch(() => ''),
        { interval: 50 },
      )
      .toContain(ticket.number)
    const shownAt = performance.now()
    await expect.poll(() => spoken.length, { interval: 50 }).toBeGreaterThan(silent)
    const spokenAt = performance.now()
    const after = (at: number): string => `${((at - killedAt) / 1000).toFixed(1)} s`
    console.log(
      `load ${(loadavg()[0] ?? 0).toFixed(1)}, after the kill: called ${after(servedAt)}, shown ${after(shownAt)}, spoken ${after(spokenAt)}`,
    )
    expect(new URL(page.url()).origin).not.toBe(leads.url)
    stop = true
    await load
  },
)
