import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TicketView } from '../../gateway/contract/line-views.ts'
import { type Answer, type TakenTicket, signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

/** Spread over the same depths, however many: `TINGSHI_CUTS=20 npm test -- tests/flow/kill.test.ts` looks at each. */
const CUTS = Number(process.env.TINGSHI_CUTS ?? 5)
const depthOf = (cut: number): number => 3 + Math.round((cut * 19) / Math.max(1, CUTS - 1))
const CLIENTS = 8
let gateway: RunningGateway
const answered = new Map<string, Answer<TakenTicket>>()

beforeAll(async () => {
  gateway = await runGateway()
})
afterAll(() => gateway.discard())

const order = (key: string) => ({ queueId: 'B', ...(key.endsWith('K') ? { terminalId: 'K1' } : {}) })

/** Takes tickets until the line goes dead; keeps whatever was answered. */
async function loadUntilCut(cut: number, enough: () => void): Promise<void> {
  const client = await signIn(gateway.url, 'guide')
  const one = async (at: number): Promise<void> => {
    for (let press = 0; ; press++) {
      const key = `cut${cut}-${at}-${press}${press % 8 === 0 ? 'K' : ''}`
      const answer = await client.post<TakenTicket>('/tickets', order(key), key).catch(() => null)
      if (answer === null) return
      answered.set(key, answer)
      // A different depth each time, so that the cut does not always hit the same moment of a commit.
      if (at === 0 && press === depthOf(cut)) enough()
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, at) => one(at)))
}

test('F4 whatever was answered before a kill -9 is there after the restart, and the same key gets the same answer', {
  timeout: 900_000,
}, async () => {
  for (let cut = 0; cut < CUTS; cut++) {
    let enough = (): void => {}
    const deepEnough = new Promise<void>((done) => {
      enough = done
    })
    const before = new Set(answered.keys())
    const load = loadUntilCut(cut, enough)
    await deepEnough
    await gateway.kill()
    await load
    await gateway.restart()
    const guide = await signIn(gateway.url, 'guide')
    const fresh = [...answered].filter(([key]) => !before.has(key))
    expect(fresh.length).toBeGreaterThan(0)
    for (const [key, answer] of fresh) {
      expect(answer.status).toBe(201)
      expect((await guide.get<TicketView>(`/tickets/${answer.body.ticketId}`)).body.number).toBe(answer.body.number)
      expect(await guide.post('/tickets', order(key), key)).toEqual(answer)
    }
  }
})

test('F5 no number is given twice across power cuts', async () => {
  const supervisor = await signIn(gateway.url, 'supervisor')
  const { body } = await supervisor.get<{ items: { type: string; day: string; number: string }[] }>(
    '/events?limit=5000',
  )
  const numbers = body.items
    .filter((event) => event.type === 'ticket-taken')
    .map((event) => `${event.day} ${event.number}`)
  expect(numbers.length).toBeGreaterThanOrEqual(answered.size)
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('F6 no slip is lost: each ticket taken at a terminal knows what became of its slip', async () => {
  const guide = await signIn(gateway.url, 'guide')
  const fromTerminal = [...answered].filter(([key]) => key.endsWith('K'))
  expect(fromTerminal.length).toBeGreaterThan(CUTS)
  for (const [, answer] of fromTerminal) {
    const { slip } = (await guide.get<TicketView>(`/tickets/${answer.body.ticketId}`)).body
    expect(slip.state).not.toBe('none')
    expect(slip.copy).toBeGreaterThan(0)
  }
})
