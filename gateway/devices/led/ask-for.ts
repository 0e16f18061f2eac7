import type { CardLine } from './card-driver.ts'

/** A card that talks without end answers nothing. */
const MOST_PAST = 32

/**
 * Asks, and listens past all that is no answer to it: notices that a card sends unasked, answers that came late. `read` gives null
 * for those. null = no answer in time.
 */
export async function askFor<T>(
  line: CardLine,
  bytes: Uint8Array,
  read: (answer: Uint8Array) => T | null,
): Promise<T | null> {
  for (let nth = 0; nth < MOST_PAST; nth += 1) {
    const answer = await line.ask(nth === 0 ? bytes : new Uint8Array())
    if (!answer) return null
    const found = read(answer)
    if (found !== null) return found
  }
  return null
}
