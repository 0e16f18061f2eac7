import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fakeBxk, fakeStrip } from '../../gateway/devices/fake/led/fake-word-cards.ts'
import { type Actor, bearer } from '../../gateway/rights/actor.ts'
import { openActs } from './acts.ts'
import { A_DAY_HOURS } from './a-day.ts'
import { callDevice } from './devices/device-line.ts'
import { stormCard } from './devices/storm-card.ts'
import { printerFaults, stormPrinter } from './devices/storm-printer.ts'
import { openDisk } from './disk.ts'
import { startGateway } from './gateway.ts'
import { openComputer } from './computer.ts'
import { furnishPages } from './page.ts'
import type { Line } from './pipe.ts'
import type { Plan } from './plan.ts'
import { allPromises } from './promises/all-promises.ts'
import { misleadPages } from './seams/storm-page-clock.ts'
import { putAgentWay } from './seams/storm-ws.ts'
import { putWire } from './seams/storm-tcp.ts'
import { startOver } from './seams/storm-time.ts'
import { takePart } from './seams/this-world.ts'
import { addressOf, stormHall } from './storm-hall.ts'
import type { Storm } from './storm.ts'
import { openWitness } from './witness.ts'
import { openWorld } from './world.ts'

export interface Outcome {
  /** The first promise that did not hold; null = all held. */
  broken: { rule: string; words: string; at: number } | null
  /** The same for two runs of one plan. */
  trace: string
  figures: { numbers: number; papers: number; spoken: number; orders: number; lives: number }
  /** How often each kind of order was answered how. */
  answers: Record<string, number>
}

const HOUR = 3_600_000
/** After the storm: so long people go on in a hall where all is mended, and so long nobody does anything. */
const CALM_MS = 5 * 60_000
const QUIET_MS = 120_000

