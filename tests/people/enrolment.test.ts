import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { deviceCommand } from '../../gateway/cli/device-command.ts'
import type { EnrolFound, EnrolOffer, EnrolState, EnrolledRow } from '../../gateway/contract/enrolment.ts'
import { CODE_LIVES_MS, openEnrolments } from '../../gateway/people/enrolments.ts'
import { openDatabase } from '../../gateway/store/database.ts'
import { type ApiClient, converse, signIn } from '../support/api-client.ts'
import { said } from '../support/damaged-log.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const facts = { width: 1080, height: 1920, touch: true, system: 'Linux' }
const eventually = { timeout: 20_000, interval: 50 }
let hall: RunningGateway
let supervisor: ApiClient
beforeAll(async () => {
  hall = await runGateway()
  supervisor = await signIn(hall.url, 'supervisor')
})
afterAll(() => hall?.discard())

const post = async <T>(path: string, body: object): Promise<{ status: number; body: T }> => {
  const response = await fetch(`${hall.url}/api/v1/enrol${path}`, { method: 'POST', body: JSON.stringify(body) })
  return { status: response.status, body: (await response.json()) as T }
}
const offered = async (kind: string, wished: string | null) =>
  (await post<EnrolOffer>('', { kind, wished, facts })).body
const state = async (secret: string) => (await post<EnrolState>('/ask', { secret })).body
/** The token of a machine that was let in. */
async function enrolled(kind: string, place: string): Promise<string> {
  const offer = await offered(kind, place)
  await supervisor.post('/enrol/approve', { code: offer.code, place })
  const answer = await state(offer.secret)
  if (answer.state !== 'approved') throw new Error(answer.state)
  return answer.token
}
async function page(token: string | null, topics: string[]) {
  const one = await converse(hall.url)
  let closed: number | null = null
  one.socket.on('close', (code) => void (closed = code))
  one.say({ type: 'hello', protocol: 2, token, topics })
  await one.until(({ type }) => type === 'welcome' || type === 'refused')
  return { ...one, closedWith: () => closed }
}

test('PE12 a code that a machine shows is found by who keeps devices, and lets it in at one place; the token is told once', async () => {
  const offer = await offered('terminal', 'K3')
  expect(offer.code).toMatch(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/)
  expect(await state(offer.secret)).toMatchObject({ state: 'waiting' })
  const typed = offer.code.replace('-', '').toLowerCase()
  const found = await supervisor.post<EnrolFound>('/enrol/find', { code: typed })
  expect(found.body).toMatchObject({ code: offer.code, kind: 'terminal', wished: 'K3', facts })
  expect(found.body.places[0]).toMatchObject({ id: 'K3', state: 'free' })
  expect(JSON.stringify(found.body)).not.toContain(offer.secret)
  expect((await supervisor.post('/enrol/find', { code: 'ABCDEF' })).status).toBe(404)
  for (const role of ['guide', 'clerk', 'terminal'] as const)
    expect((await (await signIn(hall.url, role)).post('/enrol/find', { code: typed })).status).toBe(403)
  expect((await post('/find', { code: typed })).status).toBe(401)
  expect((await supervisor.post('/enrol/approve', { code: typed, place: 'L1' })).status).toBe(422)
  const approved = await supervisor.post<EnrolledRow>('/enrol/approve', { code: typed, place: 'K3' })
  expect(approved.body).toMatchObject({ kind: 'terminal', place: 'K3', revokedAt: null })
  expect((await supervisor.post('/enrol/approve', { code: typed, place: 'K3' })).status).toBe(404)
  const answer = await state(offer.secret)
  expect(answer).toMatchObject({ state: 'approved', kind: 'terminal', place: 'K3' })
  expect(await state(offer.secret)).toEqual({ state: 'over' })
  const token = answer.state === 'approved' ? answer.token : ''
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const take = async (terminalId: string) =>
    (
      await fetch(`${hall.url}/api/v1/tickets`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ queueId: 'B', terminalId }),
      })
    ).status
  expect([await take('K3'), await take('K1')]).toEqual([201, 403])
  const { items } = (await supervisor.get<{ items: { type: string; actor: string }[] }>('/events?limit=5000')).body
  expect(items.find(({ type }) => type === 'ticket-taken')?.actor).toBe('terminal K3')
})

test('PE12 not this one: its page is told so', async () => {
  const offer = await offered('screen', null)
  expect((await supervisor.post('/enrol/refuse', { code: offer.code })).status).toBe(204)
  expect(await state(offer.secret)).toEqual({ state: 'refused' })
})

