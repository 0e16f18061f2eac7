import type { ConsultationEvent } from '../consultations/events.ts'
import type { AskedEvent } from './events.ts'

/** What guides noted by words that the search does not know. */
export interface AskedWords {
  count: number
  lastAt: number
  /** How often it was this matter. */
  matters: Map<string, number>
}
export interface Alias {
  words: string
  matterId: string
  wanted: number
  by: string
  at: number
}

/** Words that were not found, and what became of them; all of it outlives the day. */
export interface AskedState {
  /** By words as they are searched, the last noted last. */
  atDesk: Map<string, AskedWords>
  /** By words. */
  aliases: Map<string, Alias>
  /** Names of nothing. */
  refused: Set<string>
  /** How often something was decided: who holds an index makes it anew when this moves. */
  reviews: number
}
const MOST_WORDS = 1_000

export const nothingAsked = (): AskedState => ({
  atDesk: new Map(),
  aliases: new Map(),
  refused: new Set(),
  reviews: 0,
})

/** As words are kept and compared. */
export const asSearched = (words: string): string => words.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

/** A guide noted what was not found. Works in place, like all of evolve. */
export function noteAsked(
  { atDesk }: AskedState,
  { words, matterId, notFound }: Extract<ConsultationEvent, { type: 'consultation-noted' }>,
  at: number,
): void {
  if (words === null || !notFound) return
  const key = asSearched(words)
  const { count, matters } = atDesk.get(key) ?? { count: 0, matters: new Map<string, number>() }
  if (matterId !== null) matters.set(matterId, (matters.get(matterId) ?? 0) + 1)
  atDesk.delete(key)
  atDesk.set(key, { count: count + 1, lastAt: at, matters })
  const [oldest] = atDesk.keys()
  if (atDesk.size > MOST_WORDS && oldest !== undefined) atDesk.delete(oldest)
}

/** Works in place, like all of evolve. */
export function evolveAsked(state: AskedState, event: AskedEvent & { at: number; actor: string }): void {
  const { words, at, actor: by } = event
  state.reviews += 1
  state.aliases.delete(words)
  state.refused.delete(words)
  if (event.type === 'alias-withdrawn') return
  state.atDesk.delete(words)
  if (event.matterId === null) state.refused.add(words)
  else state.aliases.set(words, { words, matterId: event.matterId, wanted: event.wanted, by, at })
}
