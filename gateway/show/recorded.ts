import type { HallModel } from '../domain/hall-model.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { minuteOf } from '../views/plain-reading.ts'
import type { LiveSources, ReadKey, Reading } from '../views/reading.ts'

/** Where recorded readings get what they read; all of it is current. */
export interface Sources {
  hallModel(): HallModel
  state(): OfficeState
  live: LiveSources
  /** The hall's clock, epoch ms. */
  now(): number
}

/** What was made, from what, and when: counted in touches. */
interface Made {
  readonly name: string
  readonly make: (reading: Reading) => unknown
  readonly same: (one: unknown, other: unknown) => boolean
  value: unknown
  reads: Set<string>
  /** Something that it reads, however far below, was touched since. */
  doubtful: boolean
  checkedAt: number
  changedAt: number
}

export interface Recorded {
  /** The value of this name, made only if something that it read has changed. */
  get<T>(name: string, make: (reading: Reading) => T, same?: (one: T, other: T) => boolean): T
  /** Names of all that may have changed by it, as far as they were asked for. */
  touch(keys: Iterable<ReadKey>): string[]
  /** What time alone has touched since the last call. */
  tick(): string[]
  /** Nobody asks for this any more. */
  drop(name: string): void
}

/**
 * Remembers what each view read. A touch makes doubtful what read it, and what read that; what is doubtful is made again when it is
 * asked for, unless all that it read came out as before.
 */
export function openRecorded(sources: Sources): Recorded {
  const known = new Map<string, Made>()
  const readers = new Map<string, Set<string>>()
  const touchedAt = new Map<string, number>()
  const dues = new Map<string, number>()
  let touches = 0
  let time = minuteOf(sources.hallModel(), sources.now())

  const readingOf = (name: string, reads: Set<string>): Reading => ({
    get hallModel() {
      return sources.hallModel()
    },
    state(...keys) {
      for (const key of keys) reads.add(key)
      return sources.state()
    },
    live() {
      reads.add('live')
      return sources.live
    },
    time() {
      reads.add('minute')
      return time
    },
    isBefore(at) {
      if (sources.now() >= at) return false
      const due = `due ${name}`
      reads.add(due)
      dues.set(due, Math.min(at, dues.get(due) ?? at))
      return true
    },
    shared(fact, make, same) {
      const other = `fact ${fact}`
      reads.add(other)
      return get(other, make, same)
    },
  })

  function get<T>(name: string, make: (reading: Reading) => T, same: (one: T, other: T) => boolean = () => false): T {
    const one = known.get(name)
    if (!one) return makeFirst(name, make, same) as T
    if (one.doubtful && hasChanged(one)) makeAgain(one)
    one.doubtful = false
    one.checkedAt = touches
    return one.value as T
  }
  function makeFirst(name: string, make: Made['make'], same: (one: never, other: never) => boolean): unknown {
    const one: Made = {
      name,
      make,
      same: same as Made['same'],
      value: undefined,
      reads: new Set(),
      doubtful: false,
      checkedAt: touches,
      changedAt: touches,
    }
    known.set(name, one)
    one.value = make(readingOf(name, one.reads))
    for (const read of one.reads) readersOf(read).add(name)
    return one.value
  }
  function makeAgain(one: Made): void {
    const before = one.reads
    one.reads = new Set()
    dues.delete(`due ${one.name}`)
    const value = one.make(readingOf(one.name, one.reads))
    if (!one.same(one.value, value)) one.changedAt = touches
    one.value = value
    for (const read of one.reads) if (!before.delete(read)) readersOf(read).add(one.name)
    for (const read of before) forget(one.name, read)
  }
  /** What it read is asked in the order in which it was read, so that what is worked out below is brought up to date first. */
  function hasChanged(one: Made): boolean {
    for (const read of one.reads) {
      const below = known.get(read)
      if (below) get(read, below.make, below.same)
      if ((below?.changedAt ?? touchedAt.get(read) ?? 0) > one.checkedAt) return true
    }
    return (touchedAt.get('all') ?? 0) > one.checkedAt
  }

  const readersOf = (read: string): Set<string> => {
    const all = readers.get(read) ?? new Set()
    readers.set(read, all)
    return all
  }
  function forget(name: string, read: string): void {
    const left = readers.get(read)
    left?.delete(name)
    if (left?.size !== 0) return
    readers.delete(read)
    touchedAt.delete(read)
    if (known.has(read)) drop(read)
  }
  function drop(name: string): void {
    const one = known.get(name)
    if (!one || (readers.get(name)?.size ?? 0) > 0) return
    known.delete(name)
    dues.delete(`due ${name}`)
    for (const read of one.reads) forget(name, read)
  }

  function touch(keys: Iterable<ReadKey | `due ${string}`>): string[] {
    touches += 1
    const doubtful: string[] = []
    const spread = (name: string): void => {
      const one = known.get(name)
      if (!one || one.doubtful) return
      one.doubtful = true
      doubtful.push(name)
      for (const reader of readers.get(name) ?? []) spread(reader)
    }
    for (const key of keys) {
      if (key === 'all' || readers.has(key)) touchedAt.set(key, touches)
      for (const reader of key === 'all' ? [...known.keys()] : (readers.get(key) ?? [])) spread(reader)
    }
    return doubtful
  }

  return {
    get,
    touch,
    tick() {
      const now = sources.now()
      const keys: (ReadKey | `due ${string}`)[] = []
      const minute = minuteOf(sources.hallModel(), now)
      if (minute.now !== time.now) keys.push('minute')
      time = minute
      for (const [due, at] of dues) if (at <= now) keys.push(due as `due ${string}`)
      for (const key of keys) dues.delete(key)
      return keys.length === 0 ? [] : touch(keys)
    },
    drop,
  }
}
