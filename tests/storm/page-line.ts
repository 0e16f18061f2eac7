import { type Line, openPipe } from './pipe.ts'
import type { Process, World } from './world.ts'

/** What the gateway's end of a page's connection is made of. */
export interface PageSession {
  hear(text: string): void
  isJoined(): boolean
  end(): void
}
export interface Listening {
  process: Process
  accept(send: (text: string) => void, close: () => void): PageSession
}
/** The gateway's door as the network sees it; null = nobody listens. `isUp`: its computer runs. */
export interface Door {
  listening(): Listening | null
  isUp(): boolean
}

const HEARTBEAT_MS = 10_000
const HELLO_WITHIN_MS = 5_000
const LARGEST_BACKLOG = 4 * 1024 * 1024

type Down = { kind: 'text'; text: string } | { kind: 'ping' } | { kind: 'over' }
type Up = { kind: 'text'; text: string } | { kind: 'pong' } | { kind: 'over' }

export interface PageEnd {
  send(text: string): void
  close(): void
  /** The page's computer is gone without a word. */
  vanish(): void
  /** The page sees it die, and the gateway hears nothing of it. */
  cut(): void
  /** Both ends know of each other, and nothing is under way. */
  isAtRest(): boolean
}

/** A page's socket with both ends, as gateway/server/sockets.ts and a browser keep them: heartbeats, a bounded backlog, a late `close`. */
export function dial(
  world: World,
  door: Door,
  line: Line,
  page: Process,
  events: {
    open(): void
    hear(text: string): void
    over(): void
  },
): PageEnd {
  let session: PageSession | null = null
  let server: Process | null = null
  let isOver = false
  let isCut = false
  let isAlive = true
  const down = openPipe<Down>(
    world,
    line,
    () => page,
    (item) => {
      if (isCut) return
      switch (item.kind) {
        case 'text':
          return isOver ? undefined : events.hear(item.text)
        case 'ping':
          return up.send({ kind: 'pong' }, 6)
        case 'over':
          return over()
      }
    },
  )
  const up = openPipe<Up>(
    world,
    line,
    () => network,
    (item) => {
      // The gateway of then may be gone; the one that runs now does not know this connection.
      if (server === null || !server.isAlive) {
        if (door.isUp()) down.send({ kind: 'over' }, 0)
        return
      }
      world.post(0, () => arrived(item), server)
    },
  )
  const network = world.begin(`network of ${page.name}`)
  function over(): void {
    if (isOver) return
    isOver = true
    events.over()
  }
  function arrived(item: Up): void {
    isAlive = true
    switch (item.kind) {
      case 'text':
        return session?.hear(item.text)
      case 'pong':
        return
      case 'over':
        return leave()
    }
  }
  function leave(): void {
    session?.end()
    session = null
    stopBeating()
  }
  function terminate(): void {
    leave()
    down.send({ kind: 'over' }, 0)
  }
  let stopBeating = (): void => {}
  function beat(): void {
    stopBeating = world.post(HEARTBEAT_MS, () => {
      if (session === null) return
      if (!isAlive) return terminate()
      isAlive = false
      down.send({ kind: 'ping' }, 6)
      beat()
    })
  }
  function stand(listening: Listening): void {
    session = listening.accept(
      (text) => {
        if (session === null) return
        if (down.bytes > LARGEST_BACKLOG) return terminate()
        down.send({ kind: 'text', text }, text.length)
      },
      () => {
        session = null
        stopBeating()
        down.send({ kind: 'over' }, 0)
      },
    )
    beat()
    world.post(HELLO_WITHIN_MS, () => void (session !== null && !session.isJoined() && terminate()))
  }
  function knock(): void {
    if (line.stalledUntil > world.now())
      return void world.post(line.stalledUntil - world.now() + line.delay(), knock, network)
    const listening = door.listening()
    if (listening === null) {
      if (door.isUp()) world.post(line.delay(), over, page)
      return
    }
    server = listening.process
    world.post(0, () => stand(listening), server)
    world.post(line.delay(), () => !isOver && events.open(), page)
  }
  world.post(line.delay(), knock, network)
  return {
    send: (text) => up.send({ kind: 'text', text }, text.length),
    close() {
      up.send({ kind: 'over' }, 0)
      // A browser tells of the end when the other side has agreed to it, or long after.
      world.post(line.delay() * 2, over)
    },
    vanish: () => up.drop(),
    cut() {
      isCut = true
      up.drop()
      over()
    },
    isAtRest: () =>
      !isOver && session !== null && session.isJoined() && server?.isAlive === true && down.isEmpty() && up.isEmpty(),
  }
}
