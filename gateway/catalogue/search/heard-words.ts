import type { Readings } from './indexed-matters.ts'
import { stem } from './plain-text.ts'
import { EMPTY, type PhraseBook } from './phrase-book.ts'
import { heardAs } from './sounds.ts'

/** A word of a group in a sentence, as [from, to). */
export interface Said {
  group: number
  from: number
  to: number
}
/** One wrong letter is forgiven in an English word of so many. */
const FORGIVEN = 6
/** An English word is known by so many letters while it is typed. */
const BEGUN = 3
const MOST_TOKENS = 4

/** All words of the lexicon in a plain sentence, also inside of each other. */
export function wordsIn(index: PhraseBook, text: string): Said[] {
  const found: Said[] = []
  for (const run of text.matchAll(/[a-z0-9 ]+|[^a-z0-9 ]+/g)) {
    const inside = /^[a-z0-9 ]/.test(run[0]) ? lettersIn(index, run[0]) : charactersIn(index, run[0])
    found.push(...inside.map(({ group, from, to }) => ({ group, from: from + run.index, to: to + run.index })))
  }
  // 80岁, 4s店: digits and characters in one word.
  if (/[a-z0-9]/.test(text) && /[^a-z0-9 ]/.test(text))
    found.push(...charactersIn(index, text).filter(({ from, to }) => /[a-z0-9]/.test(text.slice(from, to))))
  return withoutSinglesInside([...found, ...partedIn(index, text, found)])
}
/** 离了个婚: so many characters may stand between the halves of a word. */
const BETWEEN = 5

/** Words whose halves stand apart, when neither half is in a longer word. */
function partedIn({ parted }: PhraseBook, text: string, found: readonly Said[]): Said[] {
  const taken = (at: number): boolean =>
    found.some(({ group, from, to }) => group !== EMPTY && to - from > 1 && from <= at && at < to)
  const apart: Said[] = []
  for (let from = 0; from < text.length; from += 1) {
    const objects = parted.get(text[from] ?? '')
    if (!objects || taken(from)) continue
    for (let at = from + 2; at <= Math.min(text.length - 1, from + 1 + BETWEEN); at += 1)
      if (!taken(at)) for (const group of objects.get(text[at] ?? '') ?? []) apart.push({ group, from, to: at + 1 })
  }
  return apart
}

function charactersIn({ groups, longest }: PhraseBook, text: string): Said[] {
  const found: Said[] = []
  for (let from = 0; from < text.length; from += 1)
    for (let to = from + 1; to <= Math.min(text.length, from + longest); to += 1)
      for (const group of groups.get(text.slice(from, to)) ?? []) found.push({ group, from, to })
  return found
}

/** 生 in 生活 is no word of its own when 生活 is one. */
function withoutSinglesInside(found: Said[]): Said[] {
  const longer = found.filter(({ from, to }) => to - from > 1)
  return found.filter(
    (one) => one.to - one.from > 1 || !longer.some(({ from, to }) => from <= one.from && one.to <= to),
  )
}

/** Words of the same sound: 身份正. */
export function soundsIn({ heard, longest }: PhraseBook, text: string, readings: Readings): Said[] {
  const sounds = [...text].map((character) => heardAs(readings.get(character) ?? character))
  const found: Said[] = []
  for (let from = 0; from < sounds.length; from += 1)
    for (let to = from + 2; to <= Math.min(sounds.length, from + longest); to += 1)
      for (const group of heard.get(sounds.slice(from, to).join(' ')) ?? []) found.push({ group, from, to })
  return found
}

function lettersIn(index: PhraseBook, run: string): Said[] {
  const tokens = [...run.matchAll(/[a-z0-9]+/g)].map((match) => ({ text: match[0], from: match.index }))
  if (tokens.length === 1 && tokens[0]) return oneToken(index, tokens[0].text, tokens[0].from)
  const found: Said[] = []
  for (let first = 0; first < tokens.length; first += 1) {
    let known = false
    for (let last = first; last < Math.min(tokens.length, first + MOST_TOKENS); last += 1) {
      const some = tokens.slice(first, last + 1)
      const [from, end] = [some[0]?.from ?? 0, some.at(-1)]
      const to = (end?.from ?? 0) + (end?.text.length ?? 0)
      const groups =
        index.letters.get(some.map(({ text }) => stem(text)).join('')) ??
        index.letters.get(some.map(({ text }) => text).join('')) ??
        []
      if (last === first && groups.length > 0) known = true
      found.push(...groups.map((group) => ({ group, from, to })))
    }
    const token = tokens[first]
    if (!known && token) found.push(...near(index, token.text, token.from, first === tokens.length - 1))
  }
  return found
}

/** One word, or several typed without spaces: these must be known to the last letter, for letters are also pinyin. */
function oneToken(index: PhraseBook, token: string, from: number): Said[] {
  const whole = index.letters.get(token) ?? index.letters.get(stem(token))
  if (whole) return whole.map((group) => ({ group, from, to: from + token.length }))
  const parts = inWords(index, token)
  if (parts) return parts.map(({ group, from: at, to }) => ({ group, from: at + from, to: to + from }))
  return near(index, token, from, true)
}

/** A word that is still being typed, or has one wrong letter. */
function near(index: PhraseBook, token: string, from: number, last: boolean): Said[] {
  const as = (words: readonly string[]): Said[] =>
    [...new Set(words.flatMap((word) => index.letters.get(word) ?? []))].map((group) => ({
      group,
      from,
      to: from + token.length,
    }))
  if (last && token.length >= BEGUN) {
    const begun = index.english.filter((word) => word.startsWith(token))
    if (begun.length > 0) return as(begun)
  }
  if (token.length < FORGIVEN) return []
  return as(index.english.filter((word) => oneApart(word, token)))
}

/** The same word but for one letter too many, too few, wrong, or two swapped. */
export function oneApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  const [here, there] = [one.slice(at), other.slice(at)]
  return (
    here.slice(1) === there.slice(1) ||
    here === there.slice(1) ||
    here.slice(1) === there ||
    (here[0] === there[1] && here[1] === there[0] && here.slice(2) === there.slice(2))
  )
}

/** Letters cut into known words, the fewest; null = some of them are in none. */
function inWords({ letters }: PhraseBook, text: string): Said[] | null {
  const fewest: ({ words: number; back: number; groups: readonly number[] } | null)[] = Array.from(
    { length: text.length + 1 },
    () => null,
  )
  fewest[0] = { words: 0, back: 0, groups: [] }
  for (let from = 0; from < text.length; from += 1) {
    const before = fewest[from]
    if (!before) continue
    for (let to = from + 1; to <= text.length; to += 1) {
      const groups = letters.get(text.slice(from, to))
      if (groups && before.words + 1 < (fewest[to]?.words ?? Infinity))
        fewest[to] = { words: before.words + 1, back: from, groups }
    }
  }
  if (!fewest[text.length]) return null
  const found: Said[] = []
  for (let to = text.length; to > 0; ) {
    const step = fewest[to]
    if (!step) return null
    for (const group of step.groups) found.push({ group, from: step.back, to })
    to = step.back
  }
  return found.some(({ group }) => group !== EMPTY) ? found : null
}
