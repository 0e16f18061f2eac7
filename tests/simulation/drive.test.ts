import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { driveGateway } from '../../gateway/cli/drive-gateway.ts'
import { readHall } from '../../gateway/config.ts'
import type { Subject } from '../../gateway/domain/decision.ts'
import { buildHouse } from '../../gateway/domain/house.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { ordinary } from '../../gateway/domain/simulation/day-plan.ts'
import { type Witness, openSimulation } from '../../gateway/domain/simulation/run-hall.ts'
import { readArrivalProfile } from '../../gateway/hall/read-arrivals.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

let gateway: RunningGateway
let supervisor: ApiClient
beforeAll(async () => {
  gateway = await runGateway()
  supervisor = await signIn(gateway.url, 'supervisor')
}, 120_000)
afterAll(() => gateway.discard())

const read = readHall(join(import.meta.dirname, '../../assets/sample-hall'))
if (!read.ok) throw new Error('the sample hall has faults')
const house = buildHouse(read.hall, read.matters, false)
const open = (witness: Witness | null) =>
  openSimulation({
    ...{ house, profile: readArrivalProfile(), habits: { ...ordinary, ticketsPerDay: 600 }, days: 1, seed: 3, state: emptyOffice(), witness, onFact: null },
  })

test('W17 a running gateway lives through twenty minutes of a morning, as they were played', { timeout: 240_000 }, async () => {
  // The morning that is to come: how many took a number and were called until twenty past nine.
  const played = { taken: 0, called: 0 }
  const until = Date.UTC(2026, 2, 2, 1, 20)
  const alone = open((command, _: Subject, at) => {
    if (at <= until && command.type === 'take-ticket') played.taken++
    if (at <= until && command.type === 'call-next') played.called++
  })
  while (alone.nextAt !== null && alone.nextAt <= until) alone.step()
  expect(played.called).toBeGreaterThan(15)

  const stop = new AbortController()
  const driven = await driveGateway(open, { url: gateway.url, token: supervisor.token, speed: 600, signal: stop.signal }, ({ now }) => {
    if (now > until) stop.abort()
  })
  expect(driven.given).toBeGreaterThan(100)
  // Two counters may change places in a moment; the gateway takes nearly all as it was played.
  expect(driven.refused).toBeLessThan(driven.given * 0.02)
  const { body } = await supervisor.get<{ items: { type: string }[] }>('/events?limit=5000')
  const seen = (type: string): number => body.items.filter((event) => event.type === type).length
  expect(Math.abs(seen('ticket-taken') - played.taken)).toBeLessThanOrEqual(2)
  expect(seen('ticket-called')).toBeGreaterThan(played.called * 0.9)
  expect(seen('ticket-finished')).toBeGreaterThan(0)
})

test('W17 a token that may not is told in words, a gateway that is away too', { timeout: 60_000 }, async () => {
  const display = await signIn(gateway.url, 'display', 'L1')
  const to = { url: gateway.url, token: display.token, speed: 100_000, signal: new AbortController().signal }
  await expect(driveGateway(open, to, () => {})).rejects.toThrow('口令没有这个权限')
  await expect(driveGateway(open, { ...to, url: 'http://127.0.0.1:9' }, () => {})).rejects.toThrow()
})
