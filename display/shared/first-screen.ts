import { eachFrame, whenIdle } from '../../gateway/client/page-clock.ts'

/** Whoever measures pages looks for this mark. */
export const FIRST_SCREEN = 'first-screen'
const LATEST_MS = 2_000

/** To be called when the first screen has all its words: says so once it is painted, and resolves when there is time for what lies behind it. */
export const firstScreenStands = (): Promise<void> =>
  new Promise((done) => {
    let frames = 0
    const stop = eachFrame(() => {
      frames += 1
      if (frames < 2) return
      stop()
      if (performance.getEntriesByName(FIRST_SCREEN).length === 0) performance.mark(FIRST_SCREEN)
      whenIdle(LATEST_MS, done)
    })
  })
