import { counterState } from '../counters/state.ts'
import type { Command } from '../../contract/commands.ts'
import { epochOf, minuteAt, minuteOf, weekdayOf } from '../../contract/hall-time.ts'
import { decide } from '../decide.ts'
import { type Decision, type Moment, type Subject, accept, refuse } from '../decision.ts'
import { evolve } from '../evolve.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { isInLine } from '../line/ticket-life.ts'
import { costsOf } from '../waits/costs-of.ts'
import { agenda } from './agenda.ts'
import { chanceOf } from './chance.ts'
import type { ArrivalProfile, Habits } from './day-plan.ts'
import { MINUTE, type World, arrive, closeCounter, end, makeReady, openCounter } from './hall-life.ts'
import { drawArrivals, expectedArrivals } from './rest-of-day.ts'

/** Paused counters are taken to come back after so many minutes. */
const PAUSE = 15
/** A day is not played longer than this, minutes. */
const LONGEST = 9 * 60

/** Orders that are given at a time, epoch ms. */
export type Orders = readonly { at: number; command: Command }[]

/** A visit played: since when it waited and when it was called, epoch ms; null = the day ended first. */
export interface PlayedVisit {
  readonly queueId: string
  readonly takenAt: number
  readonly calledAt: number | null
}

/**
 * Plays a hall on from how it stands until the end of its day: who waits is called, who is served goes, who is expected comes. The
 * state is changed: give a copy. The same seed gives the same rest of the day.
 */
export function playOn(
  hallModel: HallModel,
  state: OfficeState,
  profile: ArrivalProfile,
  habits: Habits,
  from: number,
  orders: Orders,
  seed: number,
): PlayedVisit[] {
  const { timeZone, hours } = hallModel.hall
  const todo = agenda()
  const chance = chanceOf(seed)
  const day = state.day ?? ''
  const midnight = epochOf(day, '00:00', timeZone)
  const visits = new Map<string, { queueId: string; takenAt: number; calledAt: number | null }>()
  const service = costsOf(hallModel, state, from).service
  let now = from
  let ids = 0
  const moment = (): Moment => ({
    now,
    day,
    minute: Math.floor((now - midnight) / MINUTE),
    weekday: weekdayOf(day),
    newId: () => `what-if ${++ids}`,
  })
  const order = (command: Command, then?: (done: Subject | null) => void): void => {
    const decision =
      command.type === 'take-ticket'
        ? plainTicket(hallModel, command, moment())
        : decide(hallModel, state, command, 'what-if', moment())
    if (!decision.ok) return then?.(null)
    for (const fact of decision.events) {
      evolve(state, { ...fact, seq: state.seq + 1, at: now, actor: 'what-if', commandId: null })
      if (fact.type === 'ticket-taken')
        visits.set(fact.ticketId, { queueId: fact.queueId, takenAt: now, calledAt: null })
      const visit = fact.type === 'ticket-called' ? visits.get(fact.ticketId) : undefined
      if (visit && visit.calledAt === null) visit.calledAt = now
    }
    then?.(decision.subject)
  }
  const world: World = {
    hallModel,
    habits,
    state,
    todo,
    chance,
    order,
    clock: () => now,
    service,
    pace: () => 1,
    door: () => ({ terminalId: null, printer: 'none' }),
    idle: new Set(),
    away: new Set(),
    homeward: new Map(),
  }

  for (const ticket of state.line.tickets.values()) {
    if (!isInLine(ticket.status)) continue
    visits.set(ticket.id, { queueId: ticket.queueId, takenAt: ticket.takenAt, calledAt: null })
    const patience = chance.waitFor(habits.patience) * MINUTE
    world.homeward.set(ticket.id, chance.happens(habits.noShow) ? 0 : now + patience)
  }
  for (const { id } of hallModel.hall.counters) {
    const { state: is, ticketId } = counterState(state, id)
    const ticket = state.line.tickets.get(ticketId ?? '')
    if (is === 'paused') todo.at(now + PAUSE * MINUTE, () => openCounter(world, id))
    else if (ticket) {
      const left = Math.max(
        0.35 * service(ticket.queueId),
        service(ticket.queueId) - (now - (ticket.calledAt ?? now)) / MINUTE,
      )
      todo.at(now + chance.around(left, 0.5) * MINUTE, () => {
        order({ type: 'serve-ticket', counterId: id })
        end(world, id, ticket.id, ticket.queueId, () => makeReady(world, id))
      })
    } else if (is === 'open') makeReady(world, id)
  }
  for (const { at, command } of orders) todo.at(Math.max(at, now), () => give(world, command))
  const minute = minuteAt(from, timeZone)
  for (const { id } of hallModel.hall.queues)
    for (const at of drawArrivals(expectedArrivals(hallModel, state, profile, id, minute), minute, chance))
      todo.at(midnight + at * MINUTE, () => arrive(world, id))
  const last = Math.max(midnight + (minuteOf(hours.close) + 30) * MINUTE, from + (hallModel.alwaysOpen ? LONGEST : 0))
  for (const { id } of hallModel.hall.counters) todo.at(last, () => closeCounter(world, id, day))
  for (
    let next = todo.next();
    next !== null && next.when <= Math.min(last, from + LONGEST * MINUTE);
    next = todo.next()
  ) {
    now = Math.max(now, Math.round(next.when))
    next.what()
  }
  return [...visits.values()]
}

/** A number without a forecast: nobody reads it, and reckoning it is nearly all the work. */
function plainTicket(
  hallModel: HallModel,
  { queueId, priority }: Extract<Command, { type: 'take-ticket' }>,
  { day, newId }: Moment,
): Decision {
  const queue = hallModel.queues.get(queueId ?? '')
  if (!queue) return refuse('unknown-queue', { queueId })
  const ticketId = newId()
  const plain = { matterId: null, terminalId: null, missing: [], token: ticketId, number: `${queue.series}000` }
  return accept(
    [{ type: 'ticket-taken', ticketId, day, series: queue.series, queueId: queue.id, priority, ...plain }],
    { ticketId },
  )
}

/** Clerks do as ordered: a counter that opens calls, one that is busy closes after its visitor. */
function give(world: World, command: Command): void {
  if (command.type === 'open-counter') {
    openCounter(world, command.counterId)
  } else if (command.type === 'close-counter') {
    world.away.add(command.counterId)
    closeCounter(world, command.counterId, world.state.day)
  } else world.order(command)
}
