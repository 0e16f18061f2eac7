import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TakenTicket, signIn } from '../support/api-client.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

let hall: RunningGateway
beforeAll(async () => {
  hall = await runGateway({
    TINGSHI_HALL: spoiledHall({
      'hall.yaml': [['autoCall: null', 'autoCall: { graceSeconds: 3 }']],
      'counters.yaml': [[/queues: \[(?!W)/g, 'autoCall: false, queues: [']],
      'queues.yaml': [['name: 文化旅游广电,', 'name: 文化旅游广电, quota: { day: 1 },']],
    }),
  })
})
afterAll(() => hall?.discard())

interface CounterAnswer {
  counter: { state: string }
  ticket: { number: string; state: string; whyCalled: string | null; legs: { state: string }[] } | null
}

test('Q19 a clerk takes a call back over the interface, once', async () => {
  const clerk = await signIn(hall.url, 'clerk', '12')
  const terminal = await signIn(hall.url, 'terminal', 'K1')
  const { body } = await terminal.post<TakenTicket>('/tickets', { queueId: 'A' })
  await clerk.post('/counters/12/open')
  expect((await clerk.post<CounterAnswer>('/counters/12/next')).body.ticket).toMatchObject({
    number: body.number,
    state: 'called',
    whyCalled: '等候最久',
  })
  const undone = await clerk.post<CounterAnswer>('/counters/12/undo')
  expect([undone.status, undone.body.ticket?.state]).toEqual([200, 'waiting'])
  expect(await clerk.post('/counters/12/undo')).toMatchObject({
    status: 409,
    body: { error: { code: 'nothing-to-undo' } },
  })
})

test('Q19 a guide assigns and restores a counter, a clerk may not', async () => {
  const guide = await signIn(hall.url, 'guide')
  const clerk = await signIn(hall.url, 'clerk', '60')
  expect((await clerk.post('/counters/60/assign', { queues: ['A'] })).status).toBe(403)
  expect((await guide.post('/counters/60/assign', { queues: ['A'] })).status).toBe(200)
  expect(await guide.post('/counters/60/assign', { queues: ['ZZ'] })).toMatchObject({
    status: 422,
    body: { error: { code: 'unknown-queue' } },
  })
  expect((await guide.post('/counters/60/restore')).status).toBe(200)
  expect(await guide.post('/counters/60/restore')).toMatchObject({
    status: 409,
    body: { error: { code: 'already-so' } },
  })
})

test('Q19 a step of a flow is skipped, the rest dropped, and nothing is left to skip', async () => {
  const guide = await signIn(hall.url, 'guide')
  const { body } = await guide.post<TakenTicket>('/tickets', { flowId: 'F01' })
  const skipped = await guide.post<CounterAnswer['ticket']>(`/tickets/${body.ticketId}/skip-leg`)
  expect([skipped.status, skipped.body?.legs[0]?.state, skipped.body?.legs[1]?.state]).toEqual([200, 'skipped', 'now'])
  expect((await guide.post(`/tickets/${body.ticketId}/drop-legs`)).status).toBe(200)
  expect(await guide.post(`/tickets/${body.ticketId}/skip-leg`)).toMatchObject({
    status: 409,
    body: { error: { code: 'no-next-leg' } },
  })
  expect((await guide.post('/tickets/nobody/drop-legs')).status).toBe(404)
})

test('Q13 a full queue answers 409 with when to come back', async () => {
  const terminal = await signIn(hall.url, 'terminal', 'K1')
  expect((await terminal.post('/tickets', { queueId: 'V' })).status).toBe(201)
  const { status, body } = await terminal.post<{ error: { code: string; message: string } }>('/tickets', {
    queueId: 'V',
  })
  expect([status, body.error.code]).toEqual([409, 'quota-full'])
  expect(body.error.message).toBe('这个队列的号发完了。请明天 09:00 再来，或问引导员。')
})

test('Q16 two idle counters call one visitor once, by themselves', async () => {
  const supervisor = await signIn(hall.url, 'supervisor')
  const { body: facts } = await supervisor.get<{ items: { counters: string[]; queueId: string | null }[] }>(
    '/matters?limit=1000',
  )
  const counters = facts.items.find(({ queueId }) => queueId === 'W')?.counters ?? []
  for (const id of counters) await supervisor.post(`/counters/${id}/open`)
  const { body } = await supervisor.post<TakenTicket>('/tickets', { queueId: 'W' })
  const calls = async (): Promise<{ actor: string }[]> =>
    (
      await supervisor.get<{ items: { type: string; ticketId?: string; actor: string }[] }>(
        '/events?after=0&limit=5000',
      )
    ).body.items.filter(({ type, ticketId }) => type === 'ticket-called' && ticketId === body.ticketId)
  await expect.poll(calls, { timeout: 30_000, interval: 500 }).toMatchObject([{ actor: 'auto' }])
  await new Promise((done) => setTimeout(done, 5_000))
  expect((await calls()).length).toBe(1)
}, 60_000)
