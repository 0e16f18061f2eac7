import { resolve } from 'node:path'
import { readHall } from '../../gateway/config.ts'
import type { LoggedEvent } from '../../gateway/domain/events.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { ordinary } from '../../gateway/domain/simulation/day-plan.ts'
import { openSimulation } from '../../gateway/domain/simulation/run-hall.ts'
import { readArrivalProfile } from '../../gateway/hall/read-arrivals.ts'
import type { LogRow } from '../../gateway/store/event-log.ts'
import { FIRST_HASH, bodyOf, chainHash } from '../../gateway/store/hash-chain.ts'

/** A row with the moment in which its hall writes it, epoch ms of the simulated day. */
export interface TimedRow extends LogRow {
  at: number
}

/** A simulated day of 3,000 numbers in the sample hall. */
export function dayOfAHall(): TimedRow[] {
  const read = readHall(resolve(import.meta.dirname, '../../assets/sample-hall'))
  if (!read.ok) throw new Error('the sample hall has faults')
  const rows: TimedRow[] = []
  let hash = FIRST_HASH
  const simulation = openSimulation({
    hallModel: buildHallModel(read.hall, read.matters, false),
    profile: readArrivalProfile(),
    habits: { ...ordinary, ticketsPerDay: 3_000 },
    days: 1,
    seed: 1,
    state: emptyOffice(),
    witness: null,
    onFact(fact, at) {
      const event: LoggedEvent = { ...fact, seq: rows.length + 1, at, actor: 'guide', commandId: null }
      const body = bodyOf(event)
      hash = chainHash(hash, body)
      rows.push({ seq: event.seq, body, hash, at })
    },
  })
  while (simulation.nextAt !== null) simulation.step()
  return rows
}
