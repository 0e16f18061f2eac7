import type { TrackView } from '../../gateway/contract/visitor-views.ts'
import { isInLine } from './own-turn.ts'
import { headline, say } from './words.ts'

/** From here on each step of the line is told; before, every fifth. */
export const NEAR = 3
const STEP = 5

/** The turn may come at any moment. */
export const isNear = (view: Pick<TrackView, 'state' | 'ahead' | 'notCalling'>): boolean =>
  view.state === 'called' || (isInLine(view) && view.ahead <= NEAR)

/**
 * What a screen reader says by itself, when it changes: being called with the way, what has become of the number, and the line, by fives until
 * it is near. Clocks and seconds on the page are not in it: they would be read again and again.
 */
export function saidOf(view: TrackView, place: string | null, clock: (at: number) => string, now: number): string {
  if (view.state === 'called' && view.counterId !== null)
    return say('said.called', { number: view.number, counter: view.counterId, place: place ?? '' }).trim()
  const sentence = headline(view, clock, now)
  if (sentence !== null) return say('said.became', { number: view.number, sentence })
  const ahead = view.ahead <= NEAR ? view.ahead : Math.ceil(view.ahead / STEP) * STEP
  return say(view.ahead <= NEAR ? 'said.near' : 'said.ahead', { number: view.number, ahead })
}
