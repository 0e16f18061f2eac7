import type { Damage } from '../store/check-chain.ts'
import { lookThrough } from '../store/look-through.ts'

/** The look through the whole log, whoever asks for it: one at a time, and what came of the last. */
export interface RecordsCheck {
  /** Resolves with what is wrong; null = it could not be looked through. Whoever asks meanwhile gets the same one. */
  run(): Promise<readonly Damage[] | null>
  /** null = none yet in this run of the gateway. `at`: epoch ms. */
  last(): { at: number; damages: readonly Damage[] } | null
  isRunning(): boolean
}

/** `now`: epoch ms. */
export function recordsCheck(dataDir: string, now: () => number, look = lookThrough): RecordsCheck {
  let last: ReturnType<RecordsCheck['last']> = null
  let running: Promise<readonly Damage[] | null> | null = null
  return {
    last: () => last,
    isRunning: () => running !== null,
    run() {
      running ??= look(dataDir)
        .then((damages) => {
          if (damages !== null) last = { at: now(), damages }
          return damages
        })
        .finally(() => {
          running = null
        })
      return running
    },
  }
}
