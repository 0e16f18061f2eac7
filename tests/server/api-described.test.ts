import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { command } from '../../gateway/contract/commands.ts'
import { refusals } from '../../gateway/contract/refusals.ts'
import { operationIdOf, tagOf, usualRefusals } from '../../gateway/server/calls/api-call.ts'
import { apiCalls, paramsOf } from '../../gateway/server/calls/api-calls.ts'
import { commandRefusals, commandsDescribed } from '../../gateway/server/calls/command-refusals.ts'
import { type DoorDeps, hallDoors } from '../../gateway/server/hall-doors.ts'
import { openapi } from '../../gateway/server/openapi.ts'
import { decide } from '../../gateway/domain/decide.ts'
import type { Moment } from '../../gateway/domain/decision.ts'
import { evolve } from '../../gateway/domain/evolve.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { lineHallModel } from '../support/line-hall.ts'
import { randomOrder } from '../support/random-order.ts'
import { signIn } from '../support/api-client.ts'
import { type CallsOfAHall, callsOfAHall } from '../support/ready-for-calls.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { silentVoice } from '../support/silent-voice.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })
const calls = apiCalls()

/** Answers everything with itself: enough to put the doors together without a hall behind them. */
const anything: unknown = new Proxy(() => undefined, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '' : key === Symbol.iterator ? [][Symbol.iterator] : anything),
  apply: () => anything,
})
interface Layer {
  route?: { path: string; methods: Record<string, boolean> }
  handle: { stack?: Layer[] }
  match(path: string): false | { path: string }
}
const routesOf = (layers: readonly Layer[], before: string): string[] =>
  layers.flatMap((layer) => {
    if (layer.route) {
      const path = `${before}${layer.route.path === '/' ? '' : layer.route.path}`
      return Object.keys(layer.route.methods).map((method) => `${method} ${path}`)
    }
    const below = layer.match('/v1/x')
    const own = below === false || below.path === '/' ? '' : below.path
    return layer.handle.stack ? routesOf(layer.handle.stack, before + own) : []
  })

test('AD1 every call that the gateway takes is described, and nothing else', () => {
  const office = { hallModel: tinyHallModel(), state: anything }
  const given: Record<string, unknown> = { office, dataDir: '/tmp', hallDir: '/tmp', demo: null, own: [] }
  for (const name of 'log catalogue calendar live moment onSound persons publicAddress addressOf monotonic trackGuard devices guesses'.split(
    ' ',
  ))
    given[name] = anything
  const deps = new Proxy(given, { get: (own, key) => (key in own ? own[String(key)] : anything) })
  const taken = hallDoors(deps as unknown as DoorDeps)
    .flatMap(({ path, router }) => routesOf(router.stack as unknown as Layer[], path === '/' ? '' : path))
    .filter((route) => / \/api\/v1\//.test(route))
  const described = calls.map(({ method, path }) => `${method} /api/v1${path}`)
  expect([...new Set(taken)].sort()).toEqual([...described].sort())
})

test('AD2 each call has a name of its own, a group, schemas, an example and all its refusals', () => {
  const { paths } = openapi('1') as { paths: Record<string, Record<string, Record<string, unknown>>> }
  const told = Object.values(paths).flatMap((methods) => Object.values(methods))
  expect(told).toHaveLength(calls.length)
  const ids = told.map(({ operationId }) => operationId)
  expect(ids.filter((one, nth) => ids.indexOf(one) !== nth)).toEqual([])
  expect(calls.filter(({ path }) => tagOf(path) === '其他').map(({ path }) => path)).toEqual([])
  for (const { operationId, responses, parameters } of told) {
    expect(operationId).toMatch(/^[a-z][A-Za-z]+$/)
    const statuses = Object.keys(responses as object)
    expect(statuses, String(operationId)).toContain('421')
    expect(statuses.every((status) => /^\d{3}$/.test(status))).toBe(true)
    expect((parameters as { name: string }[]).every(({ name }) => name !== '')).toBe(true)
  }
  const known = new Set(Object.keys(refusals))
  expect(calls.flatMap((call) => [...call.refuses, ...usualRefusals(call)]).filter((code) => !known.has(code))).toEqual(
    [],
  )
  expect([...commandsDescribed].sort()).toEqual(command.options.map(({ shape }) => shape.type.value).sort())
})

test('AD4 an order is refused with no code that its description does not name', () => {
  const hallModel = lineHallModel({ booking: { slots: ['10:30', '11:00'], places: { A: 2 } } }, {}, true)
  const verbs = [
    ...['open', 'next', 'serve', 'finish', 'miss', 'hold', 'resume', 'undo', 'send', 'skip', 'drop', 'pause', 'assign'],
    ...['restore', 'take', 'urgent', 'flow', 'book', 'redeem', 'requeue', 'move', 'cancel', 'prioritise'],
  ]
  const step = fc.tuple(
    fc.constantFrom(...verbs),
    fc.constantFrom('1', '2', '3', '99'),
    fc.constantFrom('A', 'B', 'ZZ'),
    fc.nat(8),
  )
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
      const state = emptyOffice()
      const moment = { now: Date.UTC(2026, 2, 18, 2, 0), day: '2026-03-18', minute: 600, weekday: 3 }
      let ids = 0
      for (const one of steps) {
        const loose = randomOrder(state, one)
        const order = loose && command.safeParse(loose)
        if (!order?.success) continue
        const said = decide(hallModel, state, order.data, 'test', {
          ...moment,
          newId: () => `id${(ids += 1)}`,
          newToken: () => `token${(ids += 1)}`,
          newCode: () => String(10_000_000 + (ids += 1)),
        } as Moment)
        if (said.ok)
          for (const fact of said.events)
            evolve(state, { ...fact, seq: state.seq + 1, at: moment.now, actor: 'test', commandId: null })
        else {
          seen.add(`${order.data.type} ${said.code}`)
          expect(commandRefusals(order.data.type), order.data.type).toContain(said.code)
        }
      }
    }),
    { seed: 17, numRuns: 60 },
  )
  expect(seen.size).toBeGreaterThan(30)
})

