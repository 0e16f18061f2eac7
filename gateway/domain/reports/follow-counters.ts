import type { LoggedEvent } from '../events.ts'
import type { OpenSpan } from './day-facts.ts'

/**
 * For how long each counter is open, and for which queues: an arrangement that changes ends one span and begins another. A counter that
 * nobody closed counts until the last thing that was done at it, not through the night. Spans are put into `opened`.
 */
export function followCounters(
  queuesOf: (counterId: string) => readonly string[],
  opened: OpenSpan[],
): { read(event: LoggedEvent, counterOf: (ticketId: string) => string | null): void; close(): void } {
  const since = new Map<string, number>()
  const lastAt = new Map<string, number>()
  const assigned = new Map<string, readonly string[]>()
  const tides = new Map<string, readonly string[]>()
  const shut = (counterId: string, to: number): void => {
    const from = since.get(counterId)
    since.delete(counterId)
    if (from === undefined || to <= from) return
    opened.push({ counterId, queues: assigned.get(counterId) ?? queuesOf(counterId), from, to })
  }
  function arrange(counterIds: readonly string[], queues: readonly string[] | null, at: number): void {
    for (const counterId of counterIds) {
      const isOpen = since.has(counterId)
      shut(counterId, at)
      if (queues === null) assigned.delete(counterId)
      else assigned.set(counterId, queues)
      if (isOpen) since.set(counterId, at)
    }
  }
  const leaveTides = (counterId: string): void => {
    for (const [id, counters] of tides)
      tides.set(
        id,
        counters.filter((one) => one !== counterId),
      )
  }
  return {
    read(event, counterOf) {
      const { at } = event
      const counterId =
        'counterId' in event ? event.counterId : 'ticketId' in event ? counterOf(String(event.ticketId)) : null
      if (typeof counterId === 'string') lastAt.set(counterId, Math.max(at, lastAt.get(counterId) ?? 0))
      switch (event.type) {
        case 'counter-opened':
          if (!since.has(event.counterId)) since.set(event.counterId, at)
          return
        case 'counter-paused':
        case 'counter-closed':
          return shut(event.counterId, at)
        case 'counter-assigned':
        case 'counter-restored':
          leaveTides(event.counterId)
          return arrange([event.counterId], event.type === 'counter-assigned' ? event.queues : null, at)
        case 'tide-came':
          tides.set(event.tideId, event.counters)
          return arrange(event.counters, event.queues, at)
        case 'tide-went':
          arrange(tides.get(event.tideId) ?? [], null, at)
          tides.delete(event.tideId)
      }
    },
    close() {
      for (const counterId of [...since.keys()]) shut(counterId, lastAt.get(counterId) ?? 0)
    },
  }
}
