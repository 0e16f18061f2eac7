import type { Pulse } from '../contract/display-pulse.ts'
import type { Hall } from '../contract/hall.ts'
import type { DeviceBoard } from './device-board.ts'

/** A page that paints nothing for so long between two pulses stands still; it is told to load anew. */
const STILL_PULSES = 3
const PLAYS_KEPT = 500

export interface DisplayWatch {
  /** Returns true when the page should load anew. */
  hear(pulse: Pulse): boolean
  /** Proof of play since the start: seconds and pulses by notice and screen, the newest first. */
  plays(): { screenId: string; noticeId: string; seconds: number; times: number }[]
}

/** What display pages tell of themselves: proof of play, media that did not work, pages that stand still. Bounded, in memory. */
export function displayWatch(hall: Hall, board: Pick<DeviceBoard, 'learn' | 'note'>): DisplayWatch {
  const still = new Map<string, number>()
  const plays = new Map<string, { screenId: string; noticeId: string; seconds: number; times: number }>()
  const screens = new Set(hall.screens.map(({ id }) => id))
  return {
    hear({ topic, page }) {
      const screenId = topic.startsWith('screen:') ? topic.slice('screen:'.length) : ''
      if (!screens.has(screenId)) return false
      for (const { id, seconds } of page.plays) {
        const key = `${screenId}/${id}`
        const before = plays.get(key)
        plays.delete(key)
        plays.set(key, { screenId, noticeId: id, seconds: (before?.seconds ?? 0) + seconds, times: (before?.times ?? 0) + 1 })
        if (plays.size > PLAYS_KEPT) plays.delete(plays.keys().next().value ?? '')
      }
      for (const { id } of page.broken) board.note(screenId, `放不出来：${id}`)
      const stands = page.frames === 0 ? (still.get(screenId) ?? 0) + 1 : 0
      still.set(screenId, stands)
      if (stands === 0) return false
      if (stands < STILL_PULSES) return false
      still.set(screenId, 0)
      board.learn(screenId, 'warning', '画面停住了', null)
      return true
    },
    plays: () => [...plays.values()].reverse(),
  }
}
