/** How a text is typed: its syllables, and the letters with which each may begin. */
export interface Spelling {
  readonly syllables: readonly string[]
  /** The characters themselves, so that 营业zz fits too. */
  readonly characters: readonly string[]
  /** All initials in a row, to reject quickly. */
  readonly initials: string
}

export const spell = (text: string, syllables: readonly string[]): Spelling => ({
  syllables,
  characters: [...text],
  initials: syllables.map((syllable) => syllable[0] ?? ' ').join(''),
})

/**
 * Letters against syllables, each typed whole or by its first letters: yyzz, yingyezz, yingyezhizhao all fit 营业执照. The last
 * syllable may be unfinished. Answers which characters matched, and whether it was all of them; null = no.
 */
export function matchLetters(spelling: Spelling, query: string): { from: number; to: number; whole: boolean } | null {
  for (let from = 0; from < spelling.initials.length; from += 1) {
    if (spelling.initials[from] !== query[0] && spelling.characters[from] !== query[0]) continue
    const to = eat(spelling, from, query, 0)
    if (to !== null) return { from, to, whole: from === 0 && to === spelling.syllables.length }
  }
  return null
}

/** Eats the query from `at` by syllables from `nth`; answers the syllable after the last eaten. */
function eat(spelling: Spelling, nth: number, query: string, at: number): number | null {
  if (at === query.length) return nth
  const syllable = spelling.syllables[nth]
  if (syllable === undefined) return null
  if (spelling.characters[nth] === query[at]) {
    const to = eat(spelling, nth + 1, query, at + 1)
    if (to !== null) return to
  }
  // Brackets and commas between the words are not typed.
  if (!/^[a-z]/.test(syllable)) return at > 0 && !/^[a-z0-9\p{sc=Han}]/u.test(syllable) ? eat(spelling, nth + 1, query, at) : null
  let longest = 0
  while (longest < syllable.length && query[at + longest] === syllable[longest]) longest += 1
  for (let length = longest; length >= 1; length -= 1) {
    // Whole, a first letter (with its h: zh, ch, sh), or anything while still being typed.
    const ends = at + length === query.length
    if (length !== syllable.length && length > (syllable[1] === 'h' ? 2 : 1) && !ends) continue
    const to = eat(spelling, nth + 1, query, at + length)
    if (to !== null) return to
  }
  return null
}
