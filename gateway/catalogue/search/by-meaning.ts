import { type Said, soundsIn, wordsIn } from './heard-words.ts'
import type { Readings } from './indexed-matters.ts'
import { ELSEWHERE, EMPTY, type PhraseBook } from './phrase-book.ts'

/** A matter that was meant. */
export interface Meant {
  /** Its place in the index. */
  nth: number
  /** Larger is better: how much of what was said leads there. */
  strength: number
  /** What was said of it, in the words of the question: 开饭店. */
  why: string
}
export interface Meaning {
  /** The best first. */
  meant: Meant[]
  /** The share of the question that is understood, without its empty words. */
  understood: number
  /** Said in so many words, not only named. */
  sure: boolean
  /** The question without its empty words. */
  bare: string
  /** Where to ask: a piece of the department's name. */
  ask: string | null
  /** It was said in so many words, and this hall has nothing of the kind. */
  lacking: boolean
}
export const noMeaning: Meaning = { meant: [], understood: 0, sure: false, bare: '', ask: null, lacking: false }

/** Each further matter of a concept counts less. */
const LATER = 0.35
/** A phrase of several words says more than one of the same length. */
const PER_PART = 0.8
/** Two ways to the same matter. */
const AGREED = 0.3
/** A single short word in a long sentence may be about anything; a single character is nearly all that was said, or nothing. */
const LEAST_SHARE = 0.2
const SURE = 3
const NEARLY_ALL = 0.9
/** A matter that has only the name of something said: most of the question must be so. */
const NAMED_SHARE = 0.7

/** The matters that a plain sentence means, by the words in it. What only sounds so is looked at when that says more. */
export function byMeaning(index: PhraseBook, text: string, readings: Readings): Meaning {
  if (index.phrases.length === 0 || text === '') return noMeaning
  const words = wordsIn(index, text)
  const written = meaningOf(index, text, words)
  if (written.lacking || written.understood >= NEARLY_ALL || isElsewhere(words) || /^[a-z0-9 ]+$/.test(text))
    return written
  const heard = meaningOf(index, text, [...words, ...soundsIn(index, text, readings)])
  return heard.understood > Math.max(written.understood, LEAST_HEARD) ? heard : written
}
const isElsewhere = (words: readonly Said[]): boolean => words.some(({ group }) => group === ELSEWHERE)
/** Sounds are shared by many words: so much of the question must fit. */
const LEAST_HEARD = 0.75

type Places = ReadonlyMap<number, readonly Said[]>

function meaningOf(index: PhraseBook, text: string, words: readonly Said[]): Meaning {
  const places = new Map<number, Said[]>()
  for (const word of words) {
    if (word.group < 0) continue
    const before = places.get(word.group)
    if (before) before.push(word)
    else places.set(word.group, [word])
  }
  const full = Math.max(1 / 3, weigh(text, words))
  const ask = whomToAsk(index, text, places)
  const said = saidSo(index, text, places, full)
  const { lack } = said
  if (lack && isStronger(lack, said)) return { ...noMeaning, ask: lack.department, lacking: true }
  if (isElsewhere(words) && said.understood < NAMED_SHARE) return { ...noMeaning, ask }
  const sure = said.meant.length > 0
  const found: Pick<Meaning, 'meant' | 'understood'> = sure ? said : namedSo(index, text, places, full)
  const { meant, understood } = found.meant.length > 0 ? found : halfSaid(index, text, places, words)
  return { meant, understood, sure, bare: bareOf(text, words), ask, lacking: false }
}

/** Of several departments the one of the longest word: 拖欠工资 tells more than 告. */
function whomToAsk(index: PhraseBook, text: string, places: Places): string | null {
  let best: { department: string; covered: number } | null = null
  for (const [group, all] of places) {
    const department = index.ask.get(group)
    const covered = coveredBy(text, [longestOf(all)])
    if (department !== undefined && covered > (best?.covered ?? 0)) best = { department, covered }
  }
  return best?.department ?? null
}

type SaidSo = Pick<Meaning, 'meant' | 'understood'> & {
  lack: { strength: number; department: string | null } | null
  /** Several words together led to a matter. */
  together: boolean
}

/**
 * A word alone (火锅) does not tell business from pleasure; several that lead to a matter (开+店) do, and so much is said of it. What a
 * department is in charge of is told when as much is said of it as of any matter.
 */
const isStronger = (
  { strength, department }: NonNullable<SaidSo['lack']>,
  { meant: [first], together }: SaidSo,
): boolean =>
  department === null ? !together && strength > (first?.strength ?? 0) : strength >= (first?.strength ?? 0)

/** What phrases find whose words are all said; `lack`: the best of those that lead out of this hall. */
function saidSo(index: PhraseBook, text: string, places: Places, full: number): SaidSo {
  const best = new Map<number, Meant>()
  let understood = 0
  let lack: SaidSo['lack'] = null
  let together = false
  for (const nth of new Set([...places.keys()].flatMap((group) => index.phrasesOf.get(group) ?? []))) {
    const phrase = index.phrases[nth]
    if (!phrase?.parts.every((part) => places.has(part))) continue
    const covered = coveredBy(
      text,
      phrase.parts.flatMap((part) => places.get(part) ?? []),
    )
    const share = Math.min(1, covered / full)
    if (covered <= 1 && share < NEARLY_ALL) continue
    if (phrase.parts.length === 1 && covered < SURE && share < LEAST_SHARE) continue
    const strength = covered + PER_PART * (phrase.parts.length - 1)
    const department = index.lacks.get(phrase.concept)
    if (department !== undefined) {
      if (strength > (lack?.strength ?? 0)) lack = { strength, department }
      continue
    }
    understood = Math.max(understood, share)
    if (phrase.parts.length > 1) together = true
    const spans = phrase.parts.map((part) => longestOf(places.get(part) ?? []))
    const why = whyOf(text, spans)
    for (const [rank, matter] of (index.finds[phrase.concept] ?? []).entries()) {
      const one = { nth: matter, strength: strength - LATER * rank, why }
      const before = best.get(matter)
      if (!before) best.set(matter, one)
      else if (one.strength > before.strength) best.set(matter, { ...one, strength: one.strength + AGREED })
      else before.strength += AGREED
    }
  }
  return { meant: sorted([...best.values()]), understood, lack, together }
}

