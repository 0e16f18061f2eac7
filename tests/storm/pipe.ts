import type { Process, World } from './world.ts'

/** A way between two computers, shared by all connections over it. */
export interface Line {
  /** Until then (world ms) nothing arrives; it all comes later, as TCP sends again. */
  stalledUntil: number
  /** Milliseconds that one piece takes. */
  delay(): number
}

/** One direction of a connection: whole, in order, late. */
export interface Pipe<Item> {
  send(item: Item, bytes: number): void
  /** What is under way never arrives. */
  drop(): void
  /** Bytes under way. */
  readonly bytes: number
  isEmpty(): boolean
}

export function openPipe<Item>(world: World, line: Line, to: () => Process, deliver: (item: Item) => void): Pipe<Item> {
  const under: { item: Item; bytes: number; due: number }[] = []
  let bytes = 0
  let isTravelling = false
  function travel(): void {
    const first = under[0]
    if (isTravelling || !first) return
    isTravelling = true
    world.post(Math.max(first.due, line.stalledUntil) - world.now(), arrive, to())
  }
  function arrive(): void {
    isTravelling = false
    const first = under[0]
    if (!first) return
    if (line.stalledUntil > world.now()) return travel()
    under.shift()
    bytes -= first.bytes
    // Before it is heard: whoever hears it may send at once.
    travel()
    deliver(first.item)
  }
  return {
    send(item, size) {
      bytes += size
      under.push({ item, bytes: size, due: world.now() + line.delay() })
      travel()
    },
    drop() {
      under.length = 0
      bytes = 0
    },
    isEmpty: () => under.length === 0,
    get bytes() {
      return bytes
    },
  }
}
