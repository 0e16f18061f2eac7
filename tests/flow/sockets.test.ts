import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ServerMessage } from '../../gateway/contract/messages.ts'
import type { ScreenView } from '../../gateway/contract/display-views.ts'
import { type ApiClient, type TakenTicket, converse, signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

const CALLS = 20
let gateway: RunningGateway
let guide: ApiClient
let clerk: ApiClient

beforeAll(async () => {
  gateway = await runGateway()
  guide = await signIn(gateway.url, 'guide')
  clerk = await signIn(gateway.url, 'clerk', '1')
})
afterAll(() => gateway.discard())

const isScreen = (message: ServerMessage): boolean => message.type === 'view' && message.topic === 'screen:L1'
const hello = { type: 'hello', protocol: 1, token: null, topics: ['screen:L1'] }

test('F10 a screen that was cut off gets the present view after it comes back, whatever it missed', async () => {
  const first = await converse(gateway.url)
  first.say(hello)
  const before = await first.until(isScreen)
  expect(before.type === 'view' && (before.view as ScreenView).calls).toEqual([])
  first.socket.terminate()
  await clerk.post('/counters/1/open')
  const called: string[] = []
  for (let at = 0; at < CALLS; at++) {
    await guide.post<TakenTicket>('/tickets', { queueId: 'B' })
    const { body } = await clerk.post<{ ticket: TakenTicket }>('/counters/1/next')
    called.unshift(body.ticket.number)
    await clerk.post('/counters/1/finish')
  }
  const second = await converse(gateway.url)
  second.say(hello)
  const after = await second.until(isScreen)
  expect(after.type === 'view' && (after.view as ScreenView).calls.map((call) => call.number)).toEqual(called)
  const { body } = await guide.get<{ log: { seq: number } }>('/health')
  expect(after.type === 'view' && after.seq).toBe(body.log.seq)
  second.socket.close()
})

test('F11 a ping is answered, in words and in frames', async () => {
  const talk = await converse(gateway.url)
  talk.say(hello)
  talk.say({ type: 'ping' })
  expect(await talk.until((message) => message.type === 'pong')).toEqual({ type: 'pong' })
  const frame = new Promise<string>((done) => talk.socket.once('pong', (data) => done(String(data))))
  talk.socket.ping('are you there')
  expect(await frame).toBe('are you there')
  talk.socket.close()
})
