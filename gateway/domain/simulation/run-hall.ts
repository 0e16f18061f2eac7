import type { Command } from '../../contract/commands.ts'
import { decide, turnDay } from '../decide.ts'
import type { Moment, Subject } from '../decision.ts'
import type { OfficeEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import type { House } from '../house.ts'
import { countersOf } from '../line/serving.ts'
import { type OfficeState, counterState } from '../office-state.ts'
import { isInLine } from '../ticket-life.ts'
import { type Agenda, agenda } from './agenda.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type ArrivalProfile, type Habits, LUNCH, arrivalsOf, staffed } from './day-plan.ts'

const MINUTE = 60_000
/** Monday, 2 March 2026, 00:00 in the hall (which stands at UTC+8). */
const FIRST_MIDNIGHT = Date.UTC(2026, 2, 1, 16)

/** An order that the hall obeyed, as told to whoever looks on. */
export type Witness = (command: Command, subject: Subject, at: number) => void

export interface Simulation {
  /** When the next thing happens, epoch ms; null = all days are over. */
  readonly nextAt: number | null
  /** Does it. */
  step(): void
  readonly state: OfficeState
  readonly now: number
}

export interface SimulationParts {
  house: House
  profile: ArrivalProfile
  habits: Habits
  days: number
  seed: number
  state: OfficeState
  witness: Witness | null
  onFact: ((event: OfficeEvent, at: number) => void) | null
}

/**
 * Whole days of a hall by discrete events. People and clerks are played; every order they give goes through the hall's own
 * `decide` and `evolve`. The same seed gives the same days.
 */
export function openSimulation(parts: SimulationParts): Simulation {
  const { house, profile, habits, days, state } = parts
  const todo = agenda()
  const chance = chanceOf(parts.seed)
  let now = FIRST_MIDNIGHT
  let ids = 0
  const world: World = { house, habits, state, todo, chance, order, clock: () => now, idle: new Set(), away: new Set(), homeward: new Map() }

  function momentAt(): Moment {
    const since = now - FIRST_MIDNIGHT
    const date = Math.floor(since / (24 * 60 * MINUTE))
    const day = new Date(FIRST_MIDNIGHT + 8 * 60 * MINUTE + date * 24 * 60 * MINUTE).toISOString().slice(0, 10)
    return { now, day, minute: Math.floor((since / MINUTE) % 1440), weekday: (date % 7) + 1, newId: () => `s${++ids}` }
  }
  function record(facts: readonly OfficeEvent[]): void {
    for (const fact of facts) {
      evolve(state, { ...fact, seq: state.seq + 1, at: now, actor: 'simulation', commandId: null })
      parts.onFact?.(fact, now)
    }
  }
  function order(command: Command): Subject | null {
    const decision = decide(house, state, command, 'simulation', momentAt())
    if (!decision.ok) return null
    record(decision.events)
    parts.witness?.(command, decision.subject, now)
    return decision.subject
  }

  for (let day = 0, worked = 0; worked < days; day++) {
    const weekday = (day % 7) + 1
    if (!house.hall.hours.weekdays.includes(weekday)) continue
    worked++
    todo.at(FIRST_MIDNIGHT + day * 1440 * MINUTE, () => {
      record(turnDay(state, momentAt().day))
      planDay(world, FIRST_MIDNIGHT + day * 1440 * MINUTE, weekday, arrivalsOf(house, profile, habits, weekday, chance))
    })
  }
  return {
    get nextAt() {
      return todo.nextAt
    },
    get now() {
      return now
    },
    state,
    step() {
      const next = todo.next()
      if (next === null) return
      now = Math.round(next.when)
      next.what()
    },
  }
}

interface World {
  house: House
  habits: Habits
  state: OfficeState
  todo: Agenda
  chance: Chance
  order: (command: Command) => Subject | null
  clock: () => number
  /** Open counters with nobody to call. */
  idle: Set<string>
  /** Counters whose clerk pauses as soon as the present visitor is done. */
  away: Set<string>
  /** When the patience of a visitor ends, by ticket. */
  homeward: Map<string, number>
}

function planDay(world: World, midnight: number, weekday: number, arrivals: readonly [number, string][]): void {
  const { house, habits, todo, chance } = world
  const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
  const { open, close } = house.hall.hours
  world.idle.clear()
  world.homeward.clear()
  const counters = staffed(house, habits, weekday)
  for (const [place, counterId] of counters.entries()) {
    const at = (minute: number, what: () => void): void => todo.at(midnight + minute * MINUTE, what)
    at(minuteOf(open) + chance.between(-5, 6), () => openCounter(world, counterId))
    // Two shifts eat one after the other, so that each queue goes on.
    const half = (LUNCH.to - LUNCH.from) / 2
    at(LUNCH.from + (place % 2) * half + chance.between(0, 5), () => goAway(world, counterId, '午休', half - 5))
    for (let pause = 0; pause < habits.pauses; pause++) {
      const minutes = chance.between(4, 14)
      at(chance.between(minuteOf(open) + 20, minuteOf(close) - 40), () => goAway(world, counterId, '临时离开', minutes))
    }
    at(minuteOf(close) + 15 + chance.between(0, 30), () => closeCounter(world, counterId, world.state.day))
  }
  for (const [minute, queueId] of arrivals) todo.at(midnight + minute * MINUTE, () => arrive(world, queueId))
}

function openCounter(world: World, counterId: string): void {
  world.order({ type: 'open-counter', counterId })
  lookUp(world, counterId)
}

/** Pauses now, or when the present visitor is done. */
function goAway(world: World, counterId: string, reason: string, minutes: number): void {
  if (counterState(world.state, counterId).state !== 'open') return
  if (counterState(world.state, counterId).ticketId !== null) {
    world.away.add(counterId)
    world.todo.at(world.clock() + MINUTE, () => {
      if (world.away.delete(counterId)) goAway(world, counterId, reason, minutes)
    })
    return
  }
  world.idle.delete(counterId)
  world.order({ type: 'pause-counter', counterId, reason })
  world.todo.at(world.clock() + minutes * MINUTE, () => openCounter(world, counterId))
}

/** When the last visitor is done; a new day closes every counter by itself. */
function closeCounter(world: World, counterId: string, day: string | null): void {
  world.idle.delete(counterId)
  if (world.state.day !== day || counterState(world.state, counterId).state === 'closed') return
  if (world.order({ type: 'close-counter', counterId }) === null) world.todo.at(world.clock() + 5 * MINUTE, () => closeCounter(world, counterId, day))
}

function arrive(world: World, queueId: string): void {
  const { habits, chance } = world
  const priority = chance.happens(habits.priority) ? '老人' : null
  const taken = world.order({ type: 'take-ticket', queueId, matterId: null, terminalId: null, priority, printer: 'none', missing: [], accessible: false })
  if (taken?.ticketId === null || taken === null) return
  const { ticketId } = taken
  const patience = chance.waitFor(habits.patience) * MINUTE
  world.homeward.set(ticketId, chance.happens(habits.noShow) ? 0 : world.clock() + patience)
  // One in four who go home says so on the phone.
  if (chance.happens(0.25)) world.todo.at(world.clock() + patience, () => isWaiting(world, ticketId) && world.order({ type: 'cancel-ticket', ticketId }))
  wake(world, queueId)
}

const isWaiting = (world: World, ticketId: string): boolean => isInLine(world.state.tickets.get(ticketId)?.status ?? 'done')

/** An idle clerk of the queue notices the newcomer. */
function wake(world: World, queueId: string): void {
  const free = countersOf(world.house, world.state, queueId).find(({ id }) => world.idle.has(id))
  if (!free) return
  world.idle.delete(free.id)
  world.todo.at(world.clock() + world.chance.between(4, 15) * 1000, () => lookUp(world, free.id))
}

/** The clerk calls the next one, or waits for somebody to come. */
function lookUp(world: World, counterId: string): void {
  const counter = counterState(world.state, counterId)
  if (counter.state !== 'open' || counter.ticketId !== null || world.away.has(counterId)) return
  const called = world.order({ type: 'call-next', counterId })
  if (called === null || called.ticketId === null) world.idle.add(counterId)
  else receive(world, counterId, called.ticketId)
}

function receive(world: World, counterId: string, ticketId: string): void {
  const { habits, chance, todo, order, clock } = world
  const ready = (): void => todo.at(clock() + chance.between(8, 40) * 1000, () => lookUp(world, counterId))
  if ((world.homeward.get(ticketId) ?? 0) < clock()) {
    todo.at(clock() + chance.between(40, 80) * 1000, () => order({ type: 'recall-ticket', counterId }))
    todo.at(clock() + chance.between(90, 150) * 1000, () => {
      order({ type: 'miss-ticket', counterId })
      if (chance.happens(habits.comeBack)) {
        todo.at(clock() + chance.between(4, 25) * MINUTE, () => {
          const queueId = world.state.tickets.get(ticketId)?.queueId
          world.homeward.set(ticketId, Number.POSITIVE_INFINITY)
          if (order({ type: 'requeue-ticket', ticketId }) !== null && queueId !== undefined) wake(world, queueId)
        })
      }
      ready()
    })
    return
  }
  todo.at(clock() + chance.between(15, 70) * 1000, () => {
    order({ type: 'serve-ticket', counterId })
    const ticket = world.state.tickets.get(ticketId)
    const queueId = ticket?.queueId ?? ''
    const minutes = chance.around(world.house.queues.get(queueId)?.minutes ?? 10, habits.serviceSpread)
    todo.at(clock() + Math.min(120, Math.max(0.5, minutes)) * MINUTE, () => end(world, counterId, ticketId, queueId, ready))
  })
}

function end(world: World, counterId: string, ticketId: string, queueId: string, ready: () => void): void {
  const { habits, chance, todo, order, clock, house } = world
  if (chance.happens(habits.hold)) {
    order({ type: 'hold-ticket', counterId, reason: '复印材料' })
    const resume = (): void => {
      // A counter that has closed for the day resumes nobody.
      if (world.state.tickets.get(ticketId)?.status !== 'held' || counterState(world.state, counterId).state === 'closed') return
      world.idle.delete(counterId)
      if (order({ type: 'resume-ticket', counterId, ticketId }) === null) todo.at(clock() + 2 * MINUTE, resume)
      else {
        todo.at(clock() + chance.around(3, 0.5) * MINUTE, () => {
          order({ type: 'finish-ticket', counterId })
          ready()
        })
      }
    }
    todo.at(clock() + chance.between(5, 15) * MINUTE, resume)
  } else if (chance.happens(habits.transfer) && house.hall.queues.length > 1) {
    const others = house.hall.queues.filter(({ id }) => id !== queueId)
    const toQueueId = others[Math.floor(chance.share() * others.length)]?.id ?? queueId
    order({ type: 'transfer-ticket', counterId, ticketId: null, toQueueId, toCounterId: null })
    world.homeward.set(ticketId, Number.POSITIVE_INFINITY)
    wake(world, toQueueId)
  } else order({ type: 'finish-ticket', counterId })
  ready()
}
