import { counterState } from '../counters/state.ts'
import type { Command } from '../../contract/commands.ts'
import type { Subject } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import { countersOf } from '../counters/serving.ts'
import type { OfficeState } from '../office-state.ts'
import { isInLine } from '../line/ticket-life.ts'
import type { Agenda } from './agenda.ts'
import type { Chance } from './chance.ts'
import type { Habits } from './day-plan.ts'

export const MINUTE = 60_000

/** Where people take their numbers, and whether a slip comes out there. */
export type Door = Pick<Extract<Command, { type: 'take-ticket' }>, 'terminalId' | 'printer'>

/** A hall in which people and clerks are played; every order goes through the hall's own rules. */
export interface World {
  hallModel: HallModel
  habits: Habits
  state: OfficeState
  todo: Agenda
  chance: Chance
  /** Gives an order; `then` hears what came of it, null = refused. A hall that writes to a disk answers later. */
  order: (command: Command, then?: (done: Subject | null) => void) => void
  /** How long a clerk takes for each step against an ordinary one; 1 = as long. */
  pace: (counterId: string) => number
  /** Where the next one comes in. */
  door: () => Door
  clock: () => number
  /** Mean minutes of a service at a counter, before its pace. */
  service: (queueId: string, counterId: string) => number
  /** Open counters with nobody to call. */
  idle: Set<string>
  /** Counters whose clerk pauses as soon as the present visitor is done. */
  away: Set<string>
  /** When the patience of a visitor ends, by ticket. */
  homeward: Map<string, number>
}

export function openCounter(world: World, counterId: string): void {
  world.order({ type: 'open-counter', counterId }, () => lookUp(world, counterId))
}

