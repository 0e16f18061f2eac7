import { signIn } from '../support/api-client.ts'
import { runGateway } from '../support/run-gateway.ts'
import { type Heard, listen, post } from './clients.ts'
import { figure, part, pause } from './figure.ts'
import { runFloor } from './floors/run-floor.ts'

/** `npm run bench -- walls`: from the press of a call to the last of 200 walls; single calls, then a burst of a hundred. */
const WALLS = 200
const CALLS = 60

/** Presses, and waits until each of the walls has told of it. Gives the times, ms. */
async function press(count: number, walls: Walls, once: () => Promise<string>): Promise<number[]> {
  const times: number[] = []
  for (let nth = 0; nth < count; nth += 1) {
    const from = performance.now()
    const what = await once()
    await walls.all(what)
    times.push(performance.now() - from)
    await pause(60)
  }
  return times
}
interface Walls {
  /** Resolves when all walls have heard of it. */
  all(what: string): Promise<void>
  hear(text: string): void
}
function wallsOf(whatOf: (text: string) => readonly string[]): Walls {
  const counts = new Map<string, number>()
  const waiting = new Map<string, () => void>()
  return {
    hear(text) {
      for (const what of whatOf(text)) {
        const count = (counts.get(what) ?? 0) + 1
        counts.set(what, count)
        if (count >= WALLS) waiting.get(what)?.()
      }
    },
    all: (what) =>
      new Promise((done, fail) => {
        if ((counts.get(what) ?? 0) >= WALLS) return done()
        const late = setTimeout(() => fail(new Error(`${what}: ${counts.get(what) ?? 0} of ${WALLS}`)), 10_000)
        waiting.set(what, () => {
          clearTimeout(late)
          done()
        })
      }),
  }
}
export async function benchWalls(): Promise<void> {
  const gateway = await runGateway({ TINGSHI_LIFE: '0' })
  const floor = await runFloor()
  const guide = await signIn(gateway.url, 'guide')
  const clerk = await signIn(gateway.url, 'clerk', '1')
  const { body } = await clerk.post<{ counter: { id: string } }>('/counters/1/open')
  if (!body.counter) throw new Error('counter 1 does not open')
  const queues = (await guide.get<{ items: { id: string; where: { counters: string[] }[] }[] }>('/queues')).body.items
  const own = queues.find(({ where }) => where.some(({ counters }) => counters.includes('1')))?.id ?? 'B'
  for (let nth = 0; nth < CALLS + 110; nth += 1) await guide.post('/tickets', { queueId: own })

  const heard: Heard = { bytes: 0, messages: 0 }
  const walls = wallsOf((text) => [text])
  const newest = new Map<string, string>()
  let hear = (_: string): void => {}
  for (let nth = 0; nth < WALLS; nth += 1) {
    const seen = new Set<string>()
    await listen(gateway.url, null, ['screen:L1'], heard, (text) => {
      // The newest call stands first; more is not read, so that the ears cost as little as those of the floor.
      const [, id = '', number = ''] = /"callId":"([^"]+)","number":"([^"]+)"/.exec(text) ?? []
      if (id === '' || seen.has(id)) return
      seen.add(id)
      newest.set(number, id)
      walls.hear(id)
    })
    await listen(floor.url, null, [], heard, (text) => hear(text))
  }
  const bare = wallsOf((text) => [/"call":(\d+)/.exec(text)?.[1] ?? ''])
  hear = bare.hear
  const next = async (): Promise<string> => {
    await post(`${gateway.url}/api/v1/counters/1/finish`, clerk.token, {})
    const { body: answer } = await post(`${gateway.url}/api/v1/counters/1/next`, clerk.token, {})
    const { number } = (JSON.parse(answer) as { ticket: { number: string } }).ticket
    while (!newest.has(number)) await pause(1)
    return newest.get(number) ?? ''
  }
  const ofHall: number[] = []
  const ofFloor: number[] = []
  for (let round = 0; round < 3; round += 1) {
    ofHall.push(...(await press(CALLS / 3, walls, next)))
    ofFloor.push(
      ...(await press(CALLS / 3, bare, async () => {
        await post(floor.url, '', {})
        return String((JSON.parse((await post(`${floor.url}/call`, '', {})).body) as { seq: number }).seq)
      })),
    )
  }
  figure('call → last of 200 walls, p50', part(ofHall, 0.5), 'ms', part(ofFloor, 0.5))
  figure('call → last of 200 walls, p99', part(ofHall, 0.99), 'ms', part(ofFloor, 0.99))
  floor.stop()
  await gateway.discard()
}
