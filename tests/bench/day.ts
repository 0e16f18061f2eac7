import { signIn } from '../support/api-client.ts'
import { runGateway } from '../support/run-gateway.ts'
import { type Heard, listen, post } from './clients.ts'
import { figure, part, pause } from './figure.ts'

/**
 * `npm run bench -- day`: 3,000 open sockets and the 9,000 numbers of a day of eight hours at sixty times its speed. Lag (from a call's
 * press to the last of the walls) and memory, in each eighth of the day; and whether a wall missed a call.
 */
const SOCKETS = 3_000
const NUMBERS = Number(process.env.TINGSHI_BENCH_NUMBERS ?? 9_000)
const SECONDS = Number(process.env.TINGSHI_BENCH_SECONDS ?? 480)
const WALLS = 30
const COUNTERS = 100
const PARTS = 8

export async function benchDay(): Promise<void> {
  const gateway = await runGateway({ TINGSHI_LIFE: '0' })
  const { url } = gateway
  const guide = await signIn(url, 'guide')
  const heard: Heard = { bytes: 0, messages: 0 }
  const seen = new Map<string, { walls: number; lastAt: number }>()
  const see = (number: string): void => {
    seen.set(number, { walls: (seen.get(number)?.walls ?? 0) + 1, lastAt: performance.now() })
  }
  const queues = (await guide.get<{ items: { id: string; where: { counters: string[] }[] }[] }>('/queues')).body.items
  const clerks: { counter: string; token: string; queueId: string }[] = []
  for (let nth = 1; nth <= COUNTERS; nth += 1) {
    const counter = String(nth)
    const { token, post: order } = await signIn(url, 'clerk', counter)
    await order(`/counters/${counter}/open`)
    const queueId = queues.find(({ where }) => where.some(({ counters }) => counters.includes(counter)))?.id ?? 'B'
    clerks.push({ counter, token, queueId })
  }
  for (let nth = 0; nth < WALLS; nth += 1) {
    const own = new Set<string>()
    await listen(url, null, ['screen:L1'], heard, (text) => {
      for (const [, number = ''] of text.matchAll(/"callId":"[^"]+","number":"([^"]+)"/g)) {
        if (own.has(number)) continue
        own.add(number)
        see(number)
      }
    })
  }
  const phones: string[] = []
  const take = async (queueId: string): Promise<void> => {
    const { body, status } = await post(`${url}/api/v1/tickets`, guide.token, { queueId })
    if (status !== 201) throw new Error(body)
    phones.push((JSON.parse(body) as { token: string }).token)
  }
  for (let nth = 0; nth < SOCKETS - WALLS; nth += 1) {
    if (nth < 2 * COUNTERS) await take(clerks[nth % COUNTERS]?.queueId ?? 'B')
    await listen(url, null, [`track:${phones[nth % phones.length]}`], heard)
    // A hall's phones come one after the other; so many knocks a minute are let in.
    if (nth % 50 === 49) await pause(800)
  }

  const called: { number: string; at: number }[] = []
  const lags: number[][] = Array.from({ length: PARTS }, () => [])
  const memories: number[] = []
  const from = performance.now()
  let late = 0
  const turns: Promise<void>[] = []
  for (let nth = 0; nth < NUMBERS; nth += 1) {
    const due = from + (nth * SECONDS * 1_000) / NUMBERS
    const rest = due - performance.now()
    late = Math.max(late, -rest)
    if (rest > 0) await pause(rest)
    const { counter, token, queueId } = clerks[nth % COUNTERS] ?? { counter: '1', token: '', queueId: 'B' }
    turns.push(
      (async () => {
        await take(queueId)
        await post(`${url}/api/v1/counters/${counter}/finish`, token, {})
        const at = performance.now()
        const { body, status } = await post(`${url}/api/v1/counters/${counter}/next`, token, {})
        if (status !== 200) return
        called.push({ number: (JSON.parse(body) as { ticket: { number: string } }).ticket.number, at })
      })(),
    )
    if (nth % Math.floor(NUMBERS / PARTS) === 0) memories.push(await memoryOf(url))
  }
  await Promise.all(turns)
  await pause(2_000)
  let missed = 0
  for (const [nth, { number, at }] of called.entries()) {
    const one = seen.get(number)
    if ((one?.walls ?? 0) < WALLS) missed += 1
    else lags[Math.floor((nth * PARTS) / called.length)]?.push((one?.lastAt ?? at) - at)
  }
  const p99 = lags.map((ofPart) => part(ofPart, 0.99))
  figure('day: calls', called.length, '')
  figure('day: calls that a wall missed', missed, '')
  figure('day: lag, p50', part(lags.flat(), 0.5), 'ms')
  figure('day: lag, p99 of the first eighth', p99[0] ?? 0, 'ms')
  figure('day: lag, p99 of the last eighth', p99.at(-1) ?? 0, 'ms', p99[0] ?? 1)
  figure('day: memory after the first eighth', memories[1] ?? 0, 'MB')
  figure('day: memory in the last eighth', memories.at(-1) ?? 0, 'MB', memories[1] ?? 1)
  figure('day: the bench itself was late by', late, 'ms')
  await gateway.discard()
}

const memoryOf = async (url: string): Promise<number> =>
  Number(
    /^process_resident_memory_bytes (\S+)/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1] ?? Number.NaN,
  ) / 1e6
