import type { Command, Report } from '../contract/commands.ts'
import { addDays, dayAt, epochOf, weekdayOf } from '../contract/hall-time.ts'
import { counterState } from '../domain/counters/state.ts'
import { queuesOf } from '../domain/counters/serving.ts'
import type { Subject } from '../domain/decision.ts'
import type { LoggedEvent } from '../domain/events.ts'
import { isInLine } from '../domain/line/ticket-life.ts'
import { agenda } from '../domain/simulation/agenda.ts'
import { chanceOf } from '../domain/simulation/chance.ts'
import { type ArrivalProfile, arrivalsOf, ordinary } from '../domain/simulation/day-plan.ts'
import { MINUTE, type World, arrive, end, makeReady, wake } from '../domain/simulation/hall-life.ts'
import { planDay } from '../domain/simulation/run-hall.ts'
import type { Office } from '../office/office.ts'
import { monotonic } from '../time.ts'
import { keepDoing } from '../work/keep-doing.ts'
import type { LifeSpeed } from '../contract/start-view.ts'
import { handsOfOthers } from './hands-of-others.ts'
import { MORNING, type SampleClock, nextMorning } from './sample-clock.ts'

/** In the log, for what the played people and clerks do. */
export const PLAYED = 'life'
const TICK_MS = 200
/** So much of the morning has passed when the doors open, so that somebody waits at every queue. */
const BEFORE_MS = 35 * MINUTE
/** While that is played: what happens within so long is one turn of the office. */
const SLICE_MS = 5_000
/** A machine that slept, or is slow, does not make up for more than this at once. */
const LONGEST_STEP_MS = 2_000
const STEPS_A_TICK = 60
/** The counter of the start page: short visits, so that it and its strip move while somebody looks; a line that does not run dry. */
const STAGE = { counterId: '1', pace: 0.13, minutes: 1, fewest: 4 } as const
const SLIP_EACH_MS = 4_000
const habits = { ...ordinary, ticketsPerDay: 2200, patience: 90 }

export interface Life {
  /** 0 = paused, 1 = as fast as life, 10 = ten times that. */
  speed(): LifeSpeed
  setSpeed(speed: LifeSpeed): void
  stop(): void
}

export interface LifeDeps {
  office: Office
  clock: SampleClock
  profile: ArrivalProfile
  seed: number
  /** The speed is another. */
  onSpeed(): void
  onBroken(error: unknown): void
  /** Milliseconds that only grow, and how often they are looked at. */
  ticks?: () => number
  tickMs?: number
}

/**
 * The sample hall lives by itself: counters open, people come, are called and served, miss and come back. Played people and clerks give their
 * orders to the office as everybody does, and keep their hands off a counter at which somebody presses. Resolves when the morning is well under
 * way; from then on it is played at the wanted speed. When the morning is over the next one begins.
 */
