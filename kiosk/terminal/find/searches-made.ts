/** One search of a visitor, as it stood when the typing rested. */
interface Made {
  readonly query: string
  readonly isEmpty: boolean
}

/** Of one visitor so many are told. */
const MOST_TOLD = 5

/**
 * How often one visitor searched, and how often in vain. Letters that are typed one after the other are one search; `rested` is told
 * what stands there when nothing was typed for a moment, with whether anything was found.
 */
export function searchesMade() {
  let made: Made[] = []
  return {
    rested(query: string, isEmpty: boolean): void {
      const last = made.at(-1)
      if (query === '') return
      const goesOn = last !== undefined && (query.startsWith(last.query) || last.query.startsWith(query))
      made = [...(goesOn ? made.slice(0, -1) : made), { query, isEmpty }]
    },
    /** The figures of this visitor, and the words by which nothing was found; the next one starts from nothing. */
    take(): { searches: number; empty: number; missed: string[] } {
      const missed = made.filter(({ isEmpty }) => isEmpty).map(({ query }) => query)
      const figures = { searches: made.length, empty: missed.length, missed: [...new Set(missed)].slice(-MOST_TOLD) }
      made = []
      return figures
    },
  }
}

export type SearchesMade = ReturnType<typeof searchesMade>
