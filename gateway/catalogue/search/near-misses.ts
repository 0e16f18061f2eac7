import { addAll, eachBit, noBits } from './bit-set.ts'
import { ALIAS_PREFIX, type Fit, INSIDE, fitOf } from './fit.ts'
import { ANY_LETTER, matchLetters, spell } from './match-letters.ts'
import { type Indexed, type SearchIndex, candidatesFor, withAll } from './indexed-matters.ts'
import { heardAs, likeSound } from './sounds.ts'
import { type Steps, take } from './steps.ts'

export interface NearMisses {
  found: { one: Indexed; fit: Fit }[]
  meant: string
}

/** Worse than any true fit. */
const NEAR = 7
/** What is near is looked for within so many steps: a slow terminal does them in some 80 ms. */
const MOST_NEAR = 15_000
/** Matters near to what was typed, by the first of these ways that finds any: fewer words, the same sound, one wrong letter, half of the words. */
export function nearMisses(index: SearchIndex, query: string, bare: string, all: Steps): NearMisses | null {
  if (query.length < 2 || new Set(query).size === 1) return null
  const steps = { left: Math.min(all.left, MOST_NEAR) }
  const withoutEmpty = (): NearMisses['found'] =>
    bare === query || bare.length < 2 ? [] : collect(index, bare, NEAR, steps)
  for (const way of [withoutEmpty, calledWithin, soundingAlike, oneWrong, halfOfIt]) {
    const found = way(index, query, steps)
    const [first] = found.toSorted(
      (one, other) => one.fit.fit - other.fit.fit || other.one.entry.popular - one.one.entry.popular,
    )
    if (first) return { found, meant: meantBy(first) }
  }
  return null
}

