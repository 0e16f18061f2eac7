import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { converse, signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

const root = resolve(import.meta.dirname, '../..')
let gateway: RunningGateway
let token: string

beforeAll(async () => {
  gateway = await runGateway()
  token = (await signIn(gateway.url, 'guide')).token
})
afterAll(() => gateway.discard())

const sequence = async (): Promise<number> =>
  ((await (await fetch(`${gateway.url}/api/v1/health`)).json()) as { log: { seq: number } }).log.seq
const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${gateway.url}/api/v1/tickets`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
  })

const bad: [name: string, status: number, code: string, body: string, headers?: Record<string, string>][] = [
  ['an unknown matter', 422, 'unknown-matter', '{"matterId":"no-such"}'],
  ['a body that is too large', 413, 'too-large', JSON.stringify({ queueId: 'B', missing: ['x'.repeat(70_000)] })],
  ['broken JSON', 400, 'not-understood', '{"queueId":'],
  ['a field of the wrong kind', 400, 'not-understood', '{"queueId":7}'],
  ['a list instead of an order', 400, 'not-understood', '[1,2]'],
  ['a wrong token', 401, 'not-signed-in', '{"queueId":"B"}', { authorization: 'Bearer wrong' }],
  ['an overlong Idempotency-Key', 400, 'not-understood', '{"queueId":"B"}', { 'idempotency-key': 'k'.repeat(200) }],
  ['another Origin', 403, 'not-allowed', '{"queueId":"B"}', { origin: 'http://evil.example' }],
]
for (const [name, status, code, body, headers] of bad) {
  test(`F7 ${name} is refused with ${status}, writes nothing, and the process lives`, async () => {
    const before = await sequence()
    const answer = await post(body, headers)
    expect(answer.status).toBe(status)
    const { error } = (await answer.json()) as { error: { code: string; message: string } }
    expect(error.code).toBe(code)
    expect(error.message).not.toBe('')
    expect(await sequence()).toBe(before)
    expect(gateway.alive()).toBe(true)
  })
}

test('F8 a socket that orders before it greets hears why and is closed with 4400', async () => {
  const before = await sequence()
  const talk = await converse(gateway.url)
  talk.say({ type: 'command', commandId: 'x', command: { type: 'take-ticket', queueId: 'B' } })
  expect(await talk.closed).toBe(4400)
  expect(talk.heard).toMatchObject([{ type: 'refused', error: { code: 'not-understood' } }])
  expect(await sequence()).toBe(before)
})

test('F8 a socket that does not speak JSON hears why and is closed with 4400', async () => {
  const talk = await converse(gateway.url)
  talk.say('good morning')
  expect(await talk.closed).toBe(4400)
  expect(talk.heard).toMatchObject([{ type: 'refused' }])
})

test('F8 a page of another protocol is told to reload', async () => {
  const talk = await converse(gateway.url)
  talk.say({ type: 'hello', protocol: 0, token: null, topics: [] })
  expect(await talk.closed).toBe(4426)
  expect(talk.heard).toEqual([{ type: 'reload' }])
})

test('F8 a socket with a wrong token is sent away with 4401', async () => {
  const talk = await converse(gateway.url)
  talk.say({ type: 'hello', protocol: 1, token: 'wrong', topics: ['screen:L1'] })
  expect(await talk.closed).toBe(4401)
  expect(talk.heard).toMatchObject([{ type: 'refused', error: { code: 'not-signed-in' } }])
})

test('F8 a socket that comes from another site is refused', async () => {
  await expect(converse(gateway.url, { origin: 'http://evil.example' })).rejects.toThrow('403')
  expect(gateway.alive()).toBe(true)
})

test('F9 a broken hall folder is refused at the start with file and line', () => {
  const hall = mkdtempSync(join(tmpdir(), 'tingshi-hall-'))
  cpSync(join(root, 'assets/sample-hall'), hall, { recursive: true })
  writeFileSync(join(hall, 'queues.yaml'), '- { id: A, series: A\n- [broken')
  const env = { ...process.env, TINGSHI_PORT: '0', TINGSHI_HALL: hall, TINGSHI_DATA: join(hall, 'data') }
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'gateway/main.ts')], {
    env,
    encoding: 'utf8',
    timeout: 50_000,
  })
  rmSync(hall, { recursive: true, force: true })
  expect(status).toBe(1)
  expect(stderr).toMatch(/queues\.yaml:\d+:\d+/)
})
