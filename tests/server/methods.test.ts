import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

let gateway: RunningGateway
beforeAll(async () => {
  gateway = await runGateway()
})
afterAll(() => gateway?.discard())

const ask = async (method: string, path: string) => {
  const response = await fetch(`${gateway.url}${path}`, { method })
  const { error } = (await response.json()) as { error: { code: string; message: string } }
  return { status: response.status, allow: response.headers.get('allow'), ...error }
}

test.each([
  ['DELETE', '/api/v1/tickets', 'POST'],
  ['PUT', '/api/v1/counters/1/next', 'POST'],
  ['POST', '/api/v1/queues', 'GET'],
  ['PATCH', '/api/v1/booking', 'GET, POST'],
  ['GET', '/api/v1/cases/find', 'POST'],
  ['POST', '/metrics', 'GET'],
])('DO22 %s %s is refused in words and says what the address takes', async (method, path, allow) => {
  expect(await ask(method, path)).toEqual({
    status: 405,
    allow,
    code: 'wrong-method',
    message: `这个地址不能这样用，可以用 ${allow.replace(', ', '、')}。`,
    details: { allow: allow.replace(', ', '、') },
  })
})

test('DO22 an address that is not there stays one, whatever is asked of it', async () => {
  for (const method of ['GET', 'POST', 'DELETE'])
    for (const path of ['/api/v1/nothing', '/api/v1/tickets/a/b/c', '/nothing'])
      expect(await ask(method, path)).toMatchObject({ status: 404, allow: null, code: 'not-found' })
})

test('DO22 what a method finds nothing at is not there, as before', async () => {
  expect(await ask('GET', `/media/${'0'.repeat(64)}`)).toMatchObject({ status: 404, allow: null, code: 'not-found' })
  expect(await ask('POST', `/media/${'0'.repeat(64)}`)).toMatchObject({ status: 405, allow: 'GET' })
})

test('O8 over HTTP the key of another order is refused with 422, after a restart too', async () => {
  const take = async (queueId: string, key: string) => {
    const { token } = await signIn(gateway.url, 'guide')
    const response = await fetch(`${gateway.url}/api/v1/tickets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ queueId }),
    })
    return { status: response.status, body: (await response.json()) as { number?: string; error?: { code: string } } }
  }
  const first = await take('B', 'one')
  expect(first.status).toBe(201)
  expect(await take('B', 'one')).toEqual(first)
  expect(await take('A', 'one')).toMatchObject({ status: 422, body: { error: { code: 'key-reused' } } })
  await gateway.restart()
  expect(await take('A', 'one')).toMatchObject({ status: 422, body: { error: { code: 'key-reused' } } })
  expect(await take('B', 'one')).toEqual(first)
  expect((await take('A', 'two')).status).toBe(201)
})
