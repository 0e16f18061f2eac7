import { quantileOfSorted } from './quantile.ts'
import { BOTH_SIDES, type KnownErrors, SIDE } from './shown-band.ts'
import type { QueueMemory } from './wait-memory.ts'

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
  const { perPlace, off } = memory
  const inOrder = sorted(off)
  const lessons: QueueLessons = {
    perPlace: perPlace.length === 0 ? 0 : quantileOfSorted(sorted(perPlace), 0.5),
    errors:
      off.length === 0
        ? { seen: 0, low: 0, high: 0, either: 0 }
        : {
            seen: off.length,
            low: quantileOfSorted(inOrder, SIDE),
            high: quantileOfSorted(inOrder, 1 - SIDE),
            either: quantileOfSorted(sorted(off.map(Math.abs)), BOTH_SIDES),
          },
  }
  known.set(memory, { seen: memory.seen, lessons })
  return lessons
}
