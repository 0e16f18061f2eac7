import { afterAll, beforeAll, expect, test } from 'vitest'
import { evolve } from '../../gateway/domain/evolve.ts'
import type { LoggedEvent } from '../../gateway/domain/events.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { type ApiClient, type TakenTicket, signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

const TICKETS = 2000
const CLIENTS = 32
const ROUNDS = 1000
let gateway: RunningGateway
let guide: ApiClient
let taken: TakenTicket[] = []

beforeAll(async () => {
  gateway = await runGateway()
  guide = await signIn(gateway.url, 'guide')
})
afterAll(() => gateway.discard())

test('F1 2,000 tickets from 32 clients at once: no error, and no number twice', async () => {
  const clients = await Promise.all(Array.from({ length: CLIENTS }, (_, at) => signIn(gateway.url, 'guide', `g${at}`)))
  let next = 0
  const answers = await Promise.all(
    clients.map(async (client) => {
      const mine = []
      while (next < TICKETS) mine.push(await client.post<TakenTicket>('/tickets', { queueId: 'B' }, `load-${next++}`))
      return mine
    }),
  )
  taken = answers.flat().map((answer) => answer.body)
  expect(answers.flat().filter((answer) => answer.status !== 201)).toEqual([])
  expect(taken).toHaveLength(TICKETS)
  expect(new Set(taken.map((ticket) => ticket.number)).size).toBe(TICKETS)
  expect(new Set(taken.map((ticket) => ticket.ticketId)).size).toBe(TICKETS)
})

test('F2 the log that others read replays to the same numbers', async () => {
  const supervisor = await signIn(gateway.url, 'supervisor')
  const state = emptyOffice()
  for (;;) {
    const { body } = await supervisor.get<{ items: LoggedEvent[] }>(`/events?after=${state.seq}&limit=700`)
    if (body.items.length === 0) break
    for (const event of body.items) evolve(state, event)
  }
  const replayed = taken.map(({ ticketId }) => ({ ticketId, number: state.line.tickets.get(ticketId)?.number }))
  expect(replayed).toEqual(taken.map(({ ticketId, number }) => ({ ticketId, number })))
  expect(state.line.numbers.get('B')).toBe(TICKETS)
  expect(state.seq).toBe((await supervisor.get<{ log: { seq: number } }>('/health')).body.log.seq)
})

test('F3 two counters that press next at the same moment never get the same ticket', { timeout: 400_000 }, async () => {
  const clerks = await Promise.all(['1', '2'].map((id) => signIn(gateway.url, 'clerk', id)))
  const atBoth = (verb: string) =>
    Promise.all(clerks.map((clerk, at) => clerk.post<{ ticket: TakenTicket }>(`/counters/${at + 1}/${verb}`)))
  await atBoth('open')
  const called: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const answers = await atBoth('next')
    expect(answers.map((answer) => answer.status)).toEqual([200, 200])
    called.push(...answers.map((answer) => answer.body.ticket.ticketId))
    await atBoth('finish')
  }
  expect(called).toHaveLength(2 * ROUNDS)
  expect(new Set(called).size).toBe(2 * ROUNDS)
  expect(
    (await guide.get<{ items: { id: string; waiting: number }[] }>('/queues')).body.items.find(
      (queue) => queue.id === 'B',
    )?.waiting,
  ).toBe(0)
})
