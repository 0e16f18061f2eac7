import type { Film } from './film.ts'
import type { Picture } from './picture.ts'
import { after } from '../../gateway/client/page-clock.ts'

export interface FilmPlayer {
  /** `after-loop`: when the film that runs has come to its end; one that stands still has come to it. */
  play(film: Film, when: 'now' | 'after-loop'): void
  stop(): void
}

/** Shows the pictures of a film one after another, as a card does. */
export function filmPlayer(show: (picture: Picture) => void): FilmPlayer {
  let film: Film | null = null
  let waiting: Film | null = null
  let at = 0
  /** Takes back the next picture; null = none comes. */
  let stopWaiting: (() => void) | null = null

  const isAtEnd = (): boolean => film === null || at >= film.frames.length
  function begin(next: Film): void {
    stopWaiting?.()
    film = next
    waiting = null
    at = 0
    step()
  }
  function step(): void {
    stopWaiting = null
    if (film === null) return
    if (isAtEnd()) {
      if (waiting !== null) return begin(waiting)
      if (!film.loop || film.frames.length === 1) return
      at = 0
    }
    const frame = film.frames[at]
    if (!frame) return
    show(frame.picture)
    at += 1
    if (!isAtEnd() || (film.loop && film.frames.length > 1)) stopWaiting = after(frame.ms, step)
  }
  return {
    play(next, when) {
      // Nothing is under way: a picture stands still, or the film is over.
      if (when === 'now' || stopWaiting === null) begin(next)
      else waiting = next
    },
    stop: () => stopWaiting?.(),
  }
}
