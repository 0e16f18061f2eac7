import type { Lexicon } from './lexicon.ts'
import { oneDone, pairsOf, stem } from './plain-text.ts'
import { heardAs } from './sounds.ts'

/** A way of saying something: all of its words must be said, in any order. */
export interface Phrase {
  /** Numbers of groups of words. */
  readonly parts: readonly number[]
  /** Number of the thing said: what it finds. */
  readonly concept: number
}
/** Where words lead, made once for each catalogue. Groups of words have numbers; a negative number is an empty word. */
export interface PhraseBook {
  /** Groups of a word in characters. */
  readonly groups: ReadonlyMap<string, readonly number[]>
  /** Groups of a word in letters: English words by their stems, and how Chinese ones are spelt. */
  readonly letters: ReadonlyMap<string, readonly number[]>
  /** Words of two characters that are said with others between: 离个婚, 养了两百头猪. Groups by their first and last. */
  readonly parted: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>
  /** English words as they are written, sorted, to go on typing. */
  readonly english: readonly string[]
  /** Groups of a word by how it is heard. */
  readonly heard: ReadonlyMap<string, readonly number[]>
  readonly phrases: readonly Phrase[]
  /** Phrases in which a group is a part. */
  readonly phrasesOf: ReadonlyMap<number, readonly number[]>
  /** For each concept the matters that it finds, best first, as places in the index. */
  readonly finds: readonly (readonly number[])[]
  /** The matters whose names have a word of a group. */
  readonly named: ReadonlyMap<number, readonly number[]>
  /** Concepts of what the hall lacks, with the department that is in charge; null = none is. */
  readonly lacks: ReadonlyMap<number, string | null>
  /** Departments to ask, by the group of words. */
  readonly ask: ReadonlyMap<number, string>
  readonly traditional: ReadonlyMap<string, string>
  readonly longest: number
}
export const EMPTY = -1
/** The group of words of what no hall does. */
export const ELSEWHERE = -2
/** What people do with things: the first half of words that come apart. */
const VERBS = new Set('养卖买开砍领换补改销迁租装修刻考查交取提报生离结退搬挖打拉放种拆建收贷落过转办烧捡摆')
const LATIN = /^[a-z0-9' -]+$/

/** The words of a lexicon looked up quickly. `find`: the places of the matters whose names have all pieces. */
export function phraseBook(
  lexicon: Lexicon,
  readings: Readonly<Record<string, string>>,
  find: (pieces: string) => readonly number[],
): PhraseBook {
  const groups = new Map<string, number[]>()
  const letters = new Map<string, number[]>()
  const heard = new Map<string, number[]>()
  const parted = new Map<string, Map<string, number[]>>()
  const english = new Set<string>()
  const numbers = new Map<string, number>()
  const wordsOf = new Map(Object.entries(lexicon.words))
  const addTo = (map: Map<string, number[]>, key: string, group: number): void => {
    const before = map.get(key)
    if (!before) map.set(key, [group])
    else if (!before.includes(group)) before.push(group)
  }
  const addWord = (word: string, group: number): void => {
    const small = oneDone(word.toLowerCase())
    if (LATIN.test(small)) {
      english.add(small.replace(/ /g, ''))
      addTo(letters, small.split(' ').map(stem).join(''), group)
      addTo(letters, small.replace(/ /g, ''), group)
      return
    }
    addTo(groups, small, group)
    const [verb = '', object = ''] = small
    if (small.length === 2 && VERBS.has(verb)) {
      const objects = parted.get(verb) ?? new Map<string, number[]>()
      parted.set(verb, objects)
      addTo(objects, object, group)
    }
    const syllables = [...small].map((one) => readings[one] ?? '')
    if (small.length < 2 || syllables.includes('')) return
    addTo(letters, syllables.join(''), group)
    addTo(heard, syllables.map(heardAs).join(' '), group)
  }
  const groupOf = (name: string): number => {
    const before = numbers.get(name)
    if (before !== undefined) return before
    const group = numbers.size
    numbers.set(name, group)
    for (const word of [name, ...(wordsOf.get(name) ?? [])]) addWord(word, group)
    return group
  }
  for (const word of lexicon.empty) addWord(word, EMPTY)
  for (const word of lexicon.elsewhere) addWord(word, ELSEWHERE)
  const phrases: Phrase[] = []
  const phrasesOf = new Map<number, number[]>()
  const addPhrases = (say: readonly string[], concept: number): void => {
    for (const one of say) {
      const parts = [...new Set(one.split('+').map((part) => groupOf(part.trim())))]
      for (const part of parts) {
        const before = phrasesOf.get(part)
        if (before) before.push(phrases.length)
        else phrasesOf.set(part, [phrases.length])
      }
      phrases.push({ parts, concept })
    }
  }
  const finds = lexicon.said.map(({ say, find: wanted }, concept) => {
    addPhrases(say, concept)
    return [...new Set(wanted.flatMap(find))]
  })
  const lacks = new Map<number, string | null>()
  for (const [nth, { say, department }] of lexicon.lacks.entries()) {
    addPhrases(say, finds.length + nth)
    lacks.set(finds.length + nth, department)
  }
  const named = new Map<number, number[]>()
  for (const [word, all] of groups)
    if (word.length > 1)
      for (const group of all)
        if (group >= 0) named.set(group, [...new Set([...(named.get(group) ?? []), ...find(word)])])
  const ask = new Map<number, string>()
  for (const { say, department } of lexicon.ask) for (const word of say) ask.set(groupOf(word), department)
  return {
    groups,
    letters,
    parted,
    english: [...english].sort(),
    heard,
    phrases,
    phrasesOf,
    finds,
    named,
    lacks,
    ask,
    traditional: pairsOf(lexicon.traditional),
    longest: Math.max(0, ...[...groups.keys()].map(({ length }) => length)),
  }
}

/** The letters with which an English word goes on that begins with these. */
export const englishAfter = ({ english }: PhraseBook, typed: string): string[] =>
  english.flatMap((word) => (word.startsWith(typed) ? [...word.slice(typed.length, typed.length + 1)] : []))
