import { keepDoing } from '../work/keep-doing.ts'
import { breathe, monotonic } from '../time.ts'
import type { Tasks } from './show.ts'

/** The turns of this process; what breaks in one is told and ends nothing. */
export const processTasks = (onBroken: (error: unknown) => void): Tasks => ({
  elapsed: monotonic,
  soon: (task) => void breathe().then(task).catch(onBroken),
  every: (ms, task) => keepDoing(ms, task, onBroken).stop,
})
