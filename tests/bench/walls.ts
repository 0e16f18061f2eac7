import { signIn } from '../support/api-client.ts'
import { runGateway } from '../support/run-gateway.ts'
import { type Heard, listen, post } from './clients.ts'
import { figure, part, pause } from './figure.ts'
import { runFloor } from './floors/run-floor.ts'

/** `npm run bench -- walls`: from the press of a call to the last of 200 walls; single calls, then a burst of a hundred. */
const WALLS = 200
const CALLS = 60
const BURST = 100

interface Clerk {
  counter: string
  token: string
}

/** Makes ready, presses, and waits until each of the walls has told of it. Gives the times from the press, ms. */
async function press(count: number, walls: Walls, once: Press): Promise<number[]> {
  const times: number[] = []
  for (let nth = 0; nth < count; nth += 1) {
    await once.ready()
    await pause(60)
    const from = performance.now()
    await walls.all(await once.call())
    times.push(performance.now() - from)
    await pause(60)
  }
  return times
}
/** `call` gives what the walls will tell of. */
interface Press {
  ready(): Promise<unknown>
  call(): Promise<string>
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
  const clerks: Clerk[] = []
  for (let nth = 1; nth <= BURST; nth += 1) {
    const { token, post: order } = await signIn(gateway.url, 'clerk', String(nth))
    await order(`/counters/${nth}/open`)
    clerks.push({ counter: String(nth), token })
  }
  const queues = (await guide.get<{ items: { id: string; where: { counters: string[] }[] }[] }>('/queues')).body.items
  const queueOf = (counter: string): string =>
    queues.find(({ where }) => where.some(({ counters }) => counters.includes(counter)))?.id ?? 'B'
  for (let nth = 0; nth < CALLS; nth += 1) await guide.post('/tickets', { queueId: queueOf('1') })

  const heard: Heard = { bytes: 0, messages: 0 }
  const walls = wallsOf((text) => [text])
  let hear = (_: string): void => {}
  let isBurst = false
  // The floor sends as much.
  let signs = 0
  for (let nth = 0; nth < WALLS; nth += 1) {
    const seen = new Set<string>()
    const see = (number = ''): void => {
      if (number === '' || seen.has(number)) return
      seen.add(number)
      walls.hear(number)
    }
    await listen(gateway.url, null, ['screen:L1'], heard, (text) => {
      signs = text.length
      // The newest call stands first; of single calls more is not read, so that the ears cost as little as those of the floor.
      if (isBurst) for (const [, number] of text.matchAll(/"callId":"[^"]+","number":"([^"]+)"/g)) see(number)
      else see(/"callId":"[^"]+","number":"([^"]+)"/.exec(text)?.[1])
    })
    await listen(floor.url, null, [], heard, (text) => hear(text))
  }
  const bare = wallsOf((text) => [/"call":(\d+)/.exec(text)?.[1] ?? ''])
  hear = bare.hear
  const order = async ({ counter, token }: Clerk, verb: string): Promise<string> =>
    (await post(`${gateway.url}/api/v1/counters/${counter}/${verb}`, token, {})).body
  const call = async (clerk: Clerk): Promise<string> =>
    (JSON.parse(await order(clerk, 'next')) as { ticket: { number: string } }).ticket.number
  const bareCall = async (): Promise<string> =>
    String((JSON.parse((await post(`${floor.url}/call?${signs}`, '', {})).body) as { seq: number }).seq)

  const [first] = clerks as [Clerk]
  const ofHall: number[] = []
  const ofFloor: number[] = []
  for (let round = 0; round < 3; round += 1) {
    ofHall.push(...(await press(CALLS / 3, walls, { ready: () => order(first, 'finish'), call: () => call(first) })))
    ofFloor.push(...(await press(CALLS / 3, bare, { ready: () => post(floor.url, '', {}), call: bareCall })))
  }
  figure('call → last of 200 walls, p50', part(ofHall, 0.5), 'ms', part(ofFloor, 0.5))
  figure('call → last of 200 walls, p99', part(ofHall, 0.99), 'ms', part(ofFloor, 0.99))

  await order(first, 'finish')
  for (const { counter } of clerks) await guide.post('/tickets', { queueId: queueOf(counter) })
  isBurst = true
  await pause(500)
  const burst = (one: Walls, calls: (() => Promise<string>)[]): Promise<number[]> =>
    Promise.all(
      calls.map(async (press) => {
        const from = performance.now()
        await one.all(await press())
        return performance.now() - from
      }),
    )
  const hallBurst = await burst(
    walls,
    clerks.map((clerk) => () => call(clerk)),
  )
  const bareBurst = await burst(
    bare,
    clerks.map(() => bareCall),
  )
  figure(`burst of ${BURST} calls → last of 200 walls, p50`, part(hallBurst, 0.5), 'ms', part(bareBurst, 0.5))
  figure(`burst of ${BURST} calls → last of 200 walls, p99`, part(hallBurst, 0.99), 'ms', part(bareBurst, 0.99))
  figure(`burst of ${BURST} calls: shown on all walls`, hallBurst.length / BURST, 'share')
  floor.stop()
  await gateway.discard()
}