/** Pauses now, or when the present visitor is done. */
export function goAway(world: World, counterId: string, reason: string, minutes: number): void {
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
export function closeCounter(world: World, counterId: string, day: string | null): void {
  world.idle.delete(counterId)
  if (world.state.day !== day || counterState(world.state, counterId).state === 'closed') return
  world.order({ type: 'close-counter', counterId }, (done) => {
    if (done === null) world.todo.at(world.clock() + 5 * MINUTE, () => closeCounter(world, counterId, day))
  })
}

export function arrive(world: World, queueId: string): void {
  const priority = world.chance.happens(world.habits.priority) ? '老人' : null
  const whatFor = { queueId, matterId: null, missing: [], accessible: false }
  world.order({ type: 'take-ticket', ...whatFor, priority, ...world.door() }, (taken) => {
    if (taken?.ticketId != null) waitFor(world, queueId, taken.ticketId)
  })
}

/** Who has a number has so much patience, and an idle clerk sees who came. */
function waitFor(world: World, queueId: string, ticketId: string): void {
  const { habits, chance } = world
  const patience = chance.waitFor(habits.patience) * MINUTE
  world.homeward.set(ticketId, chance.happens(habits.noShow) ? 0 : world.clock() + patience)
  // One in four who go home says so on the phone.
  if (chance.happens(0.25))
    world.todo.at(world.clock() + patience, () => {
      if (isWaiting(world, ticketId)) world.order({ type: 'cancel-ticket', ticketId })
    })
  wake(world, queueId)
}

const isWaiting = (world: World, ticketId: string): boolean =>
  isInLine(world.state.line.tickets.get(ticketId)?.status ?? 'done')

/** An idle clerk of the queue notices the newcomer. */
export function wake(world: World, queueId: string): void {
  const free = countersOf(world.hallModel, world.state, queueId).find(({ id }) => world.idle.has(id))
  if (!free) return
  world.idle.delete(free.id)
  world.todo.at(world.clock() + world.chance.between(4, 15) * 1000, () => lookUp(world, free.id))
}

/** The clerk calls the next one, or waits for somebody to come. */
export function lookUp(world: World, counterId: string): void {
  const counter = counterState(world.state, counterId)
  if (counter.state !== 'open' || counter.ticketId !== null || world.away.has(counterId)) return
  world.order({ type: 'call-next', counterId }, (called) => {
    if (called?.ticketId == null) world.idle.add(counterId)
    else receive(world, counterId, called.ticketId)
  })
}

/** After a moment the clerk looks who is next. */
export const makeReady = (world: World, counterId: string): void =>
  world.todo.at(world.clock() + world.pace(counterId) * world.chance.between(8, 40) * 1000, () =>
    lookUp(world, counterId),
  )

/** Still there: nobody else has sent the visitor on meanwhile. */
const isAt = (world: World, counterId: string, ticketId: string): boolean =>
  counterState(world.state, counterId).ticketId === ticketId

export function receive(world: World, counterId: string, ticketId: string): void {
  const { habits, chance, todo, order, clock } = world
  const ready = (): void => makeReady(world, counterId)
  const slow = world.pace(counterId)
  const whileHere = (what: () => void) => (): void => {
    if (isAt(world, counterId, ticketId)) what()
  }
  if ((world.homeward.get(ticketId) ?? 0) < clock()) {
    const recall = whileHere(() => order({ type: 'recall-ticket', counterId }))
    todo.at(clock() + slow * chance.between(40, 80) * 1000, recall)
    const miss = whileHere(() => {
      order({ type: 'miss-ticket', counterId })
      if (chance.happens(habits.comeBack)) {
        todo.at(clock() + chance.between(4, 25) * MINUTE, () => {
          const queueId = world.state.line.tickets.get(ticketId)?.queueId
          world.homeward.set(ticketId, Number.POSITIVE_INFINITY)
          order({ type: 'requeue-ticket', ticketId }, (back) => {
            if (back !== null && queueId !== undefined) wake(world, queueId)
          })
        })
      }
      ready()
    })
    todo.at(clock() + slow * chance.between(90, 150) * 1000, miss)
    return
  }
  const serve = whileHere(() => {
    order({ type: 'serve-ticket', counterId })
    const ticket = world.state.line.tickets.get(ticketId)
    const queueId = ticket?.queueId ?? ''
    const minutes = chance.around(world.service(queueId, counterId), habits.serviceSpread)
    const leave = whileHere(() => end(world, counterId, ticketId, queueId, ready))
    todo.at(clock() + slow * Math.min(120, Math.max(0.5, minutes)) * MINUTE, leave)
  })
  todo.at(clock() + slow * chance.between(15, 70) * 1000, serve)
}

/** The visitor is done, fetches a copy, or goes on to another queue. */
export function end(world: World, counterId: string, ticketId: string, queueId: string, ready: () => void): void {
  const { habits, chance, todo, order, clock, hallModel } = world
  if (chance.happens(habits.hold)) {
    order({ type: 'hold-ticket', counterId, reason: '复印材料' })
    const resume = (): void => {
      // A counter that has closed for the day resumes nobody.
      if (
        world.state.line.tickets.get(ticketId)?.status !== 'held' ||
        counterState(world.state, counterId).state === 'closed'
      )
        return
      world.idle.delete(counterId)
      order({ type: 'resume-ticket', counterId, ticketId }, (back) => {
        if (back === null) return todo.at(clock() + 2 * MINUTE, resume)
        todo.at(clock() + chance.around(3, 0.5) * MINUTE, () => {
          order({ type: 'finish-ticket', counterId })
          ready()
        })
      })
    }
    todo.at(clock() + chance.between(5, 15) * MINUTE, resume)
  } else if (chance.happens(habits.transfer) && hallModel.hall.queues.length > 1) {
    const others = hallModel.hall.queues.filter(({ id }) => id !== queueId)
    const toQueueId = others[Math.floor(chance.share() * others.length)]?.id ?? queueId
    order({ type: 'transfer-ticket', counterId, ticketId: null, toQueueId, toCounterId: null })
    world.homeward.set(ticketId, Number.POSITIVE_INFINITY)
    wake(world, toQueueId)
  } else order({ type: 'finish-ticket', counterId })
  ready()
}
