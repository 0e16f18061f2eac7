import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ServerMessage } from '../../gateway/contract/messages.ts'
import { converse } from '../support/api-client.ts'
import { natsHere } from '../support/run-nats.ts'
import { type TwoGateways, runTwoGateways } from '../support/two-gateways.ts'

let two: TwoGateways
beforeAll(async () => {
  if (natsHere !== null) two = await runTwoGateways()
}, 180_000)
afterAll(() => two?.discard())

const hello = (topics: string[]) => ({ type: 'hello', protocol: 1, token: null, topics })

test.skipIf(natsHere === null)(
  'TG6 the gateway behind shows walls what the other one does, gives no numbers, and sends everybody else on',
  { timeout: 120_000 },
  async () => {
    const token = await two.token('desk', ['guide', 'supervisor'])
    const { leads, follows } = await two.settled()
    const wall = await converse(follows.url)
    wall.say(hello(['screen:L1']))
    expect(await wall.until(({ type }) => type === 'welcome')).toMatchObject({ gateways: two.urls })
    await wall.until(({ type }) => type === 'view')
    const order = (url: string, path: string, body: object) =>
      fetch(`${url}/api/v1${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const refused = await order(follows.url, '/tickets', { queueId: 'B' })
    expect([refused.status, await refused.json()]).toMatchObject([503, { error: { code: 'standby' } }])
    const { number, counters } = (await (await order(leads.url, '/tickets', { queueId: 'B' })).json()) as {
      number: string
      counters: string[]
    }
    for (const step of ['open', 'next']) await order(leads.url, `/counters/${counters[0]}/${step}`, {})
    const shows = (message: ServerMessage): boolean =>
      message.type === 'view' && JSON.stringify(message.view).includes(number)
    await expect.poll(() => wall.heard.some(shows)).toBe(true)
    for (const topics of [['terminal:K1'], ['counter:1'], []]) {
      const page = await converse(follows.url)
      page.say(hello(topics))
      expect(await page.closed).toBe(4503)
      expect(page.heard).toEqual([])
    }
    const stranger = await fetch(`${follows.url}/api/v1/queues`)
    expect(stranger.status).toBe(503)
    expect((await fetch(`${follows.url}/display/?screen=L1`)).status).toBe(200)
    wall.socket.close()
  },
)