test('PE12 a code is over after ten minutes, and so many may wait', () => {
  let now = 0
  const database = openDatabase(join(mkdtempSync(join(tmpdir(), 'tingshi-enrol-')), 'tingshi.db'))
  const enrolments = openEnrolments(database, () => now)
  const wish = { kind: 'terminal' as const, wished: null, facts }
  const first = enrolments.offer(wish, '10.0.0.1')
  now = CODE_LIVES_MS - 1
  expect(enrolments.find(first?.code ?? '')).toMatchObject({ address: '10.0.0.1' })
  now = CODE_LIVES_MS
  expect(enrolments.find(first?.code ?? '')).toBeNull()
  expect(enrolments.approve(first?.code ?? '', 'K1', 'x')).toBeNull()
  expect(enrolments.ask(first?.secret ?? '')).toEqual({ state: 'over' })
  for (let nth = 0; nth < 20; nth += 1) expect(enrolments.offer(wish, '10.0.0.1')).not.toBeNull()
  expect(enrolments.offer(wish, '10.0.0.1')).toBeNull()
  expect(enrolments.offer(wish, '10.0.0.2')).not.toBeNull()
  database.close()
})

test('PE13 another machine at the same place replaces the first, whose page is out at once; others stay', async () => {
  const [first, other] = [await enrolled('screen', 'L1'), await enrolled('terminal', 'K2')]
  const [wall, terminal] = [await page(first, ['screen:L1']), await page(other, ['terminal:K2'])]
  const next = await offered('screen', 'L1')
  const found = await supervisor.post<EnrolFound>('/enrol/find', { code: next.code })
  expect(found.body.places[0]).toMatchObject({ id: 'L1', state: 'taken' })
  await supervisor.post('/enrol/approve', { code: next.code, place: 'L1' })
  await vi.waitFor(() => expect(wall.closedWith()).toBe(4401), eventually)
  expect(terminal.closedWith()).toBeNull()
  terminal.socket.close()
})

test('PE13 a machine is renamed, and revoked, under manage and on the command line; its page is out within a second', async () => {
  const device = (...args: string[]) => said(() => deviceCommand(args, { dataDir: hall.dataDir }))
  const { words: token } = await device('add', 'terminal', 'K4')
  const row = async () =>
    (await supervisor.get<{ items: EnrolledRow[] }>('/enrol/devices')).body.items.find(({ place }) => place === 'K4')
  const id = (await row())?.id ?? ''
  expect((await supervisor.post(`/enrol/devices/${id}/name`, { name: '二楼扶梯口' })).status).toBe(204)
  expect(await row()).toMatchObject({ name: '二楼扶梯口', approvedBy: 'command-line', revokedAt: null })
  const first = await page(token, ['terminal:K4'])
  expect((await device('revoke', 'K4')).words).toContain('二楼扶梯口')
  await vi.waitFor(() => expect(first.closedWith()).toBe(4401), eventually)
  expect(await device('revoke', 'K4')).toMatchObject({ code: 1 })
  const { words: again } = await device('add', 'terminal', 'K4')
  const second = await page(again, ['terminal:K4'])
  const newer = (await row())?.id ?? ''
  expect((await supervisor.post(`/enrol/devices/${newer}/revoke`)).status).toBe(204)
  await vi.waitFor(() => expect(second.closedWith()).toBe(4401), eventually)
  expect((await device('list')).words.split('\n').filter((line) => line.includes('K4'))).toHaveLength(2)
  expect(await device('add', 'toaster', 'K4')).toMatchObject({ code: 2 })
})

test('PE14 a wall is public to look at; only the enrolled one may report for it, and for no other', async () => {
  const own = await enrolled('screen', 'L1')
  const stranger = await page(null, ['screen:L1'])
  await stranger.until((message) => message.type === 'view' && message.topic === 'screen:L1')
  stranger.socket.close()
  const sound = async (token: string | null, screen: string) => {
    const headers = new Headers(token === null ? {} : { authorization: `Bearer ${token}` })
    const url = `${hall.url}/api/v1/displays/${screen}/sound`
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ state: 'on' }) })).status
  }
  expect([await sound(own, 'L1'), await sound(own, 'L2'), await sound(null, 'L1')]).toEqual([204, 403, 401])
  // A strip of a counter shows a token of its own and is no wall.
  expect(await sound(await enrolled('strip', '12'), 'L1')).toBe(403)
})
