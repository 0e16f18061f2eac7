import { keepDoing } from '../work/keep-doing.ts'
import type { Tasks } from './show.ts'

/** The turns of this process; what breaks in one is told and ends nothing. */
export const processTasks = (onBroken: (error: unknown) => void): Tasks => ({
  elapsed: () => performance.now(),
  soon: (task) =>
    void setImmediate(() => {
      try {
        task()
      } catch (broken) {
        onBroken(broken)
      }
    }),
  every: (ms, task) => keepDoing(ms, task, onBroken).stop,
})
