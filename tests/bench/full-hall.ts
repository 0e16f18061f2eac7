import { signIn } from '../support/api-client.ts'
import { runGateway } from '../support/run-gateway.ts'
import { type Heard, listen, post } from './clients.ts'
import { figure, part, pause } from './figure.ts'

interface Scene {
  name: string
  phones: number
  waiting: number
  /** Facts a second: a number, a call, an end, in turn. */
  facts: number
}
const SECONDS = Number(process.env.TINGSHI_BENCH_SECONDS ?? 30)
const scenes: Scene[] = [
  { name: 'full hall', phones: 300, waiting: 600, facts: 6 },
  { name: 'full hall, 1,000 phones', phones: 1_000, waiting: 2_000, facts: 6 },
]
const deskTopics = ['desk', 'figures', 'queues', 'lines', 'tickets', 'devices']

/** `npm run bench -- full-hall`: every surface of the sample hall as a real socket, and a press that is answered among them. */
export async function benchFullHall(): Promise<void> {
  for (const scene of scenes) await play(scene)
}

async function play({ name, phones, waiting, facts }: Scene): Promise<void> {
  const gateway = await runGateway({ TINGSHI_LIFE: '0' })
  const { url } = gateway
  const heard: Heard = { bytes: 0, messages: 0 }
  const guide = await signIn(url, 'guide')
  const queues = (await guide.get<{ items: { id: string }[] }>('/queues')).body.items.map(({ id }) => id)
  const clerks: string[] = []
  for (let nth = 1; nth <= 170; nth += 1) {
    const { token, post: order } = await signIn(url, 'clerk', String(nth))
    clerks.push(token)
    await order(`/counters/${nth}/open`)
    await listen(url, token, [`counter:${nth}`, 'figures'], heard)
    await listen(url, null, [`strip:${nth}`], heard)
  }
  const tokens: string[] = []
  while (tokens.length < waiting) {
    const { body, status } = await post(`${url}/api/v1/tickets`, guide.token, {
      queueId: queues[tokens.length % queues.length],
    })
    if (status !== 201) throw new Error(body)
    tokens.push((JSON.parse(body) as { token: string }).token)
  }
  for (let nth = 0; nth < 30; nth += 1) await listen(url, null, [`screen:L${1 + (nth % 4)}`, 'queues'], heard)
  for (let nth = 1; nth <= 8; nth += 1) {
    const { token } = await signIn(url, 'terminal', `K${1 + (nth % 4)}`)
    await listen(url, token, [`terminal:K${1 + (nth % 4)}`, 'queues'], heard)
  }
  for (let nth = 0; nth < 4; nth += 1) await listen(url, guide.token, deskTopics, heard)
  for (let nth = 0; nth < phones; nth += 1) await listen(url, null, [`track:${tokens[nth]}`], heard)
  await pause(3_000)

  const bytesBefore = heard.bytes
  const cpuBefore = await cpuSeconds(url)
  const from = performance.now()
  const presses: number[] = []
  for (let nth = 0; performance.now() - from < SECONDS * 1000; nth += 1) {
    const counter = 1 + (Math.floor(nth / 3) % 170)
    const clerk = clerks[counter - 1] ?? ''
    const orders = [
      () => post(`${url}/api/v1/tickets`, guide.token, { queueId: queues[nth % queues.length] }),
      () => post(`${url}/api/v1/counters/${counter}/next`, clerk, {}),
      () => post(`${url}/api/v1/counters/${counter}/finish`, clerk, {}),
    ]
    presses.push((await orders[nth % 3]?.())?.ms ?? 0)
    await pause(Math.max(0, from + ((nth + 1) * 1000) / facts - performance.now()))
  }
  const seconds = (performance.now() - from) / 1000
  figure(`${name}: a press is answered, p50`, part(presses, 0.5), 'ms')
  figure(`${name}: a press is answered, p99`, part(presses, 0.99), 'ms')
  figure(`${name}: of one core`, ((await cpuSeconds(url)) - cpuBefore) / seconds, 'share')
  figure(`${name}: sent`, (heard.bytes - bytesBefore) / seconds / 1e6, 'MB/s')
  figure(`${name}: memory`, (await metric(url, 'process_resident_memory_bytes')) / 1e6, 'MB')
  figure(`${name}: views that were wrong`, await metric(url, 'tingshi_show_differences'), '')
  await gateway.discard()
}

async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? Number.NaN)
}
const cpuSeconds = (url: string): Promise<number> => metric(url, 'process_cpu_seconds_total')