/** Plays one plan to its end, or to the first broken promise. One at a time: a process has one storm. */
export async function play(plan: Plan, tell: (words: string) => void = () => {}): Promise<Outcome> {
  let broken: Outcome['broken'] = null
  const say = (rule: string, words: string): void => {
    if (broken !== null) return
    broken = { rule, words, at: world.now() }
    world.stop()
  }
  const unforeseen = (where: string, error: unknown): void =>
    say('SM1', `${where}: ${error instanceof Error ? error.stack : String(error)}`)
  const world = openWorld(plan.seed, plan.start, (error) => unforeseen(world.current.name, error))
  takePart(world)
  startOver()
  furnishPages(world)
  misleadPages((page) => Math.floor((streamShare(world.draw, page) - 0.5) * 8 * HOUR))
  const uncaught = (error: unknown): void => unforeseen('nobody caught', error)
  process.on('uncaughtException', uncaught)
  process.on('unhandledRejection', uncaught)

  const witness = openWitness(world)
  const disk = openDisk(world, mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'tingshi-storm-')))
  const lines = new Map<string, Line>()
  const lineOf = (name: string): Line => {
    const chance = `line ${name}`
    const line = lines.get(name) ?? { stalledUntil: 0, delay: () => 0.5 + 3 * world.draw(chance) }
    lines.set(name, line)
    return line
  }
  const habits = {
    PR1: { provesSlips: true, answersStatus: true },
    PR2: { provesSlips: false, answersStatus: true },
    PR3: { provesSlips: false, answersStatus: false },
  }
  const printers = new Map(
    Object.entries(habits).map(([id, one]) => [
      id,
      stormPrinter(world, id, lineOf(id), one, (words, code) => witness.paper(id, words, code)),
    ]),
  )
  const { hall, matters } = stormHall(plan.hall)
  const cards = new Map([
    ['P1', stormCard(world, 'P1', lineOf('P1'), () => fakeBxk({ width: 128, height: 32, model: '6K' }))],
    [
      'W1',
      stormCard(world, 'W1', lineOf('W1'), () => {
        const card = hall.panels.find(({ id }) => id === 'W1')?.card
        if (card?.kind !== 'template') throw new Error('W1 is no strip')
        return fakeStrip({ width: 64, height: 16, frame: card.frame, address: card.address })
      }),
    ],
  ])
  const devices = new Map([...printers, ...cards].map(([id, device]) => [addressOf(id), device]))
  putWire((address, timeoutMs) => callDevice(world, devices.get(address), timeoutMs))
  putAgentWay({
    listening: () => computer.life?.agentDoor ?? null,
    isUp: () => computer.door.isUp(),
    lineOf,
  })
  const sweepsSeldom = plan.hours > A_DAY_HOURS ? 10 : 1
  const computer = openComputer(
    world,
    disk,
    () => startGateway({ world, disk, hall, matters, actorOf, sweepsSeldom, onBroken: unforeseen }),
    {
      onLife(life) {
        tell(`life ${computer.lives} from event ${life.office.state.seq}`)
        for (const promise of promises) promise.onLife?.(life)
      },
      onRefusal: (words) => say('SM2', `the hall does not open: ${words.join(' ')}`),
    },
  )
  const storm: Storm = {
    plan,
    world,
    witness,
    disk,
    computer,
    printers,
    cards,
    pages: new Map(),
    agents: new Map(),
    lines,
    isCalm: false,
    isOver: false,
    actorOf,
  }
  const promises = allPromises.map((promise) => promise(storm, say))
  const looks = promises.flatMap(({ look }) => (look ? [{ look, dueAt: 0 }] : []))
  world.onTask(() => {
    for (const one of looks) {
      if (one.dueAt > world.now()) continue
      one.dueAt = world.now() + one.look.eachMs
      one.look.take()
    }
    return Math.min(...looks.map(({ dueAt }) => dueAt))
  })
  const end = plan.hours * HOUR
  try {
    computer.start()
    openActs(storm).begin()
    await world.run(end)
    storm.isCalm = true
    for (const line of lines.values()) line.stalledUntil = Math.min(line.stalledUntil, world.now())
    for (const printer of printers.values()) {
      printer.mend()
      for (const fault of printerFaults) printer.set(fault, false)
    }
    disk.setFull(false)
    disk.calm()
    await world.run(end + CALM_MS)
    storm.isOver = true
    await world.run(end + CALM_MS + QUIET_MS)
    if (broken === null) for (const promise of promises) await promise.atEnd?.()
  } finally {
    process.off('uncaughtException', uncaught)
    process.off('unhandledRejection', uncaught)
    disk.remove()
  }
  const figures = {
    numbers: new Set(witness.papers.map(({ token }) => token)).size,
    papers: witness.papers.length,
    spoken: witness.spoken.length,
    orders: witness.orders.length,
    lives: computer.lives,
  }
  const answers: Record<string, number> = {}
  for (const { command, answer } of witness.orders) {
    const said = `${command.type} ${answer === null ? 'nothing' : answer.ok ? 'ok' : answer.error.code}`
    answers[said] = (answers[said] ?? 0) + 1
  }
  return { broken, trace: world.traceHash(), figures, answers }
}

const streamShare = (draw: (stream: string) => number, page: string): number => {
  const known = shares.get(page)
  if (known?.draw === draw) return known.share
  const share = draw(`clock of ${page}`)
  shares.set(page, { draw, share })
  return share
}
const shares = new Map<string, { draw: unknown; share: number }>()

function actorOf(token: string): Actor | null {
  const [kind = '', id = ''] = token.split('-')
  switch (kind) {
    case 'counter':
      return bearer(`clerk ${id}`, ['clerk'])
    case 'desk':
      return bearer('desk', ['guide', 'supervisor'])
    case 'K1':
    case 'K2':
      return bearer(kind, ['terminal'])
    case 'boss':
      return bearer('boss', ['supervisor'])
    case 'tablet':
      return bearer(id, ['rating'])
    case 'L1':
      return bearer('L1', ['display'])
    default:
      return null
  }
}
