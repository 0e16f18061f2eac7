import type { HallModel } from '../hall-model.ts'
import type { Place } from './course.ts'

/** Where things stand in the hall, as far as figures are sorted by it. Plain data within, so that a thread can be given it. */
export interface HallPlaces {
  readonly timeZone: string
  queuesOf(counterId: string): readonly string[]
  floorOf(place: Place): string | null
  departmentOf(place: Place): string | null
  floorOfCounter(counterId: string): string | null
  departmentOfCounter(counterId: string): string | null
  floorOfTerminal(terminalId: string | null): string | null
  /** The hall's department of this name; null = it has none. */
  departmentNamed(name: string | null): string | null
}

export interface PlacesData {
  readonly timeZone: string
  readonly counters: Readonly<Record<string, { floor: string; department: string | null; queues: readonly string[] }>>
  readonly terminals: Readonly<Record<string, string>>
  /** Department of a matter. */
  readonly matters: Readonly<Record<string, string>>
  /** Id of a department by its name. */
  readonly departments: Readonly<Record<string, string>>
}

export const placesData = ({ hall, matters }: HallModel): PlacesData => ({
  timeZone: hall.timeZone,
  counters: Object.fromEntries(
    hall.counters.map(({ id, floor, department, queues }) => [id, { floor, department, queues }]),
  ),
  terminals: Object.fromEntries(hall.terminals.map(({ id, floor }) => [id, floor])),
  matters: Object.fromEntries([...matters.values()].map(({ id, department }) => [id, department])),
  departments: Object.fromEntries(hall.departments.map(({ id, name }) => [name, id])),
})

/**
 * The floor of a number is that of its counter, before a call that of the first counter of its queue. Its department is that of its
 * matter; a number without one belongs to its counter's, else to the one department that all counters of its queue belong to.
 */
export function hallPlaces({ timeZone, counters, terminals, matters, departments }: PlacesData): HallPlaces {
  const ofQueue = new Map<string, { floor: string; department: string | null }>()
  for (const { floor, department, queues } of Object.values(counters))
    for (const queueId of queues) {
      const known = ofQueue.get(queueId)
      if (!known) ofQueue.set(queueId, { floor, department })
      else if (known.department !== department) known.department = null
    }
  return {
    timeZone,
    queuesOf: (counterId) => counters[counterId]?.queues ?? [],
    floorOf: ({ counterId, queueId }) => counters[counterId ?? '']?.floor ?? ofQueue.get(queueId ?? '')?.floor ?? null,
    departmentOf: ({ counterId, queueId, matterId }) =>
      matters[matterId ?? ''] ??
      counters[counterId ?? '']?.department ??
      ofQueue.get(queueId ?? '')?.department ??
      null,
    floorOfCounter: (counterId) => counters[counterId]?.floor ?? null,
    departmentOfCounter: (counterId) => counters[counterId]?.department ?? null,
    floorOfTerminal: (terminalId) => terminals[terminalId ?? ''] ?? null,
    departmentNamed: (name) => departments[name ?? ''] ?? null,
  }
}
