import type { SaidWords } from '../contract/said-words.ts'
import type { CatalogueEntry } from './search/entry.ts'
import type { Lexicon } from './search/lexicon.ts'

/** Of all that people say, what leads to one of these matters; of the traditional characters, those that stand for one in use. */
export function lexiconFor(entries: readonly CatalogueEntry[], all: SaidWords, traditional: string): Lexicon {
  const names = entries.map(({ name }) => name.normalize('NFKC').toLowerCase())
  const isThere = (pieces: string): boolean => {
    const parts = pieces.normalize('NFKC').toLowerCase().split(' ')
    return names.some((name) =>
      parts.every((part) => (part.startsWith('-') ? !name.includes(part.slice(1)) : name.includes(part))),
    )
  }
  const said = all.said.flatMap(({ say, find }) => {
    const there = find.filter(isThere)
    return there.length > 0 ? [{ say, find: there }] : []
  })
  const lacks = all.lacks.filter(({ unless }) => !unless.some(isThere))
  const parts = new Set(
    [...said, ...lacks].flatMap(({ say }) => say.flatMap((phrase) => phrase.split('+').map((one) => one.trim()))),
  )
  const words = Object.fromEntries(Object.entries(all.words).filter(([name]) => parts.has(name)))
  const ask = all.ask.filter(({ department }) => entries.some((entry) => entry.department.includes(department)))
  const lexicon = { words, said, empty: all.empty, elsewhere: all.elsewhere, lacks, ask }
  const inUse = new Set(JSON.stringify([lexicon, entries.map(({ name, aliases }) => [name, aliases])]))
  const pairs = traditional.match(/../gu) ?? []
  return { ...lexicon, traditional: pairs.filter((pair) => inUse.has([...pair][1] ?? '')).join('') }
}
