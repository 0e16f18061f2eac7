import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { runGateway } from '../support/run-gateway.ts'
import { strangerDoors } from './stranger-doors.ts'

/**
 * `npm run stranger`: a gateway of its own on this computer, and every door that needs no token is hammered for a minute while twenty calls a
 * second go on. Told for each: how long a call takes, and the gateway's memory. `--seconds 5` is the short form, `--door NAME` one
 * door alone. Wanted: p99 below twice the quiet one, memory flat.
 */
const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, door: { type: 'string' } } })
const SECONDS = Number(values.seconds)
const CALLS_A_SECOND = 20
const COUNTERS = ['1', '2', '3', '4']
const MB = 1024 * 1024

const gateway = await runGateway({ TINGSHI_LIFE: '0' })
const guide = await signIn(gateway.url, 'guide')
const clerks = await Promise.all(COUNTERS.map((id) => signIn(gateway.url, 'clerk', id)))
for (const [nth, id] of COUNTERS.entries()) await clerks[nth]?.post(`/counters/${id}/open`)

/** One visitor: takes a number, is called, is done. Answers how long the call took, ms. */
async function oneCall(clerk: ApiClient, counter: string): Promise<number> {
  await guide.post('/tickets', { queueId: 'B' })
  const from = performance.now()
  const { status } = await clerk.post(`/counters/${counter}/next`)
  const took = performance.now() - from
  if (status !== 200) throw new Error(`a call was answered with ${status}`)
  await clerk.post(`/counters/${counter}/finish`)
  return took
}
/** So many calls a second until `until` has come, each counter one after the other; their times, sorted. */
async function callsDuring(until: Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  let over = false
  void until.finally(() => {
    over = true
  })
  const at = async (nth: number): Promise<void> => {
    let due = performance.now()
    while (!over) {
      const [clerk, counter] = [clerks[nth], COUNTERS[nth]]
      if (clerk && counter !== undefined) times.push(await oneCall(clerk, counter))
      due += (1_000 * COUNTERS.length) / CALLS_A_SECOND
      await new Promise((next) => setTimeout(next, Math.max(0, due - performance.now())))
    }
  }
  await Promise.all(COUNTERS.map((_, nth) => at(nth)))
  return times.sort((one, other) => one - other)
}
const part = (times: readonly number[], share: number): number => times[Math.floor(times.length * share)] ?? 0
async function memory(): Promise<number> {
  const text = await (await fetch(`${gateway.url}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? 0) / MB
}
function hammer(door: string): Promise<string> {
  const file = join(import.meta.dirname, 'stranger-hammer.ts')
  const child = spawn(process.execPath, [file, gateway.url, door, String(SECONDS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (text) => {
    said += String(text)
  })
  return new Promise((done) => child.once('exit', () => done(said.trim())))
}
const line = (name: string, times: readonly number[], mb: number, more: string): void =>
  console.log(
    `${name.padEnd(34)} ${String(times.length).padStart(5)} calls  p50 ${part(times, 0.5).toFixed(1).padStart(6)} ms  p99 ${part(times, 0.99).toFixed(1).padStart(7)} ms  ${mb.toFixed(0).padStart(4)} MB  ${more}`,
  )

const quietFor = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
await callsDuring(quietFor(3_000))
const quiet = await callsDuring(quietFor(Math.max(10, SECONDS) * 1_000))
const before = await memory()
line('quiet', quiet, before, '')
const worse: string[] = []
for (const door of values.door === undefined ? Object.keys(strangerDoors(gateway.url)) : [values.door]) {
  const hammered = hammer(door)
  const times = await callsDuring(hammered)
  const isWorse = part(times, 0.99) > 2 * part(quiet, 0.99)
  if (isWorse) worse.push(door)
  line(door, times, await memory(), `${await hammered} turns${isWorse ? '  > 2 × quiet' : ''}`)
}
const again = await callsDuring(quietFor(Math.max(10, SECONDS) * 1_000))
line('quiet again', again, await memory(), gateway.alive() ? '' : 'the gateway has ended')
console.log(
  worse.length === 0 ? 'p99 stayed below twice the quiet one at every door' : `more than twice: ${worse.join(', ')}`,
)
await gateway.discard()
