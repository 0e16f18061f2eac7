import { request } from 'node:http'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { DeviceHealth } from '../../gateway/contract/device-view.ts'
import { type ApiClient, converse, signIn } from '../support/api-client.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

let gateway: RunningGateway
let supervisor: ApiClient
beforeAll(async () => {
  const hall = spoiledHall({ 'hall.yaml': [['publicUrl: null', 'publicUrl: http://dating.example.cn']] })
  gateway = await runGateway({ TINGSHI_HALL: hall })
  supervisor = await signIn(gateway.url, 'supervisor')
})
afterAll(() => gateway?.discard())

/** One request as it is written, also under a name that fetch would not send. */
function asked(
  path: string,
  headers: Record<string, string>,
  host = '127.0.0.1',
): Promise<{ status: number; text: string }> {
  return new Promise((done, fail) => {
    const one = request({
      host: '127.0.0.1',
      port: Number(new URL(gateway.url).port),
      path,
      headers: { host, ...headers },
    })
    one.on('error', fail)
    one.on('response', (response) => {
      let text = ''
      response.on('data', (part) => (text += String(part)))
      response.on('end', () => done({ status: response.statusCode ?? 0, text }))
    })
    one.end()
  })
}
const row = async (id: string): Promise<DeviceHealth | undefined> =>
  (await supervisor.get<{ devices: DeviceHealth[] }>('/health')).body.devices.find((one) => one.id === id)
const page = {
  loadedAt: 1,
  frames: 0,
  layoutId: 'classic',
  current: null,
  sound: 'on',
  plays: [{ id: 'n', seconds: 3600 }],
  broken: [],
}

test('DO4 a stranger’s pulses make no screen well or ill and prove nothing; the screen’s own token does', async () => {
  const stranger = await converse(gateway.url)
  stranger.say({ type: 'hello', protocol: 1, token: null, topics: ['screen:L1'] })
  await stranger.until(({ type }) => type === 'view')
  for (let nth = 0; nth < 20; nth += 1) stranger.say({ type: 'pulse', topic: 'screen:L1', page })
  stranger.say({ type: 'ping' })
  await stranger.until(({ type }) => type === 'pong')
  expect((await row('L1'))?.word).toBe('没有登记')
  expect((await supervisor.get<{ total: number }>('/displays/plays')).body.total).toBe(0)
  const sound = (token: string | null) =>
    fetch(`${gateway.url}/api/v1/displays/L1/sound`, {
      method: 'POST',
      body: '{"state":"refused"}',
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
    })
  expect((await sound(null)).status).toBe(401)
  expect((await sound(supervisor.token)).status).toBe(403)
  const { token } = await signIn(gateway.url, 'display', 'L1')
  const own = await converse(gateway.url)
  own.say({ type: 'hello', protocol: 1, token, topics: ['screen:L1'] })
  await own.until(({ type }) => type === 'view')
  expect((await row('L1'))?.state).toBe('ok')
  for (let nth = 0; nth < 3; nth += 1) own.say({ type: 'pulse', topic: 'screen:L1', page })
  expect(await own.until(({ type }) => type === 'reload')).toEqual({ type: 'reload' })
  expect((await row('L1'))?.word).toBe('画面停住了')
  expect((await supervisor.get<{ total: number }>('/displays/plays')).body.total).toBe(0)
  own.say({ type: 'pulse', topic: 'screen:L1', page: { ...page, frames: 60 } })
  own.say({ type: 'ping' })
  await own.until(({ type }) => type === 'pong')
  expect((await row('L1'))?.state).toBe('ok')
  expect((await sound(token)).status).toBe(204)
  expect((await row('L1'))?.word).toBe('没有声音')
  stranger.socket.close()
  own.socket.close()
})

test('DO7 a socket that says no hello is gone after five seconds, one that did is not', async () => {
  const silent = new WebSocket(`${gateway.url.replace('http', 'ws')}/ws`)
  const polite = await converse(gateway.url)
  polite.say({ type: 'hello', protocol: 1, token: null, topics: [] })
  const from = performance.now()
  await new Promise<void>((done) => silent.once('close', () => done()))
  expect(performance.now() - from).toBeGreaterThan(3_000)
  polite.say({ type: 'ping' })
  expect(await polite.until(({ type }) => type === 'pong')).toMatchObject({ type: 'pong' })
  polite.socket.close()
})

test('DO10 a query of forty signs is answered, one more is not understood', async () => {
  const of = (length: number) => fetch(`${gateway.url}/api/v1/matters?q=${'('.repeat(length)}`)
  expect([(await of(40)).status, (await of(41)).status]).toEqual([200, 400])
})

test('DO10 searches without a token are limited by what they may bring, and with one they are not', async () => {
  const of = (headers: Record<string, string>) => fetch(`${gateway.url}/api/v1/matters?limit=5000`, { headers })
  let refused = 0
  for (let nth = 0; nth < 15; nth += 1) if ((await of({})).status === 429) refused += 1
  expect(refused).toBeGreaterThan(0)
  expect((await of({ authorization: `Bearer ${supervisor.token}` })).status).toBe(200)
})

test('DO15 the figures are for this computer, not for who comes through a proxy on it', async () => {
  expect((await fetch(`${gateway.url}/metrics`)).status).toBe(200)
  expect((await asked('/metrics', { 'x-forwarded-for': '198.51.100.1' })).status).toBe(401)
  expect((await asked('/metrics', {}, 'dating.example.cn')).status).toBe(401)
  const metrics = await (await fetch(`${gateway.url}/metrics`)).text()
  expect(metrics).toContain('tingshi_unexpected 0')
})

test('DO19 a name that is not this hall’s is refused with the name and the key, once in the log; with a dot it is the same', async () => {
  const foreign = await asked('/', {}, 'other.example.cn:8080')
  expect(foreign.status).toBe(421)
  expect(foreign.text).toContain('other.example.cn')
  expect(foreign.text).toContain('publicUrl')
  await asked('/api/v1/health', {}, 'other.example.cn')
  await asked('/api/v1/health', {}, 'third.example.cn')
  const told = (name: string): number => gateway.said().split(`${name} 这个名字`).length - 1
  // The log comes line by line: when the later name is there, all of the first is.
  await expect.poll(() => told('third.example.cn')).toBe(1)
  expect(told('other.example.cn')).toBe(1)
  expect((await asked('/api/v1/health', {}, 'dating.example.cn.')).status).toBe(200)
})

test('DO17 what lies in the data folder of a hall is its owner’s alone', () => {
  const open = readdirSync(gateway.dataDir)
    .filter((name) => /\.(db|db-wal|db-shm|keys|key|json)$/.test(name))
    .filter((name) => (statSync(join(gateway.dataDir, name)).mode & 0o077) !== 0)
  expect(readdirSync(gateway.dataDir)).toContain('tingshi.db')
  expect(open).toEqual([])
})

test('DO18 an upload that does not go on blocks no other', async () => {
  const stuck = request(`${gateway.url}/api/v1/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${supervisor.token}`, 'content-length': '1000' },
  })
  stuck.on('error', () => {})
  stuck.write('half')
  await new Promise((done) => setTimeout(done, 200))
  const other = await fetch(`${gateway.url}/api/v1/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${supervisor.token}` },
    body: 'no picture at all',
  })
  expect([other.status, ((await other.json()) as { error: { code: string } }).error.code]).toEqual([
    415,
    'media-unknown',
  ])
  stuck.destroy()
})
