import type { Tasks } from './show.ts'

/** The turns of this process. */
export const processTasks: Tasks = {
  elapsed: () => performance.now(),
  soon: (task) => void setImmediate(task),
  every(ms, task) {
    const timer = setInterval(task, ms)
    return () => clearInterval(timer)
  },
}
