import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DriveProgress, driveGateway } from '../../gateway/cli/drive-gateway.ts'
import { readHall } from '../../gateway/config.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { ordinary } from '../../gateway/domain/simulation/day-plan.ts'
import { type Witness, openSimulation } from '../../gateway/domain/simulation/run-hall.ts'
import { readArrivalProfile } from '../../gateway/hall/read-arrivals.ts'
import { signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

let gateway: RunningGateway
beforeAll(async () => {
  gateway = await runGateway()
}, 60_000)
afterAll(() => gateway?.discard())

const read = readHall('assets/sample-hall')
if (!read.ok) throw new Error('the sample hall is broken')
const hallModel = buildHallModel(read.hall, read.matters, false)
/** The sample hall's morning. `tell` sees each order that the played hall obeyed. */
const morning = (witness: Witness, tell: Witness | null) =>
  openSimulation({
    hallModel,
    profile: readArrivalProfile(),
    habits: { ...ordinary, ticketsPerDay: 900 },
    days: 1,
    seed: 3,
    state: emptyOffice(),
    onFact: null,
    witness: (command, subject, at) => {
      tell?.(command, subject, at)
      witness(command, subject, at)
    },
  })
const pauses = [200, 400, 800, 1600, 3200, 6400, 12_800]
/** A busy machine may take a minute to start a hall anew. */
const patient = [...pauses, 20_000, 20_000]

test('W18 a running hall lives through some minutes of a morning and obeys every order once, also when it is started anew meanwhile', async () => {
  const env = { ...process.env, TINGSHI_DATA: gateway.dataDir }
  const token =
    execFileSync(process.execPath, ['gateway/cli.ts', 'token', 'add', '模拟', '--roles', 'supervisor'], {
      env,
      encoding: 'utf8',
    })
      .trim()
      .split('\n')
      .at(-1) ?? ''
  const given: string[] = []
  const stop = new AbortController()
  const seen: DriveProgress[] = []
  // From 08:55 on, two hundred times faster.
  const until = Date.UTC(2026, 2, 2, 1, 20)
  let restarted: Promise<void> | null = null
  const to = { url: gateway.url, token, speed: 200, signal: stop.signal, pauses: patient }
  const done = await driveGateway(
    (witness) => morning(witness, ({ type }) => given.push(type)),
    to,
    (at) => {
      seen.push(at)
      if (at.given >= 60) restarted ??= gateway.restart({ TINGSHI_PORT: new URL(gateway.url).port })
      if (at.now >= until) stop.abort()
    },
  )
  await restarted
  expect(restarted).not.toBeNull()
  expect(done.refused).toBe(0)
  expect(done.given).toBe(seen.at(-1)?.given)
  const supervisor = await signIn(gateway.url, 'supervisor')
  const { items } = (await supervisor.get<{ items: { type: string }[] }>('/events?limit=5000')).body
  const count = (type: string): number => items.filter((one) => one.type === type).length
  const ordered = (type: string): number => given.filter((one) => one === type).length
  expect(count('ticket-taken')).toBe(ordered('take-ticket'))
  expect(count('ticket-taken')).toBeGreaterThan(30)
  expect(count('counter-opened')).toBe(ordered('open-counter'))
  expect(count('ticket-called')).toBe(ordered('call-next'))
  expect(count('ticket-finished')).toBe(ordered('finish-ticket'))
}, 240_000)

test('W18 a hall that stays away is told in words, a token of the wrong role too', async () => {
  const stop = new AbortController()
  const nobody = { url: 'http://127.0.0.1:9', token: 'x', speed: 10_000, signal: stop.signal, pauses: [1, 1] }
  await expect(
    driveGateway(
      (witness) => morning(witness, null),
      nobody,
      () => {},
    ),
  ).rejects.toThrow('连不上大厅')
  const { token } = await signIn(gateway.url, 'terminal', 'K1')
  const wrong = { ...nobody, url: gateway.url, token }
  await expect(
    driveGateway(
      (witness) => morning(witness, null),
      wrong,
      () => {},
    ),
  ).rejects.toThrow('没有这个权限')
}, 60_000)
