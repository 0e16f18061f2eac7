import type { CatalogueEntry } from './entry.ts'
import { type Spelling, matchLetters, spell } from './match-letters.ts'

interface Indexed {
  entry: CatalogueEntry
  name: string
  spelling: Spelling
  aliases: { text: string; spelling: Spelling }[]
}
/** The whole name typed out beats every popular matter. */
const EXACT = -10

export type SearchIndex = readonly Indexed[]
/** `marks`: the matched characters of the name as [from, to), for the highlight. */
export interface Found {
  entry: CatalogueEntry
  marks: [from: number, to: number][]
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
/** Full-width brackets and letters like narrow ones, but never longer or shorter: marks must fit the shown name. */
const foldInPlace = (text: string): string =>
  [...text]
    .map((character) => {
      const folded = character.normalize('NFKC').toLowerCase()
      return folded.length === character.length ? folded : character
    })
    .join('')

export const searchIndex = (entries: readonly CatalogueEntry[]): SearchIndex =>
  entries.map((entry) => {
    const name = foldInPlace(entry.name)
    return {
      entry,
      name,
      spelling: spell(name, entry.syllables),
      aliases: entry.aliases.map((alias, index) => ({ text: fold(alias), spelling: spell(foldInPlace(alias), entry.aliasSyllables[index] ?? []) })),
    }
  })

/** Better is smaller; null = no match. Exact, then prefix, then inside; the name before its colloquial names. */
function rank(one: Indexed, query: string): { rank: number; marks: Found['marks'] } | null {
  if (one.name === query) return { rank: EXACT, marks: [[0, query.length]] }
  const at = one.name.indexOf(query)
  if (at >= 0) return { rank: at === 0 ? 1 : 3, marks: [[at, at + query.length]] }
  const letters = /[a-z]/.test(query)
  const inName = letters ? matchLetters(one.spelling, query) : null
  const named = inName ? (inName.from === 0 ? 1 : 3) : Infinity
  const called = Math.min(Infinity, ...one.aliases.map((alias) => aliasRank(alias, query, letters)))
  // A fit in the name can be shown, so it wins a tie.
  if (inName && named <= called) return { rank: named, marks: [[inName.from, inName.to]] }
  if (called < Infinity) return { rank: called, marks: [] }
  return letters ? piecewise(one, query) : scattered(one, query)
}

/** What people call it: 办执照 counts like the beginning of a name. */
function aliasRank({ text, spelling }: Indexed['aliases'][number], query: string, letters: boolean): number {
  if (text === query) return 1
  if (text.startsWith(query)) return 2
  const typed = letters ? matchLetters(spelling, query) : null
  if (typed) return typed.from > 0 ? 4 : typed.whole ? 1 : 2
  return text.includes(query) || (query.length >= 2 && query.includes(text)) ? 4 : Infinity
}

/** Letters and characters in another order than the name has them: gjj提取. */
function piecewise(one: Indexed, query: string): ReturnType<typeof rank> {
  const pieces = query.match(/[a-z0-9]+|[^a-z0-9]+/g) ?? []
  if (pieces.length < 2) return null
  const marks: Found['marks'] = []
  for (const piece of pieces) {
    const at = one.name.indexOf(piece)
    const typed = at >= 0 ? { from: at, to: at + piece.length } : matchLetters(one.spelling, piece)
    if (typed === null) return null
    marks.push([typed.from, typed.to])
  }
  return { rank: 5, marks: marks.sort(([one], [other]) => one - other) }
}

/** All characters of a longer Chinese query somewhere in the name or one alias: 执照营业, 公积金提取. */
function scattered(one: Indexed, query: string): ReturnType<typeof rank> {
  if (query.length < 2) return null
  const text = [one.name, ...one.aliases.map((alias) => alias.text)].join('\n')
  for (const character of query) if (!text.includes(character)) return null
  const marks = [...query].flatMap((character): Found['marks'] => {
    const at = one.name.indexOf(character)
    return at < 0 ? [] : [[at, at + 1]]
  })
  return { rank: 6, marks }
}

/** The first `limit` matters that fit what was typed: Chinese, initials (yyzz), full pinyin (gongjijin) or colloquial names. */
export function searchMatters(index: SearchIndex, query: string, limit: number): Found[] {
  const wanted = fold(query)
  if (wanted === '') return []
  const found = index.flatMap((one) => {
    const hit = rank(one, wanted)
    return hit ? [{ entry: one.entry, marks: hit.marks, rank: hit.rank }] : []
  })
  // A popular matter wins over a slightly better fit: 60 points are worth one class.
  const score = ({ entry, rank: fit }: (typeof found)[number]): number => fit - entry.popular / 60
  found.sort((one, other) => score(one) - score(other) || one.entry.name.length - other.entry.name.length)
  return found.slice(0, limit).map(({ entry, marks }) => ({ entry, marks }))
}

/** The letters after which something would still be found; the keyboard flattens the others. */
export function nextLetters(index: SearchIndex, query: string): Set<string> {
  const wanted = fold(query)
  const letters = new Set<string>()
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    if (index.some((one) => rank(one, wanted + letter) !== null)) letters.add(letter)
  }
  return letters
}
