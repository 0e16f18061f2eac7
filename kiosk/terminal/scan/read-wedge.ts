/** A scanner that types: faster than any hand, ended by Enter. */
const BETWEEN_KEYS_MS = 40
const SHORTEST = 6
const LONGEST = 3_000

export interface Wedge {
  /** `code`: a whole code was typed. `isScanner`: this key comes from a scanner, so no field should get it. */
  feed(key: string, at: number): { code: string | null; isScanner: boolean }
}

/** Tells a scanner's keys from a hand's by their pace; `at` in ms, of any clock. */
export function readWedge(): Wedge {
  let typed = ''
  let lastAt = Number.NEGATIVE_INFINITY
  return {
    feed(key, at) {
      if (at - lastAt > BETWEEN_KEYS_MS) typed = ''
      if (key === 'Enter') {
        const code = typed.length >= SHORTEST && typed.length <= LONGEST ? typed : null
        typed = ''
        return { code, isScanner: code !== null }
      }
      // Shift and the like come between; they are no signs.
      if (key.length === 1) {
        typed = (typed + key).slice(0, LONGEST + 1)
        lastAt = at
      }
      return { code: null, isScanner: typed.length > 2 }
    },
  }
}
