import { type BitSet, addBit, allBits, eachBit, keepCommon, noBits } from './bit-set.ts'
import type { CatalogueEntry } from './entry.ts'
import { ANY_LETTER, type Spelling, isLetter, isSilent, spell } from './match-letters.ts'
import { heardAs } from './sounds.ts'
import { type Lexicon, noLexicon } from './lexicon.ts'
import { type PhraseBook, phraseBook } from './phrase-book.ts'
import { type Steps, take } from './steps.ts'
import { type Starts, collectStarts, noStarts } from './starts.ts'

export interface Indexed {
  entry: CatalogueEntry
  /** As shown, but narrow and small: marks in it fit the shown name. */
  name: string
  spelling: Spelling
  aliases: { text: string; spelling: Spelling }[]
}
/**
 * Made once for each catalogue. `matters`: most wanted first, then the shorter name. `has`: for each character, each first letter and each
 * pair of letters that can follow one another when typed, the matters that have it; whatever fits a query has all of its pairs. And for each
 * syllable as it is heard.
 */
export interface SearchIndex {
  readonly matters: readonly Indexed[]
  readonly has: ReadonlyMap<string, BitSet>
  readonly starts: Starts
  readonly readings: Readings
  /** What people say, and where it leads. */
  readonly said: PhraseBook
}
/** How a character is read, without tone: what a wrong character with the right sound may have meant. */
export type Readings = ReadonlyMap<string, string>
export const noMatters: SearchIndex = {
  matters: [],
  has: new Map(),
  starts: noStarts,
  readings: new Map(),
  said: phraseBook(noLexicon, {}, () => []),
}

export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
/** Full-width brackets and letters like narrow ones, but never longer or shorter. */
const foldInPlace = (text: string): string =>
  [...text]
    .map((character) => {
      const folded = character.normalize('NFKC').toLowerCase()
      return folded.length === character.length ? folded : character
    })
    .join('')

export function searchIndex(
  entries: readonly CatalogueEntry[],
  readings: Record<string, string>,
  lexicon: Lexicon = noLexicon,
): SearchIndex {
  const sorted = [...entries].sort((one, other) => other.popular - one.popular || one.name.length - other.name.length)
  const has = new Map<string, BitSet>()
  const starts = collectStarts(sorted.length)
  const matters = sorted.map((entry, nth): Indexed => {
    const name = foldInPlace(entry.name)
    const spelling = spell(name, entry.syllables)
    const aliases = entry.aliases.map((alias, at) => ({
      text: fold(alias),
      spelling: spell(foldInPlace(alias), entry.aliasSyllables[at] ?? []),
    }))
    for (const one of [spelling, ...aliases.map((alias) => alias.spelling)]) {
      starts.add(one, nth)
      for (const key of keysOf(one)) {
        let members = has.get(key)
        if (!members) has.set(key, (members = noBits(sorted.length)))
        addBit(members, nth)
      }
    }
    return { entry, name, spelling, aliases }
  })
  return {
    matters,
    has,
    starts: starts.all(),
    readings: new Map(Object.entries(readings)),
    said: phraseBook(lexicon, readings, (pieces) => namedSo(matters, has, pieces)),
  }
}

/** The matters whose names have all of these pieces and none with a minus before it: 食品经营许可 -变更. The shortest name first. */
function namedSo(matters: readonly Indexed[], has: ReadonlyMap<string, BitSet>, pieces: string): number[] {
  const all = foldInPlace(pieces).split(' ')
  const wanted = all.filter((piece) => !piece.startsWith('-'))
  const unwanted = all.filter((piece) => piece.startsWith('-')).map((piece) => piece.slice(1))
  const members = allBits(matters.length)
  for (const character of wanted.join('')) {
    const having = has.get(character)
    if (!having || !keepCommon(members, having)) return []
  }
  const found: number[] = []
  eachBit(members, matters.length, (nth) => {
    const name = matters[nth]?.name ?? ''
    if (wanted.every((piece) => name.includes(piece)) && !unwanted.some((piece) => name.includes(piece)))
      found.push(nth)
    return found.length < MOST_FOUND
  })
  return found
}

/** More matters of one name are no help to anybody. */
const MOST_FOUND = 12

/** Everything that a query for this text may be made of. `^x` = a syllable begins with x, `~x` = one is heard as x. */
function* keysOf({ syllables, characters, initials }: Spelling): Generator<string> {
  let before = ''
  for (let nth = 0; nth < syllables.length; nth += 1) {
    const syllable = syllables[nth] ?? ''
    const character = characters[nth] ?? ''
    yield character
    yield `~${heardAs(syllable)}`
    const initial = initials[nth] ?? ''
    if (!isLetter(initial)) {
      if (!isSilent(syllable)) before = ''
      continue
    }
    yield `^${initial}`
    for (const last of before) yield last + initial
    for (let at = 1; at < syllable.length; at += 1) yield syllable.slice(at - 1, at + 1)
    before = initial + (syllable[1] === 'h' ? 'h' : '') + (syllable.length > 1 ? syllable.at(-1) : '')
  }
}

/** The matters that have every piece of the query; some may still not fit. */
export const candidatesFor = (index: SearchIndex, query: string, steps: Steps): BitSet =>
  withAll(index, piecesOf(query), steps)

/** The matters that have all of these pieces. */
export function withAll({ matters, has }: SearchIndex, pieces: Iterable<string>, steps: Steps): BitSet {
  const common = allBits(matters.length)
  for (const piece of pieces) {
    const members = has.get(piece)
    if (!members) return noBits(matters.length)
    if (!take(steps, common.length >> 4)) return noBits(matters.length)
    if (!keepCommon(common, members)) break
  }
  return common
}

function* piecesOf(query: string): Generator<string> {
  for (let at = 0; at < query.length; at += 1) {
    const typed = query[at] ?? ''
    const before = query[at - 1] ?? ''
    if (typed === ANY_LETTER) continue
    if (!isLetter(typed)) yield typed
    else if (isLetter(before)) yield before + typed
    else if (before !== ANY_LETTER) yield `^${typed}`
  }
}