/** A word that belongs to few things tells of them also alone; one that belongs to many (丢了) tells nothing. */
const FEW = 8
/** Half a phrase is no guess unless it is so much of the question. */
const HALF_SHARE = 0.34

/**
 * Only a part of any phrase is said: what it may have been about, by its rarest word. All else must be words, too: whoever says 淘宝客服
 * or 学游泳 speaks of something of which nothing here is known, and half of it is no guess.
 */
function halfSaid(
  index: PhraseBook,
  text: string,
  places: Places,
  words: readonly Said[],
): Pick<Meaning, 'meant' | 'understood'> {
  const best = new Map<number, Meant>()
  const full = Math.max(1, [...text].length)
  const real = words.filter(({ group, from, to }) => group === EMPTY || (group >= 0 && to - from > 1))
  if ([...text].some((_, at) => !real.some(({ from, to }) => from <= at && at < to))) return noMeaning
  for (const [group, all] of places) {
    const concepts = new Set(
      (index.phrasesOf.get(group) ?? [])
        .map((nth) => index.phrases[nth]?.concept ?? 0)
        .filter((concept) => !index.lacks.has(concept)),
    )
    const longest = longestOf(all)
    const covered = coveredBy(text, [longest])
    if (concepts.size === 0 || concepts.size > FEW || covered <= 1 || covered / full < HALF_SHARE) continue
    const why = text.slice(longest.from, longest.to)
    for (const concept of concepts)
      for (const [rank, nth] of (index.finds[concept] ?? []).entries()) {
        const strength = covered / concepts.size - LATER * rank
        if (strength > (best.get(nth)?.strength ?? -Infinity)) best.set(nth, { nth, strength, why })
      }
  }
  return { meant: sorted([...best.values()]), understood: best.size > 0 ? HALF_SHARE : 0 }
}

/** Nothing is said of these words together, but matters are called so: the rarer the word, the more it tells. */
function namedSo(index: PhraseBook, text: string, places: Places, full: number): Pick<Meaning, 'meant' | 'understood'> {
  const best = new Map<number, Meant>()
  const told: Said[] = []
  for (const [group, all] of places) {
    const named = index.named.get(group) ?? []
    const longest = longestOf(all)
    if (named.length === 0 || coveredBy(text, [longest]) <= 1) continue
    told.push(...all)
    for (const nth of named) {
      const before = best.get(nth)
      const strength = (before?.strength ?? 0) + coveredBy(text, all) / Math.log2(1 + named.length)
      best.set(nth, { nth, strength, why: before ? before.why : text.slice(longest.from, longest.to) })
    }
  }
  const understood = Math.min(1, coveredBy(text, told) / full)
  return understood < NAMED_SHARE ? { meant: [], understood: 0 } : { meant: sorted([...best.values()]), understood }
}
const sorted = (all: Meant[]): Meant[] => all.sort((one, other) => other.strength - one.strength || one.nth - other.nth)

/** What is left without the words that say nothing. */
function bareOf(text: string, words: readonly Said[]): string {
  const said = words.filter(({ group }) => group !== EMPTY)
  const isIn =
    (at: number) =>
    ({ from, to }: Said): boolean =>
      from <= at && at < to
  return [...text].filter((_, at) => said.some(isIn(at)) || !words.some(isIn(at))).join('')
}

const longestOf = (all: readonly Said[]): Said =>
  all.reduce((one, other) => (other.to - other.from > one.to - one.from ? other : one))

/** Letters count a third: passport is no longer than 护照 is meant. */
const weightAt = (text: string, at: number): number =>
  text[at] === ' ' ? 0 : /[a-z0-9]/.test(text[at] ?? '') ? 1 / 3 : 1

/** How much of a sentence says something: without its empty words. */
function weigh(text: string, words: readonly Said[]): number {
  const said = words.filter(({ group }) => group >= 0)
  let sum = 0
  for (let at = 0; at < text.length; at += 1) {
    const isIn = ({ from, to }: Said): boolean => from <= at && at < to
    if (said.some(isIn) || !words.some(isIn)) sum += weightAt(text, at)
  }
  return sum
}
function coveredBy(text: string, spans: readonly Said[]): number {
  let sum = 0
  for (let at = 0; at < text.length; at += 1)
    if (spans.some(({ from, to }) => from <= at && at < to)) sum += weightAt(text, at)
  return sum
}

/** The words that led there, in the order of the question. */
function whyOf(text: string, spans: readonly Said[]): string {
  const sorted = [...spans].sort((one, other) => one.from - other.from)
  const pieces: string[] = []
  let end = -1
  for (const { from, to } of sorted) {
    if (to <= end) continue
    const begin = Math.max(from, end)
    const close = end >= 0 && text.slice(end, begin).trim().length <= 1
    if (close) pieces.push(text.slice(end, to))
    else pieces.push(end < 0 ? text.slice(begin, to) : `…${text.slice(begin, to)}`)
    end = to
  }
  return pieces.join('')
}
