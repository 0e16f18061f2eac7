import { createHash } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'

/** What dies as a whole: a gateway, a page, a device. Its timers and what is still under way to it die with it. */
export interface Process {
  readonly name: string
  /** World ms at which its own ticks begin. */
  readonly startedAt: number
  isAlive: boolean
  /** Until then it stands still; what is due meanwhile comes all at once afterwards. */
  frozenUntil: number
  /** Timers and deliveries that wait. */
  waiting: number
  /** The last id that it made up. */
  lastId: string
  /** Works with files of the real computer, for which the world waits. */
  readonly hasFiles: boolean
}

interface Task {
  readonly at: number
  readonly nth: number
  readonly process: Process
  run: (() => void) | null
}

export interface World {
  /** Milliseconds since the storm began. */
  now(): number
  /** Epoch ms by the clock on the wall of the gateway's computer, which may jump. */
  wall(): number
  jump(ms: number): void
  /** Epoch ms as it really is. */
  trueTime(): number
  /** Who runs at this moment. */
  readonly current: Process
  begin(name: string, hasFiles?: boolean): Process
  kill(process: Process): void
  /** What waits for a process that is gone would keep all of it in memory until its time comes. */
  forgetDead(): void
  /** Runs later, in the process that asks or in another one; gives what calls it off. */
  post(ms: number, run: () => void, process?: Process): () => void
  /** 0 ≤ x < 1, from a stream of its own for each name, so that one more draw here changes nothing there. */
  draw(stream: string): number
  /** Part of the trace by which two runs of a seed are compared. */
  note(words: string): void
  traceHash(): string
  /** Real work that the world waits for before anything else happens. */
  outside(work: Promise<unknown>): void
  /** Looked at behind a task; gives the world ms from which on it wants to look again. */
  onTask(look: () => number): void
  run(until: number): Promise<void>
  stop(): void
}

/** More tasks than this at one moment are a wheel that spins. */
const MOST_AT_ONCE = 100_000

/** One clock, one chance and one list of tasks for a whole hall. `start`: epoch ms. */
export function openWorld(seed: number, start: number, onBroken: (broken: unknown) => void): World {
  const tasks = taskHeap()
  const streams = new Map<string, () => number>()
  const trace = createHash('sha256')
  let notes = ''
  const nobody: Process = processOf('world', 0, false)
  let now = 0
  let skew = 0
  let nth = 0
  let current = nobody
  let stopped = false
  let waitedFor: Promise<unknown>[] = []
  let look = (): number => Number.POSITIVE_INFINITY
  let lookAt = 0
  let sameTime = 0

  const world: World = {
    now: () => now,
    // Clocks of computers tell whole milliseconds.
    wall: () => Math.floor(start + now + skew),
    jump: (ms) => void (skew += ms),
    trueTime: () => Math.floor(start + now),
    get current() {
      return current
    },
    begin: (name, hasFiles = false) => processOf(name, now, hasFiles),
    kill: (process) => void (process.isAlive = false),
    forgetDead: () => tasks.keep(({ run, process }) => run !== null && process.isAlive),
    post(ms, run, process = current) {
      nth += 1
      const task: Task = { at: now + Math.max(0, ms), nth, process, run }
      if (!process.isAlive) return () => {}
      process.waiting += 1
      tasks.push(task)
      return () => {
        if (task.run !== null) process.waiting -= 1
        task.run = null
      }
    },
    draw(name) {
      const stream = streams.get(name) ?? streamOf(seed, name)
      streams.set(name, stream)
      return stream()
    },
    note(words) {
      notes += `${now} ${words}\n`
      if (notes.length > NOTES_AT_ONCE) hashNotes()
    },
    traceHash() {
      hashNotes()
      return trace.copy().digest('hex').slice(0, 16)
    },
    outside: (work) => void waitedFor.push(work),
    onTask(next) {
      look = next
      lookAt = 0
    },
    stop: () => void (stopped = true),
    run: (until) =>
      new Promise((done) => {
        // Beside all promises: only there the promises of one task can be run to their end.
        setImmediate(function turn() {
          for (let tasksLeft = TASKS_A_TURN; tasksLeft > 0; tasksLeft -= 1) {
            const task = tasks.peek()
            if (!task || task.at > until || stopped) {
              now = Math.max(now, stopped ? now : until)
              return done()
            }
            tasks.pop()
            if (!begins(task)) continue
            if (waitedFor.length > 0 || (task.process.hasFiles && hasRealWork())) {
              void realWork().then(() => {
                ends()
                setImmediate(turn)
              })
              return
            }
            ends()
          }
          setImmediate(turn)
        })
      }),
  }
  function hashNotes(): void {
    trace.update(notes)
    notes = ''
  }
  /** False = it is not to be done now, or by nobody. */
  function begins(task: Task): boolean {
    const { run, process } = task
    if (run === null || !process.isAlive) return false
    if (task.at > now) sameTime = 0
    now = task.at
    sameTime += 1
    if (sameTime > MOST_AT_ONCE) {
      onBroken(new Error(`${process.name} works and works, and no time passes`))
      stopped = true
      return false
    }
    if (process.frozenUntil > now) {
      tasks.push({ ...task, at: process.frozenUntil })
      return false
    }
    task.run = null
    process.waiting -= 1
    current = process
    try {
      run()
    } catch (broken) {
      onBroken(broken)
    }
    runPromises()
    return true
  }
  function ends(): void {
    current = nobody
    if (now >= lookAt) lookAt = look()
  }
  /** Threads and files of this computer take real time, in which none passes here. */
  async function realWork(): Promise<void> {
    while (waitedFor.length > 0 || hasRealWork()) {
      const works = waitedFor
      waitedFor = []
      await Promise.allSettled(works)
      await new Promise<void>((done) => void setImmediate(done))
    }
  }
  return world
}

