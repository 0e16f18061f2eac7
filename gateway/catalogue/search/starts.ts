import { type BitSet, addBit, noBits } from './bit-set.ts'
import { type Spelling, isLetter, isSilent } from './match-letters.ts'

/** The first letters typed fit half of a catalogue: for up to so many the answer is known beforehand. */
export const KNOWN_LETTERS = 3

/** What begins with the first letters typed. */
export interface Starts {
  /** For one to three letters, the matters in which some word begins so. */
  readonly anywhere: ReadonlyMap<string, BitSet>
  /** The same, but a name or what people call it begins so. */
  readonly inFront: ReadonlyMap<string, BitSet>
  /** Four letters with which some word of some matter begins. */
  readonly longer: ReadonlySet<string>
}
export const noStarts: Starts = { anywhere: new Map(), inFront: new Map(), longer: new Set() }

/** The letters after which something would still be found; for up to three letters. */
export const lettersAfter = ({ anywhere, longer }: Starts, typed: string): ReadonlySet<string> =>
  new Set(
    [...'abcdefghijklmnopqrstuvwxyz'].filter((letter) =>
      (typed.length < KNOWN_LETTERS ? anywhere : longer).has(typed + letter),
    ),
  )

/** Collects the starts of matter after matter of a catalogue of `size`. */
export function collectStarts(size: number) {
  const anywhere = new Map<string, BitSet>()
  const inFront = new Map<string, BitSet>()
  const longer = new Set<string>()
  /** The same few words stand in many names. */
  const known = new Map<string, { anywhere: BitSet; inFront: BitSet }[]>()
  const setOf = (sets: Map<string, BitSet>, typed: string): BitSet => {
    const before = sets.get(typed)
    if (before) return before
    const made = noBits(size)
    sets.set(typed, made)
    return made
  }
  const setsFor = (words: readonly string[]): { anywhere: BitSet; inFront: BitSet }[] => {
    const typed = new Set<string>()
    typeable(words, 0, '', typed)
    for (const one of typed) if (one.length > KNOWN_LETTERS) longer.add(one)
    const short = [...typed].filter(({ length }) => length <= KNOWN_LETTERS)
    return short.map((one) => ({ anywhere: setOf(anywhere, one), inFront: setOf(inFront, one) }))
  }
  return {
    add(spelling: Spelling, nth: number): void {
      for (let from = 0; from < spelling.syllables.length; from += 1) {
        const words = wordsFrom(spelling.syllables, from)
        if (words.length === 0) continue
        const key = words.join(' ')
        let sets = known.get(key)
        if (!sets) known.set(key, (sets = setsFor(words)))
        for (const set of sets) addBit(from === 0 ? set.inFront : set.anywhere, nth)
        if (from === 0) for (const set of sets) addBit(set.anywhere, nth)
      }
    },
    all: (): Starts => ({ anywhere, inFront, longer }),
  }
}

/** The syllables that are typed from here on, as many as can matter. */
function wordsFrom(syllables: readonly string[], from: number): string[] {
  const words: string[] = []
  for (let nth = from; nth < syllables.length && words.length <= KNOWN_LETTERS; nth += 1) {
    const syllable = syllables[nth] ?? ''
    if (isLetter(syllable)) words.push(syllable)
    else if (nth === from || !isSilent(syllable)) break
  }
  return words
}

/** Everything of up to four letters that may be typed for these syllables (matchLetters has the rule). */
function typeable(words: readonly string[], nth: number, before: string, all: Set<string>): void {
  const word = words[nth]
  if (word === undefined) return
  for (let length = 1; length <= word.length && before.length + length <= KNOWN_LETTERS + 1; length += 1) {
    const typed = before + word.slice(0, length)
    all.add(typed)
    if (length === word.length || length <= (word[1] === 'h' ? 2 : 1)) typeable(words, nth + 1, typed, all)
  }
}
