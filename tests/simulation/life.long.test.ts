import { afterAll, beforeAll, expect, test } from 'vitest'
import { clockAt, dayAt, weekdayOf } from '../../gateway/contract/hall-time.ts'
import type { LoggedEvent } from '../../gateway/domain/events.ts'
import { type ApiClient, type TakenTicket, signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

let gateway: RunningGateway
let supervisor: ApiClient
beforeAll(async () => {
  gateway = await runGateway({ TINGSHI_LIFE: '1' })
  supervisor = await signIn(gateway.url, 'supervisor')
}, 90_000)
afterAll(() => gateway?.discard())

const zone = 'Asia/Shanghai'
const seqNow = async (): Promise<number> =>
  ((await (await fetch(`${gateway.url}/api/v1/health`)).json()) as { log: { seq: number } }).log.seq
async function since(seq: number): Promise<LoggedEvent[]> {
  return (await supervisor.get<{ items: LoggedEvent[] }>(`/events?after=${seq}&limit=5000`)).body.items
}
const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
/** Looks every half second; gives what it saw last when it never came. */
async function until<T>(look: () => Promise<T>, isThere: (seen: T) => boolean, ms = 60_000): Promise<T> {
  for (let waited = 0; ; waited += 500) {
    const seen = await look()
    if (isThere(seen) || waited >= ms) return seen
    await rest(500)
  }
}
const setSpeed = (speed: number): Promise<Response> =>
  fetch(`${gateway.url}/demo/life`, { method: 'POST', body: JSON.stringify({ speed }) })

test('HL1 the doors open on a morning that is under way, and it goes on by itself', async () => {
  const before = await since(0)
  const count = (type: string, events: LoggedEvent[]): number => events.filter((one) => one.type === type).length
  for (const type of ['counter-opened', 'ticket-taken', 'ticket-called', 'ticket-served', 'ticket-finished'])
    expect(count(type, before), type).toBeGreaterThan(10)
  const from = await seqNow()
  const moved = await until(
    () => since(from),
    (events) =>
      count('ticket-taken', events) > 1 &&
      events.some((one) => one.type === 'ticket-called' && one.counterId === '1') &&
      events.some((one) => one.type === 'ticket-called' && one.counterId !== '1') &&
      count('ticket-finished', events) > 1,
  )
  expect(moved.some((one) => one.type === 'ticket-called' && one.counterId === '1')).toBe(true)
  expect(count('ticket-taken', moved)).toBeGreaterThan(1)
  expect(moved.every(({ actor }) => actor === 'life' || actor === 'hall' || actor.startsWith('print'))).toBe(true)
}, 90_000)

test('HL4 it is morning in the sample hall, and a restart goes on later in the same morning', async () => {
  const at = (await since(0)).at(-1)?.at ?? 0
  expect(clockAt(at, zone) >= '09:20' && clockAt(at, zone) < '11:45').toBe(true)
  expect(weekdayOf(dayAt(at, zone))).toBeLessThan(6)
  const seq = await seqNow()
  await gateway.restart()
  supervisor = await signIn(gateway.url, 'supervisor')
  const [next] = await until(
    () => since(seq),
    (events) => events.some((one) => one.type === 'ticket-called'),
  )
  expect(dayAt(next?.at ?? 0, zone)).toBe(dayAt(at, zone))
  expect(next?.at).toBeGreaterThanOrEqual(at)
  expect((next?.at ?? 0) - at).toBeLessThan(15 * 60_000)
}, 120_000)

test('HL5 the start page makes it stand still and live faster', async () => {
  expect((await setSpeed(0)).status).toBe(200)
  await rest(1_000)
  const still = await seqNow()
  await rest(4_000)
  // A slip that was under way may still come out.
  expect((await since(still)).filter(({ actor }) => actor === 'life')).toEqual([])
  await setSpeed(10)
  const fast = await until(
    () => since(still),
    (events) => events.length > 60,
  )
  expect(fast.length).toBeGreaterThan(60)
  expect((await setSpeed(3)).status).toBe(400)
  await setSpeed(1)
}, 120_000)

test('HL2 a press at a counter wins: nobody else touches it, and its visitor stays', async () => {
  await setSpeed(10)
  const clerk = await signIn(gateway.url, 'clerk', '1')
  // Whoever is there is done; between two visitors there is nobody, and a press that is refused is no hand at the counter.
  await clerk.post('/counters/1/finish')
  expect((await clerk.post('/counters/1/pause', { reason: '临时离开' })).status).toBe(200)
  expect((await clerk.post('/counters/1/open')).status).toBe(200)
  const seq = await seqNow()
  // Left open with people waiting: any played clerk would call the next one at once.
  await until(
    () => since(seq),
    (events) => events.length > 200,
  )
  const touched = (await since(seq)).filter(
    (one) => 'counterId' in one && one.counterId === '1' && one.type !== 'visit-rated',
  )
  expect(touched).toEqual([])
}, 120_000)

test('HL2 a number that somebody takes is called and served by the played clerks', async () => {
  await setSpeed(10)
  const guide = await signIn(gateway.url, 'guide')
  const { body: queues } = await guide.get<{ items: { id: string; waiting: number }[] }>('/queues')
  // Of those with short visits the one with the shortest line, and first in it: a whole line is more than a test can wait for.
  const [shortest] = queues.items
    .filter(({ id }) => 'DEG'.includes(id))
    .sort((one, other) => one.waiting - other.waiting)
  const from = await seqNow()
  const { body: ticket } = await guide.post<TakenTicket>('/tickets', { queueId: shortest?.id, priority: '老人' })
  const ofTicket = async (): Promise<string[]> =>
    (await since(from)).flatMap((one) =>
      one.actor === 'life' && 'ticketId' in one && one.ticketId === ticket.ticketId ? [one.type] : [],
    )
  // One visitor in so many fetches a copy or is sent on; that is the clerk's doing, too.
  const isServed = (told: string[]): boolean =>
    told.includes('ticket-served') && /finished|held|transferred/.test(told.join(' '))
  const told = await until(ofTicket, isServed, 200_000)
  expect(told.slice(0, 2)).toEqual(['ticket-called', 'ticket-served'])
  expect(told.at(2)).toMatch(/^ticket-(finished|held|transferred)$/)
  await setSpeed(1)
}, 250_000)

test('HL3 with TINGSHI_LIFE=0 the sample hall stands still', async () => {
  const still = await runGateway()
  try {
    await rest(3_000)
    const supervisor = await signIn(still.url, 'supervisor')
    const { items } = (await supervisor.get<{ items: LoggedEvent[] }>('/events?limit=5000')).body
    // What stands too long is told in any hall; nobody has come, been called or pressed anything.
    expect(items.filter(({ actor, type }) => actor === 'life' || /^(ticket|counter)-/.test(type))).toEqual([])
    const answer = await fetch(`${still.url}/demo/life`, { method: 'POST', body: JSON.stringify({ speed: 10 }) })
    expect(answer.status).toBe(404)
  } finally {
    await still.discard()
  }
}, 90_000)
