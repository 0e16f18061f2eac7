import { type BitSet, countBits, eachBit, hasBit } from './bit-set.ts'
import { CLOSE, EXACT, type Fit, INSIDE, PREFIX, SCATTERED, fitOf } from './fit.ts'
import { type Meaning, byMeaning } from './by-meaning.ts'
import type { Found } from './found.ts'
import { keepBest } from './keep-best.ts'
import { EVERY_LETTER } from './match-letters.ts'
import { nearMisses } from './near-misses.ts'
import { type Indexed, type SearchIndex, candidatesFor, fold } from './indexed-matters.ts'
import { meantFits } from './meant-fits.ts'
import { englishAfter } from './phrase-book.ts'
import { plainText, simplified } from './plain-text.ts'
import { LONGEST_QUERY, MOST_STEPS, type Steps } from './steps.ts'
import { KNOWN_LETTERS, lettersAfter } from './starts.ts'

export interface Findings {
  /** The best first, at most as many as asked for. */
  found: Found[]
  /** How many fit altogether. */
  total: number
  /** Nothing fits as it was written: these are near it. `meant` is what was probably meant, in the words of the best one. */
  near: { meant: string } | null
  /** The letters after which something would still be found; the keyboard flattens the others. null = cannot be told. */
  letters: ReadonlySet<string> | null
  /** A piece of the name of the department to ask about what was said, when it tells that much. */
  ask: string | null
}
/** A sentence may be longer than the letters of a name. */
const LONGEST_SENTENCE = 60
/** When so much is understood, nobody asks what it may have been misspelt for. */
const ENOUGH = 0.3

/**
 * Matters for what was typed: Chinese, initials (yyzz), full pinyin (gongjijin), mixed, what people call them, or what they say
 * of their own case in a sentence, also in English. A popular matter wins over
 * a slightly better fit: 60 points are worth one class. One wrong letter or character and words that sound alike are forgiven when
 * nothing fits better. A search ends when its `steps` are spent, with what it has found: the most wanted matters are looked at first.
 */
export function searchMatters(
  index: SearchIndex,
  query: string,
  limit: number,
  steps: Steps = { left: MOST_STEPS },
): Findings {
  const { traditional } = index.said
  const wanted = simplified(fold(query), traditional).slice(0, LONGEST_QUERY)
  if (wanted === '') {
    const letters = new Set([...lettersAfter(index.starts, ''), ...englishAfter(index.said, '')])
    return { found: [], total: 0, near: null, letters, ask: null }
  }
  const onlyLetters = /^[a-z]+$/.test(wanted)
  const begun = onlyLetters && wanted.length <= KNOWN_LETTERS ? index.starts.anywhere.get(wanted) : undefined
  if (begun) return firstLetters(index, wanted, begun, limit, steps)
  const meaning = byMeaning(index.said, plainText(query, traditional).slice(0, LONGEST_SENTENCE), index.readings)
  return wholeQuery(index, wanted, onlyLetters, meaning, limit, steps)
}

/** Half of a large catalogue fits its first letter: how many and what may follow is known, and only the best are looked at. */
function firstLetters(index: SearchIndex, wanted: string, begun: BitSet, limit: number, steps: Steps): Findings {
  const best = keepBest(limit)
  for (const [set, fairest] of [[index.starts.inFront.get(wanted), PREFIX] as const, [begun, INSIDE] as const]) {
    if (!set) continue
    eachBit(set, index.matters.length, (nth) => {
      const one = index.matters[nth] as Indexed
      if (best.isClosedTo(one, fairest)) return false
      const fit = fitOf(one, wanted, true, steps)
      if (fit) best.add(one, fit)
      return steps.left > 0
    })
  }
  // tax, gas, car: English words are as short as initials.
  const { meant } = index.said.english.includes(wanted)
    ? byMeaning(index.said, wanted, index.readings)
    : { meant: [] as Meaning['meant'] }
  for (const { one, fit } of meantFits(index, { meant, understood: 1 }, true)) best.add(one, fit)
  const more = meant.filter(({ nth }) => !hasBit(begun, nth)).length
  const letters = new Set([...lettersAfter(index.starts, wanted), ...englishAfter(index.said, wanted)])
  return { found: best.list(), total: countBits(begun) + more, near: null, letters, ask: null }
}

function wholeQuery(
  index: SearchIndex,
  wanted: string,
  onlyLetters: boolean,
  meaning: Meaning,
  limit: number,
  steps: Steps,
): Findings {
  const letters = /[a-z]/.test(wanted)
  const fits = new Map<Indexed, Fit>()
  let written = Infinity
  let mask = 0
  eachBit(candidatesFor(index, wanted, steps), index.matters.length, (nth) => {
    const one = index.matters[nth] as Indexed
    const fit = fitOf(one, wanted, letters, steps)
    if (fit) {
      mask |= fit.mask
      written = Math.min(written, fit.fit)
      fits.set(one, fit)
    }
    return steps.left > 0
  })
  // Not looked at to the end: a letter that seems to lead nowhere may lead on. After a whole word another may follow.
  const follow =
    onlyLetters && steps.left > 0 && meaning.meant.length === 0
      ? new Set([...lettersOf(mask & EVERY_LETTER), ...englishAfter(index.said, wanted)])
      : null
  // What is only called so is no better than what is written so.
  const helps = written !== EXACT && (meaning.sure || written > CLOSE)
  for (const { one, fit } of helps ? meantFits(index, meaning, written <= CLOSE) : []) {
    const before = fits.get(one)
    if (!before || fit.fit < before.fit) fits.set(one, fit)
  }
  const understood = meaning.meant.length > 0 && meaning.understood >= ENOUGH
  // What is only near it in letters is no answer to what the hall lacks.
  const furthest = meaning.lacking ? CLOSE : SCATTERED
  if (understood || meaning.lacking) for (const [one, { fit }] of fits) if (fit >= furthest) fits.delete(one)
  const near = written < CLOSE || understood || meaning.lacking ? null : nearMisses(index, wanted, meaning.bare, steps)
  for (const { one, fit } of near?.found ?? []) if (!fits.has(one)) fits.set(one, fit)
  const best = keepBest(limit)
  for (const [one, fit] of fits) best.add(one, fit)
  return {
    found: best.list(),
    total: best.total(),
    near: near === null || written <= CLOSE || meaning.meant.length > 0 ? null : { meant: near.meant },
    letters: follow,
    ask: meaning.ask,
  }
}

const lettersOf = (mask: number): Set<string> =>
  new Set([...'abcdefghijklmnopqrstuvwxyz'].filter((_, nth) => (mask & (1 << nth)) !== 0))
