import type { DisplayPage, NoticePlay, Pulse } from '../contract/display-pulse.ts'
import type { Hall } from '../contract/hall.ts'
import { creditPlays } from './credit-plays.ts'
import type { DeviceBoard } from './device-board.ts'

/** A page that paints nothing for so long between two pulses stands still; it is told to load anew. */
const STILL_PULSES = 3
const BROKEN_KEPT = 20

export interface DisplayWatch {
  /** What a screen itself tells, and nobody else. Returns true when its page should load anew. */
  hear(screenId: string, pulse: Pulse): boolean
  /** What each screen of the hall last told of its page. */
  pages(): DisplayPage[]
}
interface Parts {
  hall: Pick<Hall, 'screens'>
  board: Pick<DeviceBoard, 'learn' | 'note'>
  /** Takes proof of play. */
  onPlay: (play: NoticePlay) => void
  /** Ids of the notices that hang on a screen now. */
  hangingOn: (screenId: string) => ReadonlySet<string>
  dayOf: (at: number) => string
  now: () => number
  /** ms, never set. */
  monotonic: () => number
}

/** What display pages tell of themselves: proof of play, media that did not work, pages that stand still. Bounded. */
export function displayWatch({ hall, board, onPlay, hangingOn, dayOf, now, monotonic }: Parts): DisplayWatch {
  const still = new Map<string, number>()
  /** Screens that stood still and have not painted since. */
  const stood = new Set<string>()
  const pages = new Map<string, DisplayPage>(hall.screens.map(({ id, name }) => [id, unheard(id, name)]))
  const credit = creditPlays(monotonic())
  return {
    hear(screenId, { page }) {
      const before = pages.get(screenId)
      if (!before) return false
      const at = now()
      const hanging = hangingOn(screenId)
      for (const { id, seconds } of credit(screenId, page.plays, hanging, monotonic()))
        onPlay({ day: dayOf(at), screenId, noticeId: id, seconds, times: 1 })
      const notShown = page.broken.filter(({ id }) => hanging.has(id))
      for (const { id } of notShown) board.note(screenId, `放不出来：${id}`)
      const broken = [...before.broken, ...notShown.map(({ id, why }) => ({ noticeId: id, why, at }))].slice(
        -BROKEN_KEPT,
      )
      const { loadedAt, layoutId, current, sound } = page
      pages.set(screenId, { ...before, heardAt: at, loadedAt, layoutId, current, sound, broken })
      const stands = page.frames === 0 ? (still.get(screenId) ?? 0) + 1 : 0
      still.set(screenId, stands)
      if (stands === 0 && stood.delete(screenId)) board.learn(screenId, { code: 'ok', detail: null })
      if (stands < STILL_PULSES) return false
      still.set(screenId, 0)
      stood.add(screenId)
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
