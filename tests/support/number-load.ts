import { loadavg } from 'node:os'
import { setTimeout as rest } from 'node:timers/promises'
import { expect } from 'vitest'
import type { TwoGateways } from './two-gateways.ts'

export interface NumberLoad {
  /** What was acknowledged, by its key. */
  readonly numbers: ReadonlyMap<string, string>
  /** Clients take numbers at both while something happens to the one that leads. Gives for how long nobody was served, milliseconds. */
  under(round: string, happen: () => Promise<void>): Promise<number>
  /** Reads the log: whatever was acknowledged is there, and nothing twice. */
  nothingLostOrDoubled(): Promise<void>
}

const CLIENTS = 4
/** A client that gets no answer asks the other one. */
const ANSWER_WITHIN_MS = 1_000

/** Visitors who take numbers at two gateways of one hall. */
export function numberLoad(two: TwoGateways, token: string): NumberLoad {
  const numbers = new Map<string, string>()
  /** One number, asked for at one gateway after the other under the same key, until somebody answers. */
  async function take(key: string): Promise<string> {
    for (let at = 0; ; at++) {
      const answer = await fetch(`${two.urls[at % 2]}/api/v1/tickets`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ queueId: 'B' }),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      }).catch(() => null)
      if (answer?.status === 201) {
        const body = await answer.json().catch(() => null)
        if (body !== null) return (body as { number: string }).number
      } else if (answer !== null && answer.status < 500 && answer.status !== 401)
        throw new Error(`${answer.status} ${await answer.text()}`)
      await rest(20)
    }
  }
  return {
    numbers,
    async under(round, happen) {
      let stop = false
      let fellAt = Number.POSITIVE_INFINITY
      let servedAt: number | null = null
      /** Answers that were on their way when it fell prove nothing. */
      const client = async (nth: number): Promise<void> => {
        for (let press = 0; !stop; press++) {
          const askedAt = performance.now()
          const key = `${round}-${nth}-${press}`
          numbers.set(key, await take(key))
          const now = performance.now()
          if (now > fellAt && (askedAt > fellAt || now - askedAt > 300)) servedAt ??= now
        }
      }
      const clients = Array.from({ length: CLIENTS }, (_, nth) => client(nth))
      await rest(600)
      fellAt = performance.now()
      const happening = happen()
      for (let waited = 0; servedAt === null && waited < 40_000; waited += 10) await rest(10)
      await happening
      stop = true
      await Promise.all(clients)
      return Math.round((servedAt ?? Number.NaN) - fellAt)
    },
    async nothingLostOrDoubled() {
      const { leads } = await two.settled()
      const seen: { number: string; day: string }[] = []
      for (let after = 0; ; ) {
        const answer = await fetch(`${leads.url}/api/v1/events?after=${after}&limit=5000`, {
          headers: { authorization: `Bearer ${token}` },
        })
        const { items } = (await answer.json()) as {
          items: { seq: number; type: string; number: string; day: string }[]
        }
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
      for (const [key, number] of [...numbers].slice(-50)) expect(await take(key)).toBe(number)
    },
  }
}

/** For docs/city.md: what came out, beside how busy the machine was. */
export function sayTimes(what: string, times: readonly number[], taken: number): void {
  const sorted = times.toSorted((one, other) => one - other)
  const [one = 0] = loadavg()
  console.log(
    `${what} ${times.length} times, ${taken} numbers, load ${one.toFixed(1)}: p50 ${sorted[Math.floor(sorted.length / 2)]} ms, max ${sorted.at(-1)} ms without service`,
  )
}
