import { expect, test } from 'vitest'
import type { OfficeEvent } from '../../gateway/domain/events.ts'
import { evolve } from '../../gateway/domain/evolve.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { ordinary } from '../../gateway/domain/simulation/day-plan.ts'
import { openSimulation } from '../../gateway/domain/simulation/run-hall.ts'
import {
  closeLessons,
  isTrusted,
  learnVisit,
  learntWait,
  nothingLearnt,
} from '../../gateway/domain/waits/learnt-wait.ts'
import type { Forecast } from '../../gateway/domain/waits/wait-memory.ts'
import { readArrivalProfile } from '../../gateway/hall/read-arrivals.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

/** A hall whose waits are twice what both estimates say at eleven, and as said otherwise. */
function day(memory: ReturnType<typeof nothingLearnt>, atEleven: number): void {
  for (let one = 0; one < 200; one++) {
    const minute = one % 2 === 0 ? 660 : 900
    const known = { place: 10 + (one % 20), replay: 10 + (one % 20), ahead: one % 20, open: 3, minute }
    const minutes = known.place * (minute === 660 ? atEleven : 1)
    learnVisit(memory, known, minutes, { learnt: learntWait(memory, known, known.place), mixed: known.place })
  }
  closeLessons(memory)
}
const at = (minute: number) => ({ place: 20, replay: 20, ahead: 10, open: 3, minute })

test('W16 nothing is learnt before the first day is over, and nothing is trusted before it has proved itself', () => {
  const memory = nothingLearnt()
  expect(learntWait(memory, at(660), 20)).toBeNull()
  day(memory, 2)
  expect(isTrusted(memory)).toBe(false)
  expect(learntWait(memory, at(660), 20)).toBeGreaterThan(32)
  expect(learntWait(memory, at(900), 20)).toBeLessThan(24)
  day(memory, 2)
  expect(isTrusted(memory)).toBe(true)
})

test('W16 the guard takes the trust away when the hall has changed, and never lets it run off', () => {
  const memory = nothingLearnt()
  day(memory, 2)
  day(memory, 2)
  expect(isTrusted(memory)).toBe(true)
  day(memory, 0.4)
  expect(isTrusted(memory)).toBe(false)
  const wild = { ...memory, weights: memory.weights?.map((one) => one * 40) ?? null }
  expect(learntWait(wild, at(660), 20)).toBe(40)
})

test('W16 a hall gets better by its own days, and its log gives the same lessons again', { timeout: 120_000 }, () => {
  const tiny = tinyHallModel(false)
  const counters = Array.from({ length: 8 }, (_, place) => ({
    ...(tiny.hall.counters[0] as (typeof tiny.hall.counters)[number]),
    id: String(place + 1),
    queues: place < 4 ? ['A', 'B'] : [place % 2 === 0 ? 'A' : 'B'],
  }))
  const hallModel = buildHallModel({ ...tiny.hall, counters }, [], false)
  const log: [OfficeEvent, number][] = []
  const state = emptyOffice()
  const habits = { ...ordinary, ticketsPerDay: 260 }
  const simulation = openSimulation({
    hallModel,
    habits,
    profile: readArrivalProfile(),
    days: 10,
    seed: 5,
    state,
    witness: null,
    onFact: (event, now) => void log.push([structuredClone(event), now]),
  })
  while (simulation.nextAt !== null) simulation.step()

  const told = new Map<string, { at: number; forecast: Forecast; day: string }>()
  const off = { shown: 0, mixed: 0, rows: 0 }
  for (const [event, now] of log) {
    if (event.type === 'ticket-taken' && event.forecast && event.priority === null)
      told.set(event.ticketId, { at: now, forecast: event.forecast, day: event.day })
    if (event.type !== 'ticket-called') continue
    const one = told.get(event.ticketId)
    told.delete(event.ticketId)
    if (!one || one.forecast.shown === one.forecast.mixed) continue
    off.shown += Math.abs(one.forecast.shown - (now - one.at) / 60_000)
    off.mixed += Math.abs((one.forecast.mixed ?? 0) - (now - one.at) / 60_000)
    off.rows += 1
  }
  expect(off.rows).toBeGreaterThan(500)
  expect(off.shown).toBeLessThan(off.mixed * 0.99)

  const again = emptyOffice()
  for (const [event, now] of log)
    evolve(again, { ...event, seq: again.seq + 1, at: now, actor: 'simulation', commandId: null })
  expect(again.waits.lessons).toEqual(state.waits.lessons)
  expect(again.waits.memory).toEqual(state.waits.memory)
  expect(again.waits.leavers).toEqual(state.waits.leavers)
})
