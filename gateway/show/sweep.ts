import { plainReading } from '../views/plain-reading.ts'
import type { Sources } from './recorded.ts'
import { type Room, rowsText } from './rooms.ts'
import type { Show, Tasks } from './show.ts'
import { rowsTopics, viewOfTopic } from './topics.ts'

export interface Sweep {
  /** Topics looked at, and how many of them were not as they are when made afresh. */
  readonly counts: { compared: number; different: number }
  close(): void
}

const EACH_MS = 1_000

/**
 * The guard of the show path: one topic a second is made afresh and compared with what its listeners hold. One that differs is told
 * to `onDifference` and made right for everybody.
 */
export function openSweep(show: Show, sources: Sources, tasks: Tasks, onDifference: (topic: string) => void): Sweep {
  const counts = { compared: 0, different: 0 }
  let left: string[] = []
  const stop = tasks.every(EACH_MS, () => {
    show.invalidate()
    if (left.length === 0) left = [...show.rooms.keys()]
    const topic = left.pop()
    const room = show.rooms.get(topic ?? '')
    // What is about to be told is looked at in the next round.
    if (topic === undefined || !room || !show.isUpToDate(topic)) return
    counts.compared += 1
    if (isRight(room, sources, topic)) return
    counts.different += 1
    onDifference(topic)
    show.invalidate('all')
  })
  return { counts, close: stop }
}

/** Whether listeners of a topic hold what it is when made afresh. */
export const isRight = (room: Room, sources: Sources, topic: string): boolean => room.held() === afresh(sources, topic)

/** The text of a topic, made from nothing but what is true now. */
export function afresh(sources: Sources, topic: string): string {
  const reading = plainReading({
    hallModel: sources.hallModel(),
    state: sources.state(),
    now: sources.now(),
    live: sources.live,
  })
  const rows = rowsTopics.get(topic)
  if (!rows) return JSON.stringify(viewOfTopic(reading, topic)) ?? 'null'
  const text = (id: string): string => JSON.stringify(rows.row(reading, id)) ?? 'null'
  return rowsText(rows.ids(reading).map((id) => [id, text(id)]))
}
