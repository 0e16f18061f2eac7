import { setTimeout as rest } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { knockAgain } from '../support/knock-again.ts'
import { type NumberLoad, numberLoad, sayTimes } from '../support/number-load.ts'
import { natsHere } from '../support/run-nats.ts'
import { type TwoGateways, runTwoGateways } from '../support/two-gateways.ts'

/** `TINGSHI_CUTS=20 npm run test:long -- tests/stream/takeover` for the figures of docs/city.md. */
const ROUNDS = Number(process.env.TINGSHI_CUTS ?? 3)
/** So long something is cut off or stands still. */
const GONE_MS = 6_000
let two: TwoGateways
let load: NumberLoad

beforeAll(async () => {
  if (natsHere === null) return
  two = await runTwoGateways({}, { cutLines: true })
  load = numberLoad(two, await two.token('load', ['guide', 'supervisor']))
}, 180_000)
afterAll(() => two?.discard())

type Leads = Awaited<ReturnType<TwoGateways['settled']>>['leads']
/** Rounds of one kind: the times, with whoever led ready to follow again after each. */
async function rounds(what: string, happen: (leads: Leads) => Promise<void>): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const { leads } = await two.settled()
    await rest(1_500)
    times.push(await load.under(`${what}${round}`, () => happen(leads)))
    if (leads.alive()) await expect.poll(() => leads.alive(), { timeout: 15_000 }).toBe(false)
    await two.restart(leads)
  }
  sayTimes(what, times, load.numbers.size)
  return times
}

test.skipIf(natsHere === null)(
  'TG1 TG2 the gateway that leads is killed again and again under load: the other one goes on, nothing acknowledged is lost, no number is given twice',
  { timeout: 1_800_000 },
  async () => {
    const times = await rounds('killed', (leads) => leads.kill())
    await load.nothingLostOrDoubled()
    expect(times.every((time) => time > 0)).toBe(true)
  },
)

test.skipIf(natsHere === null)(
  'TG3 a gateway that stands still is overtaken; when it goes on it can write nothing and steps down',
  { timeout: 1_800_000 },
  async () => {
    const said: string[] = []
    await rounds('stood still', async (leads) => {
      leads.freeze()
      await rest(GONE_MS)
      leads.goOn()
      await expect.poll(() => leads.alive(), { timeout: 15_000 }).toBe(false)
      said.push(leads.said())
    })
    expect(said.every((words) => words.includes('另一台网关已经接手这个大厅'))).toBe(true)
    await load.nothingLostOrDoubled()
  },
)

test.skipIf(natsHere === null)(
  'CT1 the line between the gateway that leads and the engine is cut, and visitors still reach it: the other one takes the hall, what arrives late is refused, and it steps down',
  { timeout: 1_800_000 },
  async () => {
    const said: string[] = []
    await rounds('cut off', async (leads) => {
      const line = two.lineOf(leads)
      line.cut()
      await rest(GONE_MS)
      line.mend()
      await expect.poll(() => leads.alive(), { timeout: 15_000 }).toBe(false)
      said.push(leads.said())
    })
    expect(said.every((words) => words.includes('另一台网关已经接手这个大厅'))).toBe(true)
    await load.nothingLostOrDoubled()
  },
)

test.skipIf(natsHere === null)(
  'TG4 CT3 a gateway that is told to stop hands the hall over at once: an upgrade without a closed hall',
  { timeout: 600_000 },
  async () => {
    const knocked: Awaited<ReturnType<ReturnType<typeof knockAgain>['stop']>>[] = []
    await rounds('handed over', async (leads) => {
      const other = two.both.find((one) => one !== leads)
      const knocking = knockAgain(other?.url ?? '')
      await leads.stop()
      await expect.poll(() => two.leader(), { timeout: 20_000 }).toBe(other)
      knocked.push(await knocking.stop())
    })
    expect(knocked.flatMap(({ refusals }) => refusals)).toEqual([])
    expect(knocked.every(({ knocks }) => knocks > 10)).toBe(true)
    await load.nothingLostOrDoubled()
  },
)
