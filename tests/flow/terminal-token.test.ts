import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { bearer } from '../../gateway/rights/actor.ts'
import { type ApiClient, converse, signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let hall: RunningGateway
let k1: ApiClient
beforeAll(async () => {
  hall = await runGateway()
  k1 = await signIn(hall.url, 'terminal', 'K1')
})
afterAll(() => hall?.discard())

async function listen(token: string, topics: string[]): Promise<{ heard: string[]; refused: string[] }> {
  const page = await converse(hall.url)
  page.say({ type: 'hello', protocol: 1, token, topics: [...topics, 'start'] })
  await page.until((message) => message.type === 'view' && message.topic === 'start')
  page.socket.close()
  const heard = page.heard.flatMap((message) =>
    message.type === 'view' && message.topic !== 'start' ? [message.topic] : [],
  )
  const refused = page.heard.flatMap((message) =>
    message.type === 'refused' ? (message.error.details as { topics: string[] }).topics : [],
  )
  return { heard, refused }
}

test('AG8 a terminal’s token listens to its own terminal and no other', async () => {
  const all = ['terminal:K1', 'signals:K1', 'terminal:K2', 'signals:K2']
  expect(await listen(k1.token, all)).toEqual({
    heard: ['terminal:K1', 'signals:K1'],
    refused: ['terminal:K2', 'signals:K2'],
  })
  const nobody = await signIn(hall.url, 'terminal')
  expect(await listen(nobody.token, all)).toEqual({ heard: [], refused: all })
})

test('AG8 a guide sees every terminal, but not what is scanned there', async () => {
  const { token } = await signIn(hall.url, 'guide')
  expect(await listen(token, ['terminal:K2', 'signals:K2'])).toEqual({
    heard: ['terminal:K2'],
    refused: ['signals:K2'],
  })
})

test('AG8 a terminal’s token takes numbers, calls help and scans for its own terminal only', async () => {
  expect((await k1.post('/tickets', { queueId: 'B', terminalId: 'K1' })).status).toBe(201)
  expect((await k1.post('/tickets', { queueId: 'B', terminalId: 'K2' })).status).toBe(403)
  expect((await k1.post('/terminals/K1/scan', { text: 'licence' })).status).toBe(200)
  expect((await k1.post('/terminals/K2/scan', { text: 'licence' })).status).toBe(403)
  const page = await converse(hall.url)
  page.say({ type: 'hello', protocol: 1, token: k1.token, topics: [] })
  for (const [commandId, terminalId] of [
    ['help-for-another', 'K2'],
    ['help-for-itself', 'K1'],
  ])
    page.say({ type: 'command', commandId, command: { type: 'call-guide', terminalId } })
  expect(
    await page.until((message) => message.type === 'reply' && message.commandId === 'help-for-another'),
  ).toMatchObject({
    ok: false,
    error: { code: 'not-allowed' },
  })
  expect(
    await page.until((message) => message.type === 'reply' && message.commandId === 'help-for-itself'),
  ).toMatchObject({ ok: true })
  page.socket.close()
})

test('AG8 whose token it is stands in its name', () => {
  expect(bearer('K3', ['terminal']).terminal).toBe('K3')
  expect(bearer('K3', ['guide']).terminal).toBeNull()
})
