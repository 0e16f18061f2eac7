import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { resolve } from 'node:path'
import pino from 'pino'
import { openAudience } from '../../gateway/audience.ts'
import { keepDoing } from '../../gateway/work/keep-doing.ts'
import { openDevices, type Devices } from '../../gateway/opening/open-devices.ts'
import { openClock } from '../../gateway/opening/open-clock.ts'
import { openLog } from '../../gateway/opening/open-log.ts'
import { openRecords } from '../../gateway/opening/open-records.ts'
import { LEAST_COST } from '../../gateway/contract/password-cost.ts'
import type { Office } from '../../gateway/office/office.ts'
import type { EventLog } from '../../gateway/store/event-log.ts'
import type { Actor } from '../../gateway/rights/actor.ts'
import { REFUSAL_STANDS_MS, openAgentDoor } from '../../gateway/server/agent-door.ts'
import type { Enter } from '../../gateway/server/upgrade-door.ts'
import { pagePresence } from '../../gateway/server/page-presence.ts'
import { openSession } from '../../gateway/server/session.ts'
import { socketLimits } from '../../gateway/server/socket-limits.ts'
import { strangerGuards } from '../../gateway/server/stranger-guards.ts'
import { openRecorded, type Sources } from '../../gateway/show/recorded.ts'
import { openShow, type Show } from '../../gateway/show/show.ts'
import { openSweep } from '../../gateway/show/sweep.ts'
import { processTasks } from '../../gateway/show/process-tasks.ts'
import type { Hall } from '../../gateway/contract/hall.ts'
import type { Matter } from '../../gateway/contract/matter.ts'
import type { Disk } from './disk.ts'
import type { Listening } from './page-line.ts'
import type { AgentWay } from './seams/storm-ws.ts'
import type { Process, World } from './world.ts'
import { orderDoor } from '../../gateway/rights/order-door.ts'

/** One life of the gateway, from its start to its end. */
export interface GatewayLife {
  readonly process: Process
  readonly office: Office
  readonly log: EventLog
  readonly show: Show
  readonly sources: Sources
  readonly devices: Devices
  readonly listening: Listening
  readonly agentDoor: NonNullable<ReturnType<AgentWay['listening']>>
  /** Ends it in good order, as SIGTERM does. */
  stop(): Promise<void>
}

const DAY_CHECK_MS = 30_000
const sampleHall = resolve(import.meta.dirname, '../../assets/sample-hall')

/** Opens what main.ts opens, in its order, but for HTTP: what a page says reaches the same session as through a socket. */
export async function startGateway(parts: {
  world: World
  disk: Disk
  hall: Hall
  matters: Matter[]
  actorOf(token: string): Actor | null
  /** How many times as seldom as in a hall a topic is swept: through a whole day SM10 makes enough of them afresh. */
  sweepsSeldom: number
  /** Something threw that should not. */
  onBroken(where: string, broken: unknown): void
}): Promise<GatewayLife | { words: string[] }> {
  const { world, disk, hall, matters, actorOf, sweepsSeldom, onBroken } = parts
  const process = world.current
  const at = (where: string) => (broken: unknown) => onBroken(where, broken)
  // What it expects of a bad day is a warning; only what nobody foresaw is a fault.
  const logger = pino({ level: 'silent' })
  const trouble = { at, count: 0, showOn: () => {}, look: () => {} }
  const stack = new AsyncDisposableStack()
  const opened = await openLog(disk.dir, () => {})
  if (!opened.ok) return { words: opened.words }
  const kept = { ...opened, log: disk.under(opened.database, opened.log) }
  stack.defer(() => kept.log.close())
  const { clock, correctsDay } = openClock(kept.state, false)
  const { now } = clock
  const audience = openAudience()
  const settings = {
    ok: true,
    port: 0,
    host: '127.0.0.1',
    dataDir: disk.dir,
    hallDir: sampleHall,
    demo: false,
    life: false,
    passwordCost: LEAST_COST,
    oidcSecret: null,
    mailPassword: null,
    certificate: null,
    plain: false,
    stream: null,
    city: null,
    gateways: [],
    logLevel: 'warn',
    speech: 'off',
  } as const
  const records = await openRecords({ settings, hall, matters, audience, logger, kept, clock, correctsDay }, stack)
  const { office } = records
  const guards = strangerGuards(hall)
  const presence = pagePresence()
  const addressOf = (): string => hall.publicUrl ?? ''
  let enter: Enter = () => {}
  const agents = openAgentDoor(
    { at: (_, next) => void (enter = next) },
    {
      actorOf,
      terminals: hall.terminals.map(({ id }) => id),
      now,
      ticks: guards.monotonic,
      onBroken: at('agents'),
      refusalMs: REFUSAL_STANDS_MS,
    },
  )
  stack.defer(() => agents.close())
  const devices = await openDevices(
    {
      records,
      agents,
      audience,
      presence,
      guards,
      demo: false,
      addressOf,
      logger,
      trouble,
      now,
    },
    stack,
  )
  const live = {
    devices: devices.board.views,
    health: devices.board.health,
    papers: devices.simulated.printers.papers,
    version: 'storm',
    signals: devices.inputs.signalsOf,
    life: () => null,
    staffNames: () => new Map<string, string>(),
  }
  const sources: Sources = { hallModel: () => office.hallModel, state: () => office.state, live, now }
  const tasks = { ...processTasks(at('show')), elapsed: hurriedTicks(world) }
  const show = openShow({ recorded: openRecorded(sources), seq: () => office.state.seq, tasks })
  stack.defer(() => show.close())
  stack.defer(office.onFacts((_, touched) => show.invalidate(...touched)))
  audience.join(show)
  const seldom = { ...tasks, every: (ms: number, task: () => void) => tasks.every(ms * sweepsSeldom, task) }
  const sweep = openSweep(show, sources, seldom, (topic) =>
    at('sweep')(new Error(`listeners of ${topic} held another view`)),
  )
  stack.defer(() => sweep.close())
  const limits = socketLimits(guards.monotonic)
  const listening: Listening = {
    process,
    accept: (send, close) =>
      openSession({
        show,
        presence,
        actorOf,
        signedIn: () => null,
        unknownPlace: () => null,
        touch: () => {},
        giveOrder: orderDoor(office),
        onPulse: devices.watch.hear,
        version: 'storm',
        gateways: [],
        limits: limits('10.0.0.1'),
        mayTrack: (token) => guards.trackGuard('10.0.0.1', token, office.state.line.byToken.has(token)),
        isPage: true,
        onBroken: at('session'),
        now,
        ticks: guards.monotonic,
        send,
        close: () => close(),
      }),
  }
  await records.keepDays()
  const dayCheck = keepDoing(DAY_CHECK_MS, records.keepDays, at('day check'))
  stack.defer(dayCheck.stop)
  devices.start()
  const agentDoor: GatewayLife['agentDoor'] = {
    process,
    enter: (request, socket, head) => enter(request as IncomingMessage, socket as Duplex, head),
  }
  return {
    process,
    office,
    log: kept.log,
    show,
    sources,
    devices,
    listening,
    agentDoor,
    stop: () => stack.disposeAsync(),
  }
}

/** The show gives way to others after some milliseconds; here chance says how long its turns took. */
function hurriedTicks(world: World): () => number {
  let elapsed = 0
  return () => (elapsed += world.draw('show turns') < 0.1 ? 9 : 0)
}
