import { loadavg, tmpdir } from 'node:os'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { Profiler } from 'node:inspector'
import { Session } from 'node:inspector/promises'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { openCityHalls } from '../../gateway/city/city-halls.ts'
import { openDesk } from '../../gateway/city/desk.ts'
import { followCity } from '../../gateway/city/follow-city.ts'
import { readHall } from '../../gateway/config.ts'
import { noHolidays } from '../../gateway/contract/calendar.ts'
import { ensureDeskStream } from '../../gateway/stream/city-desk-stream.ts'
import { ensureCityStreams } from '../../gateway/stream/city-streams.ts'
import { connectStream } from '../../gateway/stream/connect-stream.ts'
import { CITY_STREAM } from '../../gateway/stream/ship-log.ts'
import { readStreamAddress } from '../../gateway/stream/stream-address.ts'
import { runNats } from '../support/run-nats.ts'
import type { DriverJob } from './city-driver.ts'
import { dayOfAHall } from './day-of-a-hall.ts'
import { figure, part, pause } from './figure.ts'

/**
 * Halls that live a day of 3,000 numbers so many times as fast, their real way to the city over a real server, and the city's own fold: `npm run bench:city-net
 * -- 10 100`. `TINGSHI_SPEED` (60), `TINGSHI_SECONDS` (60) of it from the opening on.
 */
const COUNTS = process.argv.slice(2).map(Number)
const SPEED = Number(process.env.TINGSHI_SPEED ?? 60)
const SECONDS = Number(process.env.TINGSHI_SECONDS ?? 60)
const MB = 1_048_576
const day = dayOfAHall()
const read = readHall(resolve(import.meta.dirname, '../../assets/sample-hall'))
if (!read.ok) throw new Error('the sample hall has faults')
const card = gzipSync(JSON.stringify({ hall: read.hall, matters: read.matters, alwaysOpen: false }))

/** Seconds of the processor that a process has had. */
const HZ = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
function busyOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / HZ
}
/** Seconds of the processor that this thread has had. */
const ownSeconds = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1e6
}
const held = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / MB
}

async function run(count: number): Promise<void> {
  const nats = await runNats()
  const { pid } = nats
  const address = readStreamAddress(nats.address)
  const line = address && (await connectStream(address, 'bench city'))
  if (!line?.ok) throw new Error('no line')
  await ensureCityStreams(line, 1)
  await ensureDeskStream(line, 1)
  const folder = mkdtempSync(join(tmpdir(), 'tingshi-city-net-'))
  const halls = openCityHalls(join(folder, 'city.checkpoint'), noHolidays)
  const before = held()
  const beginAt = Date.now() + 3_000 + count * 20
  const lags: number[] = []
  const [, first] = day
  const lagOf = (at: number): void => void lags.push(Date.now() - (beginAt + (at - (first?.at ?? 0)) / SPEED))
  const taking = { ...halls }
  Object.defineProperties(taking, Object.getOwnPropertyDescriptors(halls))
  taking.takeLog = (id, message) => {
    const at = halls.takeLog(id, message)
    if (at !== null) lagOf(at)
    return at
  }
  const desk = openDesk(line, Date.now)
  const onBroken = (error: unknown): void => console.error(error)
  const following = followCity(line, { halls: taking, desk, onLag() {}, now: Date.now, onBroken })
  const job: DriverJob = {
    address: nats.address,
    halls: count,
    rows: day,
    card,
    speed: SPEED,
    beginAt,
    seconds: SECONDS,
  }
  const driver = new Worker(new URL('./city-driver.ts', import.meta.url), { workerData: job })
  const done = new Promise<{ rows: number; behind: number; played: number }>((said, failed) => {
    driver.once('message', said)
    driver.once('error', failed)
  })
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await pause(Math.max(0, beginAt - Date.now()))
  await session.post('Profiler.start')
  const natsFrom = busyOf(pid)
  const ownFrom = ownSeconds()
  const { rows, behind, played } = await done
  const own = ownSeconds() - ownFrom
  const { profile } = await session.post('Profiler.stop')
  const server = busyOf(pid) - natsFrom
  const lived = (Date.now() - beginAt) / 1_000
  const allAt = Date.now()
  for (let waited = 0; halls.rows < rows && waited < 120_000; waited += 50) await pause(50)
  const name = `${count} halls at ${SPEED}×`
  figure(`${name}: load of the machine`, loadavg()[0] ?? 0, '')
  figure(`${name}: rows wanted`, rows / SECONDS, 'rows/s')
  figure(`${name}: rows folded`, halls.rows / (lived + (Date.now() - allAt) / 1_000), 'rows/s')
  figure(`${name}: rows that halls could not send in time`, behind, 'rows')
  figure(`${name}: lag hall to city p50`, part(lags, 0.5), 'ms')
  figure(`${name}: lag hall to city p99`, part(lags, 0.99), 'ms')
  figure(`${name}: nats-server`, server / lived, 'cores')
  figure(`${name}: the halls, played by one thread`, played / lived, 'cores')
  figure(`${name}: the city's own thread`, own / lived, 'cores')
  figure(`${name}: memory of a hall in the city`, (held() - before) / count, 'MB')
  const { state } = await line.manager.streams.info(CITY_STREAM)
  figure(`${name}: the stream`, state.bytes / MB, 'MB')
  sayProfile(name, profile)
  following.stop()
  // All of it again, from the stream alone.
  const anew = openCityHalls(join(folder, 'none'), noHolidays)
  const from = performance.now()
  const again = followCity(line, { halls: anew, desk: openDesk(line, Date.now), onLag() {}, now: Date.now, onBroken })
  while (anew.place < state.last_seq) await pause(20)
  figure(`${name}: made anew from the stream`, (performance.now() - from) / 1_000, 's')
  figure(`${name}: rows a second while it is made anew`, anew.rows / ((performance.now() - from) / 1_000), 'rows/s')
  again.stop()
  await line.line.close()
  await driver.terminate()
  await nats.discard()
  rmSync(folder, { recursive: true, force: true })
}

/** Where the city's own time went: the heaviest functions by themselves. */
function sayProfile(name: string, { nodes, samples = [] }: Profiler.Profile): void {
  const own = new Map<string, number>()
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]))
  for (const id of samples) {
    const frame = byId.get(id)
    const at = `${frame?.functionName || '(nameless)'} ${frame?.url.split('/').slice(-2).join('/') ?? ''}`.trim()
    own.set(at, (own.get(at) ?? 0) + 1)
  }
  const heaviest = [...own].toSorted(([, one], [, other]) => other - one).slice(0, 12)
  for (const [at, ticks] of heaviest) figure(`${name}: ${at}`, ticks / samples.length, 'share of the city’s thread')
}

for (const count of COUNTS) await run(count)
process.exit(0)
