import { signIn } from '../support/api-client.ts'
import { runGateway } from '../support/run-gateway.ts'
import { post } from './clients.ts'
import { figure, part } from './figure.ts'
import { runFloor } from './floors/run-floor.ts'

/** `npm run bench -- numbers`: numbers a second, durable, from 8 and from 32 clients, up to ten thousand in one day. */
const TOTAL = Number(process.env.TINGSHI_BENCH_NUMBERS ?? 10_000)
const ROUNDS = 5

async function round(url: string, token: string, clients: number, count: number, bodyOf: (nth: number) => unknown) {
  const times: number[] = []
  let errors = 0
  let nth = 0
  const from = performance.now()
  const client = async (): Promise<void> => {
    while (nth < count) {
      nth += 1
      const { status, ms } = await post(url, token, bodyOf(nth))
      times.push(ms)
      if (status !== 201) errors += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return { perSecond: count / ((performance.now() - from) / 1000), p99: part(times, 0.99), errors }
}
const median = (values: number[]): number => part(values, 0.5)

export async function benchNumbers(): Promise<void> {
  for (const clients of [8, 32]) {
    const gateway = await runGateway({ TINGSHI_LIFE: '0' })
    const floor = await runFloor()
    const express = await runFloor('express')
    const guide = await signIn(gateway.url, 'guide')
    const { body } = await guide.get<{ items: { id: string }[] }>('/queues')
    const queues = body.items.map(({ id }) => id)
    const of = { hall: [] as number[], floor: [] as number[], express: [] as number[], p99: [] as number[] }
    let errors = 0
    for (const { url } of [floor, express]) await round(url, '', clients, 500, () => ({}))
    for (let nth = 0; nth < ROUNDS; nth += 1) {
      const hall = await round(`${gateway.url}/api/v1/tickets`, guide.token, clients, TOTAL / ROUNDS, (one) => ({
        queueId: queues[one % queues.length],
      }))
      const bare = await round(floor.url, '', clients, TOTAL / ROUNDS, (one) => ({ queueId: queues[one % 20] }))
      const framework = await round(express.url, '', clients, TOTAL / ROUNDS, (one) => ({ queueId: queues[one % 20] }))
      of.hall.push(hall.perSecond)
      of.express.push(framework.perSecond)
      of.floor.push(bare.perSecond)
      of.p99.push(hall.p99)
      errors += hall.errors
      figure(`numbers/s, ${clients} clients, round ${nth + 1}`, hall.perSecond, '1/s', bare.perSecond)
    }
    figure(`numbers/s, ${clients} clients, ${TOTAL} numbers`, median(of.hall), '1/s', median(of.floor))
    figure(`numbers/s, ${clients} clients, beside Express alone`, median(of.hall), '1/s', median(of.express))
    figure(`numbers p99, ${clients} clients`, median(of.p99), 'ms')
    figure(`numbers errors, ${clients} clients`, errors, '')
    floor.stop()
    express.stop()
    await gateway.discard()
  }
}
