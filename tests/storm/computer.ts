import type { Disk } from './disk.ts'
import type { GatewayLife } from './gateway.ts'
import type { Door } from './page-line.ts'
import { boot } from './seams/storm-time.ts'
import type { Process, World } from './world.ts'

/** The computer on which the gateway runs: it crashes, loses power, comes again. */
export interface Computer {
  readonly door: Door
  /** The life that runs now; null between two of them. */
  readonly life: GatewayLife | null
  /** Lives so far. */
  readonly lives: number
  start(): void
  crash(isPowerCut: boolean, downMs: number): void
  crashAtNextWrite(point: 'before' | 'torn' | 'behind', isPowerCut: boolean, downMs: number): void
  /** In good order, as for an update. */
  restart(downMs: number): void
}

export function openComputer(
  world: World,
  disk: Disk,
  open: () => Promise<GatewayLife | { words: string[] }>,
  events: { onLife(life: GatewayLife): void; onRefusal(words: string[]): void },
): Computer {
  let life: GatewayLife | null = null
  let running: Process | null = null
  let isUp = true
  let lives = 0

  function start(): void {
    if (running?.isAlive) return
    isUp = true
    lives += 1
    const process = world.begin('gateway', true)
    running = process
    world.note('the gateway starts')
    world.post(
      0,
      () => {
        void open().then((opened) => {
          if (!process.isAlive) return
          if ('words' in opened) return events.onRefusal(opened.words)
          life = opened
          events.onLife(opened)
        })
      },
      process,
    )
  }
  const later = (ms: number): void => void world.post(ms, start, computer)
  const computer = world.begin('computer')
  function crash(isPowerCut: boolean, downMs: number): void {
    if (!running?.isAlive) return
    world.note(isPowerCut ? 'the power goes' : 'the gateway crashes')
    world.kill(running)
    life = null
    isUp = !isPowerCut
    world.post(
      0,
      () => {
        disk.afterCrash(isPowerCut)
        if (isPowerCut) boot()
        later(downMs)
      },
      computer,
    )
  }
  return {
    door: { listening: () => life?.listening ?? null, isUp: () => isUp },
    get life() {
      return life
    },
    get lives() {
      return lives
    },
    start,
    crash,
    crashAtNextWrite(point, isPowerCut, downMs) {
      if (running?.isAlive) disk.crashAtNextWrite(point, isPowerCut, () => crash(isPowerCut, downMs))
    },
    restart(downMs) {
      const [leaving, process] = [life, running]
      if (leaving === null || process === null) return
      life = null
      world.note('the gateway is stopped')
      world.post(
        0,
        () => {
          const end = (hangs: boolean): void => {
            if (!process.isAlive) return
            world.kill(process)
            world.post(
              0,
              () => {
                if (hangs) disk.afterCrash(false)
                later(downMs)
              },
              computer,
            )
          }
          // Whoever hangs is not waited for: main.ts ends the process after four seconds.
          world.post(4_000, () => end(true), computer)
          void leaving.stop().then(
            () => end(false),
            () => end(true),
          )
        },
        process,
      )
    },
  }
}