/** The hash takes longer to begin than to read. */
const NOTES_AT_ONCE = 64 * 1024
/** Then the process hears of its real files and threads, and of promises that nobody caught. */
const TASKS_A_TURN = 64
/** Files that somebody waits for. */
const hasRealWork = (): boolean =>
  (process as unknown as { _getActiveRequests(): object[] })._getActiveRequests().length > 0

setFlagsFromString('--allow-natives-syntax')
/** A task's promises belong to it: nothing else happens before they have all run. A turn of the whole process takes ten times as long. */
const runPromises = new Function('%PerformMicrotaskCheckpoint()') as () => void
setFlagsFromString('--no-allow-natives-syntax')

const processOf = (name: string, startedAt: number, hasFiles: boolean): Process => ({
  name,
  startedAt,
  isAlive: true,
  frozenUntil: 0,
  waiting: 0,
  lastId: '',
  hasFiles,
})

/** mulberry32, begun by the seed and the name. */
export function streamOf(seed: number, name: string): () => number {
  let state = createHash('sha256').update(`${seed} ${name}`).digest().readUInt32LE()
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The next task first; of two at the same time the one that was asked for first. */
function taskHeap(): {
  push(task: Task): void
  pop(): void
  peek(): Task | undefined
  keep(wanted: (task: Task) => boolean): void
} {
  const heap: Task[] = []
  const isBefore = (one: Task, other: Task): boolean =>
    one.at < other.at || (one.at === other.at && one.nth < other.nth)
  const swap = (a: number, b: number): void => {
    const one = heap[a] as Task
    heap[a] = heap[b] as Task
    heap[b] = one
  }
  return {
    peek: () => heap[0],
    // Sorted is a heap too.
    keep: (wanted) =>
      void heap.splice(0, heap.length, ...heap.filter(wanted).sort((one, other) => (isBefore(one, other) ? -1 : 1))),
    push(task) {
      let at = heap.push(task) - 1
      for (let above = (at - 1) >> 1; at > 0 && isBefore(task, heap[above] as Task); above = (at - 1) >> 1) {
        swap(at, above)
        at = above
      }
    },
    pop() {
      const last = heap.pop()
      if (last === undefined || heap.length === 0) return
      heap[0] = last
      for (let at = 0; ; ) {
        let least = at
        for (const below of [2 * at + 1, 2 * at + 2])
          if (below < heap.length && isBefore(heap[below] as Task, heap[least] as Task)) least = below
        if (least === at) return
        swap(at, least)
        at = least
      }
    },
  }
}
