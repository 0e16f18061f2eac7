import { type Steps, take } from './steps.ts'

/** How a text is typed: its syllables, and the letters with which each may begin. */
export interface Spelling {
  readonly syllables: readonly string[]
  /** The characters themselves, so that 营业zz fits too. */
  readonly characters: readonly string[]
  /** All initials in a row, to reject quickly. */
  readonly initials: string
}

/** `mask` bit n = the letter 'a' + n leads on from some match. */
export interface LetterMatch {
  from: number
  to: number
  whole: boolean
  mask: number
}

/** Stands for any one letter: what a typing error may have been (near-misses.ts). */
export const ANY_LETTER = '?'
const A = 97
export const EVERY_LETTER = (1 << 26) - 1

export const spell = (text: string, syllables: readonly string[]): Spelling => ({
  syllables,
  characters: [...text],
  initials: syllables.map((syllable) => syllable[0] ?? ' ').join(''),
})

/**
 * Letters against syllables, each typed whole or by its first letters: yyzz, yingyezz, yingyezhizhao all fit 营业执照. The last
 * syllable may be unfinished. Answers which characters matched first, whether it was all of them, and which letters may follow; null = no.
 */
export function matchLetters(spelling: Spelling, query: string, steps: Steps): LetterMatch | null {
  let found: LetterMatch | null = null
  const been = newPlaces(spelling.syllables.length + 1, query.length + 1)
  for (let from = 0; from < spelling.initials.length; from += 1) {
    if (!begins(spelling, from, query[0] ?? '')) continue
    const reach = { to: -1, mask: 0 }
    eat(spelling, from, query, 0, reach, been, steps)
    if (reach.to < 0) continue
    found ??= { from, to: reach.to, whole: from === 0 && reach.to === spelling.syllables.length, mask: 0 }
    found.mask |= reach.mask
  }
  return found
}

/** A syllable in letters: not a digit, a bracket or an unread character. */
export const isLetter = (syllable: string): boolean => syllable.charCodeAt(0) >= A && syllable.charCodeAt(0) < A + 26
const begins = ({ initials, characters }: Spelling, nth: number, typed: string): boolean =>
  initials[nth] === typed || characters[nth] === typed || (typed === ANY_LETTER && isLetter(initials[nth] ?? ''))

/** Where a match has been: what comes from there on is the same, whichever way led there. */
interface Places {
  stamps: Uint32Array
  stamp: number
  width: number
}
const places: Places = { stamps: new Uint32Array(4_096), stamp: 0, width: 0 }
/** One table for all matches, emptied by taking the next stamp. */
function newPlaces(height: number, width: number): Places {
  if (places.stamps.length < height * width) places.stamps = new Uint32Array(2 * height * width)
  if (places.stamp === 0xffffffff) {
    places.stamps.fill(0)
    places.stamp = 0
  }
  places.stamp += 1
  places.width = width
  return places
}

/** Eats the query from `at` by syllables from `nth` in every way there is; notes the syllable after the last eaten and what may follow. */
function eat(
  spelling: Spelling,
  nth: number,
  query: string,
  at: number,
  reach: { to: number; mask: number },
  been: Places,
  steps: Steps,
): void {
  const place = nth * been.width + at
  if (been.stamps[place] === been.stamp || !take(steps, 1)) return
  been.stamps[place] = been.stamp
  const syllable = spelling.syllables[nth]
  if (at === query.length) {
    if (reach.to < 0) reach.to = nth
    reach.mask |= maskOf(spelling, nth)
    return
  }
  if (syllable === undefined) return
  if (spelling.characters[nth] === query[at]) eat(spelling, nth + 1, query, at + 1, reach, been, steps)
  if (!isLetter(syllable)) {
    // Brackets and commas between the words are not typed.
    if (at > 0 && isSilent(syllable)) eat(spelling, nth + 1, query, at, reach, been, steps)
    return
  }
  let longest = 0
  while (longest < syllable.length && at + longest < query.length && fits(query[at + longest], syllable[longest]))
    longest += 1
  for (let length = longest; length >= 1; length -= 1) {
    // Whole, a first letter (with its h: zh, ch, sh), or anything while still being typed.
    const ends = at + length === query.length
    const boundary = length === syllable.length || length <= (syllable[1] === 'h' ? 2 : 1)
    if (ends && length < syllable.length) {
      if (reach.to < 0) reach.to = nth + 1
      reach.mask |= 1 << (syllable.charCodeAt(length) - A)
    }
    if (boundary) eat(spelling, nth + 1, query, at + length, reach, been, steps)
  }
}

const fits = (typed: string | undefined, letter: string | undefined): boolean =>
  typed === letter || typed === ANY_LETTER
/** Brackets and commas: nobody types them. */
export function isSilent(syllable: string): boolean {
  const known = silent.get(syllable)
  if (known !== undefined) return known
  const is = !/^[a-z0-9\p{sc=Han}]/u.test(syllable)
  silent.set(syllable, is)
  return is
}
const silent = new Map<string, boolean>()

/** The letters with which the text goes on at syllable `nth`. */
function maskOf({ initials, syllables }: Spelling, nth: number): number {
  for (let next = nth; next < syllables.length; next += 1) {
    const code = initials.charCodeAt(next) - A
    if (code >= 0 && code < 26) return 1 << code
    if (!isSilent(syllables[next] ?? '')) return 0
  }
  return 0
}