export async function liveHall(deps: LifeDeps): Promise<Life> {
  const { office, clock, profile, seed, onSpeed, onBroken, ticks = monotonic, tickMs = TICK_MS } = deps
  const { hallModel } = office
  const { timeZone } = hallModel.hall
  const chance = chanceOf(seed)
  const pending = new Set<Promise<unknown>>()
  let speed: LifeSpeed = 1
  /** Played time, epoch ms: the clock's own as long as life goes as fast as time does. */
  let now = clock.now()
  let world = emptyWorld()
  let stopped = false
  let lastSlip = Number.NEGATIVE_INFINITY
  const heard = new Map<string, number>()
  const hands = handsOfOthers(PLAYED, (ticketId) => office.state.line.tickets.get(ticketId)?.counterId ?? null, ticks)

  function emptyWorld(): World {
    return {
      hallModel,
      habits,
      chance,
      order,
      door,
      service: (queueId, counterId) =>
        counterId === STAGE.counterId ? STAGE.minutes : (hallModel.queues.get(queueId)?.minutes ?? 10),
      pace: (counterId) => (counterId === STAGE.counterId ? STAGE.pace : 1),
      get state() {
        return office.state
      },
      clock: () => now,
      todo: agenda(),
      idle: new Set(),
      away: new Set(),
      homeward: new Map(),
    }
  }
  function order(command: Command | Report, then?: (done: Subject | null) => void): void {
    const mine = world
    if (stopped || ('counterId' in command && command.counterId !== null && hands.isAt(command.counterId)))
      return then?.(null)
    const given = office.handle(command, PLAYED, null).then((answer) => {
      // Of a morning that is over nobody hears any more.
      if (mine !== world) return
      if (answer.ok && command.type === 'finish-ticket') rateLater(command.counterId)
      then?.(answer.ok ? subjectOf(answer.body) : null)
    })
    const kept = given.catch(onBroken).finally(() => pending.delete(kept))
    pending.add(kept)
  }
  /** One visitor in three presses one of the faces. */
  function rateLater(counterId: string): void {
    if (!chance.happens(0.3)) return
    const stars = 5 - Math.floor(4 * chance.share() ** 3)
    world.todo.at(now + 4_000, () => order({ type: 'rate-visit', counterId, stars }))
  }
  /** At the first terminal a slip comes out now and then; printers are as slow as printers are. */
  function door(): ReturnType<World['door']> {
    const isSlip = isUnderWay && ticks() - lastSlip > SLIP_EACH_MS && chance.happens(0.5)
    if (isSlip) lastSlip = ticks()
    return isSlip ? { terminalId: 'K1', printer: null } : { terminalId: null, printer: 'none' }
  }
  let isUnderWay = false

  /** The day is planned from how the hall stands: an empty one, or one that was shut down in the middle of it. */
  function beginMorning(): number {
    world = emptyWorld()
    heard.clear()
    const day = dayAt(now, timeZone)
    for (const ticket of office.state.day === day ? office.state.line.tickets.values() : [])
      world.homeward.set(ticket.id, Number.POSITIVE_INFINITY)
    const weekday = weekdayOf(day)
    const midnight = epochOf(day, '00:00', timeZone)
    planDay(world, midnight, weekday, arrivalsOf(hallModel, profile, habits, weekday, chance), now)
    for (const { id } of hallModel.hall.counters) if (counterState(office.state, id).ticketId !== null) goOn(id)
    return office.state.day === day && office.state.line.tickets.size > 0 ? now : now + BEFORE_MS
  }
  /** A counter is taken up again, however somebody left it. One that is closed or paused stays so. */
  function goOn(counterId: string): void {
    const { state, ticketId } = counterState(office.state, counterId)
    const queueId = office.state.line.tickets.get(ticketId ?? '')?.queueId ?? ''
    world.away.delete(counterId)
    world.idle.delete(counterId)
    if (ticketId === null) return state === 'open' ? makeReady(world, counterId) : undefined
    world.todo.at(now + world.pace(counterId) * chance.between(30, 120) * 1000, () => {
      if (counterState(office.state, counterId).ticketId !== ticketId) return
      order({ type: 'serve-ticket', counterId })
      end(world, counterId, ticketId, queueId, () => makeReady(world, counterId))
    })
  }

  /** Plays up to a moment (epoch ms); at most so many steps, the rest next time. */
  function playUntil(until: number, most: number): void {
    for (let steps = 0; steps < most && world.todo.nextAt !== null && world.todo.nextAt <= until; steps++) {
      const next = world.todo.next()
      if (next === null) return
      now = Math.max(now, Math.round(next.when))
      next.what()
    }
    now = Math.max(now, Math.min(until, world.todo.nextAt ?? until))
  }
  /** As fast as the machine can; the hall's clock goes along. */
  async function hurryTo(until: number): Promise<void> {
    while (now < until && !stopped) {
      const slice = Math.min(until, Math.max(now + SLICE_MS, world.todo.nextAt ?? until))
      clock.moveTo(slice)
      playUntil(slice, Number.POSITIVE_INFINITY)
      while (pending.size > 0) await Promise.all(pending)
    }
  }

  /** What happened goes round: newcomers are seen, strangers' numbers are not left to go home. */
  const unhear = office.onFacts((events) => {
    for (const event of events) {
      hands.see(event)
      if ('counterId' in event && event.counterId !== null) heard.set(event.counterId, now)
      if (event.actor !== PLAYED) welcome(event)
    }
  })
  function welcome(event: LoggedEvent): void {
    if (event.type !== 'ticket-taken' && event.type !== 'ticket-requeued' && event.type !== 'ticket-transferred') return
    world.homeward.set(event.ticketId, Number.POSITIVE_INFINITY)
    const queueId = office.state.line.tickets.get(event.ticketId)?.queueId
    if (queueId !== undefined) wake(world, queueId)
  }
  /** The counter of the start page always has somebody to call. */
  function fillStage(): void {
    const [queueId] = queuesOf(hallModel, office.state, STAGE.counterId)
    if (queueId === undefined) return
    const waiting = [...office.state.line.tickets.values()].filter(
      (ticket) => ticket.queueId === queueId && isInLine(ticket.status),
    )
    if (waiting.length < STAGE.fewest) arrive(world, queueId)
  }
  /** Whoever was let go of by a stranger's hand, or missed a step on a slow machine, goes on. */
  function takeUp(): void {
    for (const counterId of hands.released()) goOn(counterId)
    for (const { id } of hallModel.hall.counters) {
      const { state, ticketId } = counterState(office.state, id)
      const rests = hands.isAt(id) || world.idle.has(id) || world.away.has(id)
      if (state !== 'open' || ticketId !== null || rests || now - (heard.get(id) ?? now) < 2 * MINUTE) continue
      heard.set(id, now)
      makeReady(world, id)
    }
  }

  let looked = now
  let last = ticks()
  async function tick(): Promise<void> {
    const tick = ticks()
    const passed = Math.min(LONGEST_STEP_MS, tick - last)
    last = tick
    if (stopped || !isUnderWay || speed === 0) return
    playUntil(now + passed * speed, STEPS_A_TICK)
    if (now - looked > 3_000) {
      looked = now
      fillStage()
      takeUp()
    }
    if (Math.max(now, clock.now()) >= epochOf(dayAt(now, timeZone), MORNING.to, timeZone)) await turnOver()
  }
  async function turnOver(): Promise<void> {
    isUnderWay = false
    world = emptyWorld()
    now = nextMorning(hallModel, addDays(dayAt(now, timeZone), 1))
    looked = now
    clock.moveTo(now)
    await office.handle({ type: 'close-day' }, 'hall', null)
    await hurryTo(beginMorning())
    isUnderWay = true
  }

  await hurryTo(beginMorning())
  isUnderWay = true
  const ticking = keepDoing(tickMs, tick, onBroken)
  return {
    speed: () => speed,
    setSpeed(next) {
      speed = next
      onSpeed()
    },
    stop() {
      stopped = true
      ticking.stop()
      unhear()
    },
  }
}

/** What an order was about, from its answer. */
function subjectOf(body: unknown): Subject {
  const { ticketId, ticket, counter } = (body ?? {}) as {
    ticketId?: string
    ticket?: { ticketId: string } | null
    counter?: { id: string }
  }
  return { ticketId: ticketId ?? ticket?.ticketId ?? null, counterId: counter?.id ?? null }
}
