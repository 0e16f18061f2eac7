import type { CatalogueEntry } from './entry.ts'
import { type Spelling, matchLetters, spell } from './match-letters.ts'

interface Indexed {
  entry: CatalogueEntry
  name: string
  spelling: Spelling
  aliases: { text: string; spelling: Spelling }[]
}
export type SearchIndex = readonly Indexed[]
/** `marks`: the matched characters of the name as [from, to), for the highlight. */
export interface Found {
  entry: CatalogueEntry
  marks: [from: number, to: number][]
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

export const searchIndex = (entries: readonly CatalogueEntry[]): SearchIndex =>
  entries.map((entry) => ({
    entry,
    // Not folded by width: marks must fit the shown name, character by character.
    name: entry.name.toLowerCase(),
    spelling: spell(entry.syllables),
    aliases: entry.aliases.map((text, index) => ({ text: fold(text), spelling: spell(entry.aliasSyllables[index] ?? []) })),
  }))

/** Better is smaller; null = no match. Exact, then prefix, then inside; the name before its colloquial names. */
function rank(one: Indexed, query: string): { rank: number; marks: Found['marks'] } | null {
  const at = one.name.indexOf(query)
  if (at >= 0) return { rank: one.name === query ? 0 : at === 0 ? 1 : 3, marks: [[at, at + query.length]] }
  const letters = /^[a-z]+$/.test(query)
  const inName = letters ? matchLetters(one.spelling, query) : null
  if (inName) return { rank: inName.from === 0 ? 1 : 3, marks: [[inName.from, inName.to]] }
  for (const alias of one.aliases) {
    if (alias.text === query) return { rank: 1, marks: [] }
    if (alias.text.startsWith(query)) return { rank: 2, marks: [] }
    const inAlias = letters ? matchLetters(alias.spelling, query) : null
    if (inAlias) return { rank: inAlias.from === 0 && inAlias.whole ? 1 : inAlias.from === 0 ? 2 : 4, marks: [] }
    if (alias.text.includes(query) || (query.length >= 2 && query.includes(alias.text))) return { rank: 4, marks: [] }
  }
  return letters ? null : scattered(one, query)
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
