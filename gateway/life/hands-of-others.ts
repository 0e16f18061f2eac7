import type { LoggedEvent } from '../domain/events.ts'
import { monotonic } from '../time.ts'

/** A counter that somebody pressed at is left to them for so long after the last press. */
const LEFT_MS = 180_000

export interface HandsOfOthers {
  /** Takes in what was done; `own` is the actor of those who are played. */
  see(event: LoggedEvent): void
  /** Somebody works at this counter. */
  isAt(counterId: string): boolean
  /** Counters that nobody works at any more; each is told once. */
  released(): string[]
}

/** Who of the counters is in somebody's hands: their press always wins. The hall's own doings (`hall`) are nobody's hands. */
export function handsOfOthers(
  own: string,
  counterOf: (ticketId: string) => string | null,
  ticks = monotonic,
): HandsOfOthers {
  const until = new Map<string, number>()
  return {
    see(event) {
      if (event.actor === own || event.actor === 'hall' || !/^(counter|ticket|step)-/.test(event.type)) return
      const counterId =
        'counterId' in event && event.counterId !== null
          ? event.counterId
          : 'ticketId' in event && event.ticketId !== null
            ? counterOf(event.ticketId)
            : null
      if (counterId !== null) until.set(counterId, ticks() + LEFT_MS)
    },
    isAt: (counterId) => (until.get(counterId) ?? 0) > ticks(),
    released() {
      const over = [...until].filter(([, end]) => end <= ticks()).map(([counterId]) => counterId)
      for (const counterId of over) until.delete(counterId)
      return over
    },
  }
}
