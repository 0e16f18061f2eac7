import type { LoggedEvent } from '../../gateway/domain/events.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { ordinary } from '../../gateway/domain/simulation/day-plan.ts'
import { openSimulation } from '../../gateway/domain/simulation/run-hall.ts'
import { readArrivalProfile } from '../../gateway/hall/read-arrivals.ts'
import { tinyHallModel } from './tiny-hall.ts'

/** The log of a small hall that lived so many days, by a seed of its own. */
export function simulatedDays(days: number): LoggedEvent[] {
  const events: LoggedEvent[] = []
  const simulation = openSimulation({
    hallModel: tinyHallModel(false),
    profile: readArrivalProfile(),
    habits: { ...ordinary, ticketsPerDay: 40 },
    days,
    seed: 3,
    state: emptyOffice(),
    witness: null,
    onFact: (fact, at) => void events.push({ ...fact, seq: events.length + 1, at, actor: 'guide', commandId: null }),
  })
  while (simulation.nextAt !== null) simulation.step()
  return events
}
