import { execFileSync, spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { TELLS_MEMORY, memoryAsker } from '../support/collected-memory.ts'
import { runGateway } from '../support/run-gateway.ts'
import { strangerDoors } from './stranger-doors.ts'

/**
 * `npm run stranger`: a gateway of its own on this computer, and every door that needs no token is hammered for a minute while twenty calls a
 * second go on. Told for each: how long a call takes, the gateway's memory as it stands, and after everything was collected: what the process
 * has, what is held, and what of it grew beyond what as many calls take without strangers. `--seconds 5` is the short form, `--door NAME` is one
 * door alone, or several. Wanted: p99 below twice the quiet one, memory flat.
 */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, door: { type: 'string', multiple: true } },
})
const SECONDS = Number(values.seconds)
const CALLS_A_SECOND = 20
/** Of a line each: an hour of such calls is more than one line may give in a day. */
const QUEUE_OF: Record<string, string> = { 1: 'B', 8: 'A', 21: 'C', 31: 'D' }
const COUNTERS = Object.keys(QUEUE_OF)
const MB = 1024 * 1024
/**
 * What a door may leave behind; and what the second half of the doors may add to the process beside what it holds. The first half compiles the
 * code of every door and finds the room between buffers (some 50 MB, once); what went on growing after it would be a leak.
 */
const FLAT_MB = 2
const FLAT_SHARE = 1.1

const gateway = await runGateway({ ...TELLS_MEMORY, TINGSHI_LIFE: '0' }, 'start.ts')
/** Strangers have computers of their own: here the gateway gets a processor that they cannot take from it. false = there is no way to. */
function apart(): boolean {
  const others = availableParallelism() - 1
  if (others === 0) return false
  try {
    for (const [processors, pid] of [
      ['0', gateway.pid],
      [`1-${others}`, process.pid],
    ] as const)
      execFileSync('taskset', ['-acp', processors, String(pid)], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
console.log(apart() ? 'the gateway has a processor of its own' : 'gateway and strangers share all processors')
// Also when this script breaks.
process.once('exit', () => void gateway.kill())
const collected = memoryAsker(gateway)
const guide = await signIn(gateway.url, 'guide')
const clerks = await Promise.all(COUNTERS.map((id) => signIn(gateway.url, 'clerk', id)))
for (const [nth, id] of COUNTERS.entries()) await clerks[nth]?.post(`/counters/${id}/open`)

/** One visitor: takes a number, is called, is done. Answers how long the call took, ms. */
async function oneCall(clerk: ApiClient, counter: string): Promise<number> {
  await guide.post('/tickets', { queueId: QUEUE_OF[counter] })
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
/** How many facts the log holds. */
async function facts(): Promise<number> {
  const health = (await (await fetch(`${gateway.url}/api/v1/health`)).json()) as { log: { seq: number } }
  return health.log.seq
}
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
interface Phase {
  times: readonly number[]
  /** Facts that came into the log. */
  written: number
  /** MB: as it stood, then collected, and how far what is held grew. */
  now: number
  resident: number
  held: number
  grew: number
}
let heldBefore = 0
async function phase(until: Promise<unknown>): Promise<Phase> {
  const before = await facts()
  const times = await callsDuring(until)
  const written = (await facts()) - before
  const now = await memory()
  const after = await collected()
  const held = after.held / MB
  const grew = held - heldBefore
  heldBefore = held
  return { times, written, now, resident: after.resident / MB, held, grew }
}
function tell(name: string, { times, now, resident, held }: Phase, more: string): void {
  const ms = (share: number, width: number): string => part(times, share).toFixed(1).padStart(width)
  const mb = (value: number): string => value.toFixed(0).padStart(4)
  console.log(
    `${name.padEnd(34)} ${String(times.length).padStart(5)} calls  p50 ${ms(0.5, 6)} ms  p99 ${ms(0.99, 7)} ms  ` +
      `${mb(now)} MB  collected ${mb(resident)}  held ${held.toFixed(1).padStart(5)}  ${more}`,
  )
}

const quietFor = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
const QUIET_MS = Math.max(10, SECONDS) * 1_000
// What the first stranger loads (the index of the search, a route's code) is there to stay.
await Promise.all(Object.values(strangerDoors(gateway.url)).map((knock) => knock()))
await phase(quietFor(3_000))
const quiet = await phase(quietFor(QUIET_MS))
tell('quiet', quiet, '')
const perCall = quiet.grew / quiet.times.length
const factsPerCall = quiet.written / quiet.times.length
const worse: string[] = []
const left: string[] = []
/** MB that the process has beside what it holds, after each phase. */
const besides = [quiet.resident - quiet.held]
let calls = 0
for (const door of values.door ?? Object.keys(strangerDoors(gateway.url))) {
  const hammered = hammer(door)
  const seen = await phase(hammered)
  calls += seen.times.length
  besides.push(seen.resident - seen.held)
  const beyond = seen.grew - perCall * seen.times.length
  const isWorse = part(seen.times, 0.99) > 2 * part(quiet.times, 0.99)
  if (isWorse) worse.push(door)
  if (beyond > FLAT_MB) left.push(door)
  const strange = Math.max(0, Math.round(seen.written - factsPerCall * seen.times.length))
  const more =
    `${beyond >= 0 ? '+' : ''}${beyond.toFixed(1)} beyond its calls  ${await hammered} turns` +
    (strange > seen.times.length / 100 ? `, ${strange} facts of theirs in the log` : '')
  tell(door, seen, `${more}${isWorse ? '  > 2 × quiet' : ''}`)
}
const heldAtEnd = heldBefore
const again = await phase(quietFor(QUIET_MS))
tell('quiet again', again, gateway.alive() ? '' : 'the gateway has ended')
console.log(
  worse.length === 0 ? 'p99 stayed below twice the quiet one at every door' : `more than twice: ${worse.join(', ')}`,
)
const grown = heldAtEnd - quiet.held
besides.push(again.resident - again.held)
const halfway = besides[Math.floor(besides.length / 2)] ?? 0
const atEnd = besides.at(-1) ?? 0
const isFlat = left.length === 0 && atEnd < halfway * FLAT_SHARE
console.log(
  `memory ${isFlat ? 'flat' : 'NOT flat'}: ${calls} calls take ${(perCall * calls).toFixed(1)} MB without strangers and took ` +
    `${grown.toFixed(1)} with them; beside what is held the process has ` +
    `${besides[0]?.toFixed(0)} MB at first, ${halfway.toFixed(0)} halfway, ${atEnd.toFixed(0)} at the end` +
    (left.length === 0 ? '' : `; left behind at: ${left.join(', ')}`),
)
await gateway.discard()
process.exitCode = isFlat ? 0 : 1