const voice = silentVoice()
let hall: RunningGateway
let calling: CallsOfAHall
beforeAll(async () => {
  // The forms write into it.
  hall = await runGateway({ TINGSHI_HALL: spoiledHall({}), TINGSHI_SPEECH: voice.program })
  calling = callsOfAHall(hall, await signIn(hall.url, 'supervisor'))
})
afterAll(async () => {
  await hall?.discard()
  voice.discard()
})

/** What no hall in a test can be brought to accept: it says this, as described. */
const staysRefused: Record<string, string> = {
  trustClock: 'already-so',
  // The sample hall asks for no language that must be checked.
  getTranslationsByLanguage: 'unknown-language',
  postCatalogueImports: 'unknown-catalogue',
  takeEscalation: 'already-so',
  // All matters of this hall have a queue.
  postCatalogueDepartments: 'already-so',
  // This hall tells nobody; tests/outputs/webhooks.test.ts has those that do.
  postWebhooksDeliveriesByDeliveryIdResend: 'not-resent',
  // This hall has no city; tests/city/whole-city.long.test.ts has one.
  postTrackByTokenElsewhere: 'not-found',
  // Signing in has tests of its own; here nobody has that number, and no cookie.
  postSession: 'wrong-password',
  postSessionCode: 'not-signed-in',
  postSessionPassword: 'not-signed-in',
  getSessionSecondStep: 'not-signed-in',
  postSessionSecondStep: 'not-signed-in',
  postSessionTouch: 'not-signed-in',
  postSessionEnd: 'not-signed-in',
}

test('AD3 each example is answered as described', async () => {
  const wrong: string[] = []
  for (const call of calls) {
    const id = operationIdOf(call)
    const made = { ...call.example, ...(await (calling.prepare[id]?.() ?? Promise.resolve({}))) }
    const as = call.who === 'anybody' ? null : (call.who[0] ?? null)
    const { status, body } = await calling.send(call, made, as)
    const code = (body as { error?: { code: string } }).error?.code ?? null
    if (id in staysRefused) {
      if (code !== staysRefused[id]) wrong.push(`${id}: ${status} ${code}`)
    } else if (status !== call.status) wrong.push(`${id}: ${status} ${JSON.stringify(body).slice(0, 300)}`)
    else if (call.answer instanceof z.ZodType) {
      const fits = call.answer.safeParse(body)
      if (!fits.success) wrong.push(`${id}: ${JSON.stringify(fits.error.issues.slice(0, 2))}`)
    }
    if (id === 'postPhoneEnter') calling.keepPass((body as { pass?: string }).pass ?? '')
    for (const name of paramsOf(call.path)) if (made.params?.[name] === undefined) wrong.push(`${id}: no ${name}`)
  }
  expect(wrong).toEqual([])
})
