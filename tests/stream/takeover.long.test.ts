import { setTimeout as rest } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { natsHere } from '../support/run-nats.ts'
import { type TwoGateways, runTwoGateways } from '../support/two-gateways.ts'

/** `TINGSHI_CUTS=20 npm run test:long -- tests/stream/takeover` for the figures of docs/city.md. */
const ROUNDS = Number(process.env.TINGSHI_CUTS ?? 3)
const CLIENTS = 4
let two: TwoGateways
let token = ''
/** What was acknowledged, by its key. */
const numbers = new Map<string, string>()

beforeAll(async () => {
  if (natsHere === null) return
  two = await runTwoGateways()
  token = await two.token('load', ['guide', 'supervisor'])
}, 180_000)
afterAll(() => two?.discard())

/** One number, asked for at one gateway after the other under the same key, until somebody answers. */
async function take(key: string, stopped: () => boolean): Promise<string | null> {
  for (let at = 0; !stopped(); at++) {
    const answer = await fetch(`${two.urls[at % 2]}/api/v1/tickets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ queueId: 'B' }),
      signal: AbortSignal.timeout(2_000),
    }).catch(() => null)
    if (answer?.status === 201) return ((await answer.json()) as { number: string }).number
    if (answer !== null && answer.status < 500 && answer.status !== 401)
      throw new Error(`${answer.status} ${await answer.text()}`)
    await rest(20)
  }
  return null
}

/** Load on both while something happens to the one that leads. Gives how long nobody was served, milliseconds. */
async function under(round: string, happen: () => Promise<void>): Promise<number> {
  let stop = false
  let fellAt = Number.POSITIVE_INFINITY
  let servedAt: number | null = null
  const client = async (nth: number): Promise<void> => {
    for (let press = 0; !stop; press++) {
      const askedAt = performance.now()
      const key = `${round}-${nth}-${press}`
      const number = await take(key, () => false)
      if (number !== null) numbers.set(key, number)
      if (askedAt > fellAt || performance.now() - askedAt > 500) servedAt ??= performance.now()
      if (performance.now() < fellAt) servedAt = null
    }
  }
  const clients = Array.from({ length: CLIENTS }, (_, nth) => client(nth))
  await rest(600)
  fellAt = performance.now()
  await happen()
  for (let waited = 0; servedAt === null && waited < 30_000; waited += 20) await rest(20)
  stop = true
  await Promise.all(clients)
  return Math.round((servedAt ?? Number.NaN) - fellAt)
}
const figures = (times: readonly number[]): string => {
  const sorted = times.toSorted((one, other) => one - other)
  return `p50 ${sorted[Math.floor(sorted.length / 2)]} ms, max ${sorted.at(-1)} ms`
}
async function nothingLostOrDoubled(): Promise<void> {
  const { leads } = await two.settled()
  const seen: { number: string; day: string }[] = []
  for (let after = 0; ; ) {
    const answer = await fetch(`${leads.url}/api/v1/events?after=${after}&limit=5000`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const { items } = (await answer.json()) as { items: { seq: number; type: string; number: string; day: string }[] }
    for (const item of items) if (item.type === 'ticket-taken') seen.push(item)
    if (items.length === 0) break
    after = items.at(-1)?.seq ?? 0
  }
  const given = seen.map(({ number, day }) => `${day} ${number}`)
  expect(new Set(given).size).toBe(given.length)
  const known = new Set(seen.map(({ number }) => number))
  expect([...numbers.values()].filter((number) => !known.has(number))).toEqual([])
  expect(new Set(numbers.values()).size).toBe(numbers.size)
  // The same press gets the same answer wherever it is asked again.
  for (const [key, number] of [...numbers].slice(-50)) expect(await take(key, () => false)).toBe(number)
}

test.skipIf(natsHere === null)(
  'TG1 TG2 the gateway that leads is killed again and again under load: the other one goes on, nothing acknowledged is lost, no number is given twice',
  { timeout: 1_800_000 },
  async () => {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const { leads } = await two.settled()
      await rest(1_500)
      times.push(await under(`kill${round}`, () => leads.kill()))
      await two.restart(leads)
    }
    console.log(`killed ${ROUNDS} times, ${numbers.size} numbers: ${figures(times)} without service`)
    await nothingLostOrDoubled()
    expect(times.every((time) => time > 0)).toBe(true)
  },
)

test.skipIf(natsHere === null)(
  'TG3 a gateway that stands still is overtaken; when it goes on it can write nothing and steps down',
  { timeout: 1_800_000 },
  async () => {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const { leads } = await two.settled()
      await rest(1_500)
      times.push(
        await under(`still${round}`, async () => {
          leads.freeze()
          await rest(6_000)
          leads.goOn()
        }),
      )
      await expect.poll(() => leads.alive()).toBe(false)
      expect(leads.said()).toContain('另一台网关已经接手这个大厅')
      await two.restart(leads)
    }
    console.log(`stood still ${ROUNDS} times, ${numbers.size} numbers: ${figures(times)} without service`)
    await nothingLostOrDoubled()
  },
)

test.skipIf(natsHere === null)(
  'TG4 a gateway that is told to stop hands the hall over: an upgrade without a closed hall',
  { timeout: 600_000 },
  async () => {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const { leads } = await two.settled()
      await rest(1_500)
      times.push(await under(`told${round}`, async () => void (await leads.stop())))
      await two.restart(leads)
    }
    console.log(`handed over ${ROUNDS} times, ${numbers.size} numbers: ${figures(times)} without service`)
    await nothingLostOrDoubled()
  },
)