const meantBy = ({ one, fit }: NearMisses['found'][number]): string => {
  const [from, to] = [fit.marks[0]?.[0] ?? 0, fit.marks.at(-1)?.[1] ?? 0]
  return to - from >= 2 ? one.entry.name.slice(from, to) : one.entry.name.replace(/[（(].*$/, '')
}

const collect = (index: SearchIndex, query: string, worse: number, steps: Steps): NearMisses['found'] => {
  const found: NearMisses['found'] = []
  const letters = /[a-z?]/.test(query)
  eachBit(candidatesFor(index, query, steps), index.matters.length, (nth) => {
    const one = index.matters[nth] as Indexed
    const fit = fitOf(one, query, letters, steps)
    if (fit) found.push({ one, fit: { ...fit, fit: Math.max(0, fit.fit) + worse } })
    return steps.left > 0
  })
  return found
}

/** What people call a matter stands inside of a longer sentence: 去哪办个结婚证呀. The longest such name counts most. */
function calledWithin({ matters }: SearchIndex, query: string, steps: Steps): NearMisses['found'] {
  return matters.flatMap((one) => {
    if (!take(steps, 1 + one.aliases.length)) return []
    const longest = Math.max(
      0,
      ...one.aliases.map(({ text }) => (text.length >= 2 && query.includes(text) ? text.length : 0)),
    )
    return longest === 0 ? [] : [{ one, fit: { fit: NEAR + 4 - Math.min(4, longest), marks: [], mask: 0 } }]
  })
}

/** 身份正, 以办; and pinyin of people who say s for sh or in for ing: yinyezizao. */
function soundingAlike(index: SearchIndex, query: string, steps: Steps): NearMisses['found'] {
  const letters = /^[a-z]+$/.test(query)
  const sounds = [...query].map((character) => heardAs(index.readings.get(character) ?? character))
  const wanted = letters ? likeSound(query) : ` ${sounds.join(' ')} `
  const found: NearMisses['found'] = []
  const pieces = letters ? [] : sounds.map((sound) => `~${sound}`)
  eachBit(withAll(index, pieces, steps), index.matters.length, (at) => {
    const one = index.matters[at] as Indexed
    for (const [nth, { syllables }] of [one.spelling, ...one.aliases.map(({ spelling }) => spelling)].entries()) {
      if (!take(steps, syllables.length)) return false
      const heard = syllables.map(heardAs)
      const match = letters ? matchLetters(spell('', heard), wanted, steps) : within(heard, wanted)
      if (match === null) continue
      found.push({
        one,
        fit: { fit: NEAR + (match.from > 0 ? 1 : 0), marks: nth === 0 ? [[match.from, match.to]] : [], mask: 0 },
      })
      break
    }
    return true
  })
  return found
}
function within(heard: readonly string[], wanted: string): { from: number; to: number } | null {
  const at = ` ${heard.join(' ')} `.indexOf(wanted)
  if (at < 0) return null
  const from = ` ${heard.join(' ')} `.slice(0, at).split(' ').length - 1
  return { from, to: from + wanted.trim().split(' ').length }
}

/** One letter too many, too few, wrong, or two swapped: yyzhi, yyz, yyxz, yzyz. Chinese: one character wrong or too many. */
function oneWrong(index: SearchIndex, query: string, steps: Steps): NearMisses['found'] {
  if (query.length < 3) return []
  const found = new Map<Indexed, Fit>()
  const letters = /^[a-z]+$/.test(query)
  // Doubled letters come out the same wherever they are mended.
  const variants = new Set(
    letters ? misspelt(query) : [...query].map((_, at) => query.slice(0, at) + query.slice(at + 1)),
  )
  for (const variant of variants) {
    for (const { one, fit } of collect(index, variant, NEAR, steps)) {
      // Letters inside of a name are there by chance.
      if (fit.fit > NEAR + (letters ? ALIAS_PREFIX : INSIDE)) continue
      const before = found.get(one)
      if (!before || fit.fit < before.fit) found.set(one, fit)
    }
  }
  return [...found].map(([one, fit]) => ({ one, fit }))
}
function* misspelt(query: string): Generator<string> {
  for (let at = 0; at < query.length; at += 1) {
    const [head, tail] = [query.slice(0, at), query.slice(at + 1)]
    if (query.length > 3) yield head + tail
    yield head + ANY_LETTER + tail
    yield head + ANY_LETTER + query.slice(at)
    if (tail !== '' && tail[0] !== query[at]) yield `${head}${tail[0]}${query[at]}${tail.slice(1)}`
  }
}

/** Whoever has none of the pairs has not half of them. */
function withAnyPair(index: SearchIndex, pairs: readonly string[], steps: Steps): Indexed[] {
  const any = noBits(index.matters.length)
  for (const pair of pairs) addAll(any, withAll(index, pair, steps))
  const found: Indexed[] = []
  eachBit(any, index.matters.length, (nth) => found.push(index.matters[nth] as Indexed) > 0)
  return found
}

/** At least half of the neighbouring pairs of a longer sentence are in the name or in what people call it. */
function halfOfIt(index: SearchIndex, query: string, steps: Steps): NearMisses['found'] {
  if (query.length < 3 || /^[a-z]+$/.test(query)) return []
  const pairs = [...new Set([...query].slice(1).map((character, at) => `${query[at]}${character}`))]
  return withAnyPair(index, pairs, steps).flatMap((one) => {
    if (!take(steps, pairs.length * (1 + one.aliases.length))) return []
    const texts = [one.name, ...one.aliases.map(({ text }) => text)]
    const common = pairs.filter((pair) => texts.some((text) => text.includes(pair)))
    if (common.length * 2 < pairs.length) return []
    const marks = common.flatMap((pair): Fit['marks'] => {
      const at = one.name.indexOf(pair)
      return at < 0 ? [] : [[at, at + 2]]
    })
    return [
      {
        one,
        fit: { fit: NEAR + 4 - (4 * common.length) / pairs.length, marks: marks.sort(([a], [b]) => a - b), mask: 0 },
      },
    ]
  })
}
