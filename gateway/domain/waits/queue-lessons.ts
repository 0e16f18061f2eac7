import { quantileOfSorted } from './quantile.ts'
import { type KnownErrors, SIDE } from './shown-band.ts'
import type { HallOff, QueueMemory } from './wait-memory.ts'

/** What a queue's memory comes to. */
export interface QueueLessons {
  /** Median minutes per place; 0 = none known. */
  readonly perPlace: number
  readonly errors: KnownErrors
}

const known = new WeakMap<QueueMemory, { seen: number; lessons: QueueLessons }>()
const sorted = (values: readonly number[]): Float64Array => Float64Array.from(values).sort()

/** Sorting is dear and memories change seldom: worked out once for each wait that was learnt. */
export function lessonsOf(memory: QueueMemory): QueueLessons {
  const before = known.get(memory)
  if (before?.seen === memory.seen) return before.lessons
  const { perPlace } = memory
  const lessons: QueueLessons = {
    perPlace: perPlace.length === 0 ? 0 : quantileOfSorted(sorted(perPlace), 0.5),
    errors: errorsOf(memory.off),
  }
  known.set(memory, { seen: memory.seen, lessons })
  return lessons
}

/** What the errors come to, each in spreads of its forecast. */
export function errorsOf(off: readonly number[]): KnownErrors {
  if (off.length === 0) return { seen: 0, low: 0, high: 0, either: 0 }
  const inOrder = sorted(off)
  return {
    seen: off.length,
    low: quantileOfSorted(inOrder, SIDE),
    high: quantileOfSorted(inOrder, 1 - SIDE),
    either: quantileOfSorted(sorted(off.map(Math.abs)), 1 - 2 * SIDE),
  }
}

const knownOfHall = new WeakMap<HallOff, { seen: number; errors: KnownErrors }>()

/** The errors of the whole hall, worked out anew after every few of them. */
export function hallErrors(hallOff: HallOff): KnownErrors {
  const before = knownOfHall.get(hallOff)
  const seen = Math.floor(hallOff.seen / HALL_EACH)
  if (before?.seen === seen) return before.errors
  const errors = errorsOf(hallOff.off)
  knownOfHall.set(hallOff, { seen, errors })
  return errors
}
const HALL_EACH = 10
