import type { DisplayPage, NoticePlay, Pulse } from '../contract/display-pulse.ts'
import type { Hall } from '../contract/hall.ts'
import type { DeviceBoard } from './device-board.ts'

/** A page that paints nothing for so long between two pulses stands still; it is told to load anew. */
const STILL_PULSES = 3
const BROKEN_KEPT = 20

export interface DisplayWatch {
  /** Returns true when the page should load anew. */
  hear(pulse: Pulse): boolean
  /** What each screen of the hall last told of its page. */
  pages(): DisplayPage[]
}
interface Parts {
  hall: Pick<Hall, 'screens'>
  board: Pick<DeviceBoard, 'learn' | 'note'>
  /** Takes proof of play. */
  onPlay: (play: NoticePlay) => void
  dayOf: (at: number) => string
  now: () => number
}

/** What display pages tell of themselves: proof of play, media that did not work, pages that stand still. Bounded. */
export function displayWatch({ hall, board, onPlay, dayOf, now }: Parts): DisplayWatch {
  const still = new Map<string, number>()
  const pages = new Map<string, DisplayPage>(hall.screens.map(({ id, name }) => [id, unheard(id, name)]))
  return {
    hear({ topic, page }) {
      const screenId = topic.startsWith('screen:') ? topic.slice('screen:'.length) : ''
      const before = pages.get(screenId)
      if (!before) return false
      const at = now()
      for (const { id, seconds } of page.plays)
        onPlay({ day: dayOf(at), screenId, noticeId: id, seconds: Math.round(seconds), times: 1 })
      for (const { id } of page.broken) board.note(screenId, `放不出来：${id}`)
      const broken = [...before.broken, ...page.broken.map(({ id, why }) => ({ noticeId: id, why, at }))].slice(
        -BROKEN_KEPT,
      )
      const { loadedAt, layoutId, current, sound } = page
      pages.set(screenId, { ...before, heardAt: at, loadedAt, layoutId, current, sound, broken })
      const stands = page.frames === 0 ? (still.get(screenId) ?? 0) + 1 : 0
      still.set(screenId, stands)
      if (stands < STILL_PULSES) return false
      still.set(screenId, 0)
      board.learn(screenId, { code: 'stands-still', detail: null })
      return true
    },
    pages: () => [...pages.values()],
  }
}

const unheard = (screenId: string, name: string): DisplayPage => ({
  screenId,
  name,
  heardAt: null,
  loadedAt: null,
  layoutId: null,
  current: null,
  sound: null,
  broken: [],
})
