import { minuteOf } from '../../contract/hall-time.ts'
import type { Command } from '../../contract/commands.ts'
import { decide, turnDay } from '../decide.ts'
import type { Moment, Subject } from '../decision.ts'
import type { OfficeEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { agenda } from './agenda.ts'
import { chanceOf } from './chance.ts'
import { type ArrivalProfile, type Habits, LUNCH, arrivalsOf, staffed } from './day-plan.ts'
import { MINUTE, type World, arrive, closeCounter, goAway, openCounter } from './hall-life.ts'

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

export interface SimulationDeps {
  hallModel: HallModel
  profile: ArrivalProfile
  habits: Habits
  days: number
  seed: number
  state: OfficeState
  witness: Witness | null
  onFact: ((event: OfficeEvent, at: number) => void) | null
  /** How many times as many come to a queue at a minute of the day; not there = as always. */
  crowd?: (weekday: number, minute: number, queueId: string) => number
}

/**
 * Whole days of a hall by discrete events. People and clerks are played; every order they give goes through the hall's own
 * `decide` and `evolve`. The same seed gives the same days.
 */
export function openSimulation(deps: SimulationDeps): Simulation {
  const { hallModel, profile, habits, days, state } = deps
  const todo = agenda()
  const chance = chanceOf(deps.seed)
  let now = FIRST_MIDNIGHT
  let ids = 0
  const minutesOf = (queueId: string): number => (hallModel.queues.get(queueId)?.minutes ?? 10) * habits.serviceFactor
  const world: World = {
    hallModel,
    habits,
    state,
    todo,
    chance,
    order,
    clock: () => now,
    service: minutesOf,
    pace: () => 1,
    door: () => ({ terminalId: null, printer: 'none' }),
    idle: new Set(),
    away: new Set(),
    homeward: new Map(),
  }

  function momentAt(): Moment {
    const since = now - FIRST_MIDNIGHT
    const date = Math.floor(since / (24 * 60 * MINUTE))
    const day = new Date(FIRST_MIDNIGHT + 8 * 60 * MINUTE + date * 24 * 60 * MINUTE).toISOString().slice(0, 10)
    return { now, day, minute: Math.floor((since / MINUTE) % 1440), weekday: (date % 7) + 1, newId: () => `s${++ids}` }
  }
  function record(facts: readonly OfficeEvent[]): void {
    for (const fact of facts) {
      evolve(state, { ...fact, seq: state.seq + 1, at: now, actor: 'simulation', commandId: null })
      deps.onFact?.(fact, now)
    }
  }
  function order(command: Command, then?: (done: Subject | null) => void): void {
    const decision = decide(hallModel, state, command, 'simulation', momentAt())
    if (!decision.ok) return then?.(null)
    record(decision.events)
    deps.witness?.(command, decision.subject, now)
    then?.(decision.subject)
  }

  function crowded(arrivals: [number, string][], weekday: number): [number, string][] {
    const { crowd } = deps
    if (!crowd) return arrivals
    return arrivals.flatMap((one) => {
      const times = crowd(weekday, ...one)
      return Array<typeof one>(Math.floor(times) + (chance.happens(times % 1) ? 1 : 0)).fill(one)
    })
  }

  for (let day = 0, worked = 0; worked < days; day++) {
    const weekday = (day % 7) + 1
    if (!hallModel.hall.hours.weekdays.includes(weekday)) continue
    worked++
    todo.at(FIRST_MIDNIGHT + day * 1440 * MINUTE, () => {
      record(turnDay(state, momentAt().day))
      planDay(
        world,
        FIRST_MIDNIGHT + day * 1440 * MINUTE,
        weekday,
        crowded(arrivalsOf(hallModel, profile, habits, weekday, chance), weekday),
      )
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

/** What happens on a day that begins at `midnight`, epoch ms; of a day that is under way, what happens after `from`. */
export function planDay(
  world: World,
  midnight: number,
  weekday: number,
  arrivals: readonly [number, string][],
  from = midnight,
): void {
  const { hallModel, habits, todo, chance } = world
  const { open, close } = hallModel.hall.hours
  world.idle.clear()
  world.homeward.clear()
  const counters = staffed(hallModel, habits, weekday)
  for (const [place, counterId] of counters.entries()) {
    const at = (minute: number, what: () => void): void => {
      if (midnight + minute * MINUTE >= from) todo.at(midnight + minute * MINUTE, what)
    }
    const opens = midnight + (minuteOf(open) + chance.between(-5, 6)) * MINUTE
    todo.at(Math.max(from, opens), () => openCounter(world, counterId))
    // Two shifts eat one after the other, so that each queue goes on.
    const half = (LUNCH.to - LUNCH.from) / 2
    at(LUNCH.from + (place % 2) * half + chance.between(0, 5), () => goAway(world, counterId, '午休', half - 5))
    for (let pause = 0; pause < habits.pauses; pause++) {
      const minutes = chance.between(4, 14)
      at(chance.between(minuteOf(open) + 20, minuteOf(close) - 40), () => goAway(world, counterId, '临时离开', minutes))
    }
    at(minuteOf(close) + 15 + chance.between(0, 30), () => closeCounter(world, counterId, world.state.day))
  }
  for (const [minute, queueId] of arrivals)
    if (midnight + minute * MINUTE >= from) todo.at(midnight + minute * MINUTE, () => arrive(world, queueId))
}
