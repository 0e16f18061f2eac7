import { keepDoing } from '../work/keep-doing.ts'
import type { NoticePlay } from '../contract/display-pulse.ts'
import type { PlayStore } from '../store/play-store.ts'

/** Two hundred screens tell every ten seconds; one commit for all of them is enough. A power cut costs so much proof at the most. */
const EACH_MS = 15_000

export interface KeepPlays {
  add(play: NoticePlay): void
  /** Writes what is still in memory. */
  flush(): void
  stop(): void
}

/** Gathers proof of play and brings it to disk. `onBroken` hears of a disk that refuses; the sums are then tried again with the next. */
export function keepPlays(store: PlayStore, onBroken: (error: unknown) => void): KeepPlays {
  const gathered = new Map<string, NoticePlay>()
  const flush = (): void => {
    const plays = [...gathered.values()]
    if (plays.length === 0) return
    try {
      store.add(plays)
      gathered.clear()
    } catch (broken) {
      onBroken(broken)
    }
  }
  const timer = keepDoing(EACH_MS, flush, onBroken)
  return {
    add(play) {
      const key = `${play.day} ${play.screenId} ${play.noticeId}`
      const before = gathered.get(key)
      gathered.set(key, {
        ...play,
        seconds: play.seconds + (before?.seconds ?? 0),
        times: play.times + (before?.times ?? 0),
      })
    },
    flush,
    stop() {
      timer.stop()
      flush()
    },
  }
}
