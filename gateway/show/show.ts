import type { ReadKey } from '../views/reading.ts'
import type { Recorded } from './recorded.ts'
import { type Listener, type Room, openRoom, partOf } from './rooms.ts'
import { RANKS, isCalm, rankOf } from './topics.ts'

export interface Show {
  /** Replaces what a listener hears, and tells it at once what it does not hold yet. */
  listen(listener: Listener, topics: readonly string[]): void
  leave(listener: Listener): void
  /** Hears one view within this process; `hear` gets it at once and whenever it changes. Gives back how to stop. */
  watch<View>(topic: string, hear: (view: View) => void): () => void
  /** Something was touched, by a fact or beside the log: whoever shows it is told, as long as it comes out different. */
  invalidate(...keys: readonly ReadKey[]): void
  /** Listeners of a topic, to know which screens are there. */
  audience(topic: string): number
  /** Rooms that are open, by topic. */
  readonly rooms: ReadonlyMap<string, Room>
  /** Whether all who listen to this topic hold what is true now. */
  isUpToDate(topic: string): boolean
  close(): void
}

export interface ShowDeps {
  recorded: Recorded
  /** Of the last fact on disk. */
  seq: () => number
  tasks: Tasks
}
/** Time and turns of the process; milliseconds that never go back. */
export interface Tasks {
  elapsed(): number
  soon(task: () => void): void
  every(ms: number, task: () => void): () => void
}

/** Others get their turn after that: a socket must not wait for a thousand phones. */
const TURN_MS = 8
const TICK_MS = 1_000
/** A calm topic is told at once, and then again with the first tick after so long. */
const CALM_MS = 900

/** What changed → which views → who hears. Made once, serialised once, sent only when it came out different. */
export function openShow({ recorded, seq, tasks }: ShowDeps): Show {
  const rooms = new Map<string, Room>()
  const topicsOf = new Map<Listener, Set<string>>()
  /** By rank: rooms that may have news, with the rows of theirs; null = the view or the list of rows. */
  const waiting = Array.from({ length: RANKS }, () => new Map<string, Set<string | null>>())
  /** When calm topics were last told. */
  const toldAt = new Map<string, number>()
  let closed = false
  let running = false

  function mark(names: readonly string[]): void {
    for (const name of names) {
      const part = partOf(name)
      if (part === null || !rooms.has(part.topic)) continue
      const ofRank = waiting[rankOf(part.topic)] as Map<string, Set<string | null>>
      ofRank.set(part.topic, (ofRank.get(part.topic) ?? new Set()).add(part.row))
    }
    if (running) return
    running = true
    tasks.soon(run)
  }
  /** Begins in a turn of its own: the one who pressed has the answer before a wall is made. */
  function run(): void {
    const from = tasks.elapsed()
    while (!closed && tellNext()) {
      if (tasks.elapsed() - from < TURN_MS) continue
      tasks.soon(run)
      return
    }
    running = false
  }
  /** One room is told its news; false = none may be told now. */
  function tellNext(): boolean {
    for (const ofRank of waiting)
      for (const [topic, parts] of ofRank) {
        if (isTooSoon(topic)) continue
        ofRank.delete(topic)
        tell(topic, parts)
        return true
      }
    return false
  }
  function tell(topic: string, parts: ReadonlySet<string | null>): void {
    const room = rooms.get(topic)
    const text = room?.news(seq(), parts) ?? null
    if (!room || text === null) return
    if (isCalm(topic)) toldAt.set(topic, tasks.elapsed())
    for (const listener of room.listeners) listener.send(text)
  }
  const isTooSoon = (topic: string): boolean =>
    isCalm(topic) && tasks.elapsed() - (toldAt.get(topic) ?? Number.NEGATIVE_INFINITY) < CALM_MS
  function leaveRoom(topic: string, listener: Listener): void {
    const room = rooms.get(topic)
    room?.listeners.delete(listener)
    if (!room || room.listeners.size > 0) return
    rooms.delete(topic)
    for (const ofRank of waiting) ofRank.delete(topic)
    toldAt.delete(topic)
    room.close()
  }
  function enterRoom(topic: string, listener: Listener): void {
    const room = rooms.get(topic) ?? openRoom(recorded, topic)
    rooms.set(topic, room)
    room.listeners.add(listener)
    listener.send(room.whole(seq()))
  }
  function listen(listener: Listener, topics: readonly string[]): void {
    mark(recorded.tick())
    const before = topicsOf.get(listener) ?? new Set()
    const after = new Set(topics)
    topicsOf.set(listener, after)
    for (const topic of before) if (!after.has(topic)) leaveRoom(topic, listener)
    for (const topic of after) if (!before.has(topic)) enterRoom(topic, listener)
  }
  function leave(listener: Listener): void {
    for (const topic of topicsOf.get(listener) ?? []) leaveRoom(topic, listener)
    topicsOf.delete(listener)
  }
  const stopTicking = tasks.every(TICK_MS, () => mark(recorded.tick()))

  return {
    listen,
    leave,
    watch<View>(topic: string, hear: (view: View) => void) {
      const listener: Listener = { send: (text) => hear((JSON.parse(text) as { view: View }).view) }
      listen(listener, [topic])
      return () => leave(listener)
    },
    invalidate(...keys) {
      const names = recorded.tick()
      names.push(...recorded.touch(keys))
      mark(names)
    },
    audience: (topic) => rooms.get(topic)?.listeners.size ?? 0,
    rooms,
    isUpToDate: (topic) => !waiting[rankOf(topic)]?.has(topic),
    close() {
      closed = true
      stopTicking()
    },
  }
}
