import { type BitSet, countBits, eachBit } from './bit-set.ts'
import { CLOSE, INSIDE, PREFIX, fitOf } from './fit.ts'
import type { Found } from './found.ts'
import { keepBest } from './keep-best.ts'
import { EVERY_LETTER } from './match-letters.ts'
import { nearMisses } from './near-misses.ts'
import { type Indexed, type SearchIndex, candidatesFor, fold } from './indexed-matters.ts'
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
}

/**
 * Matters for what was typed: Chinese, initials (yyzz), full pinyin (gongjijin), mixed, or what people call them. A popular matter wins over
 * a slightly better fit: 60 points are worth one class. One wrong letter or character and words that sound alike are forgiven when
 * nothing fits better. A search ends when its `steps` are spent, with what it has found: the most wanted matters are looked at first.
 */
export function searchMatters(
  index: SearchIndex,
  query: string,
  limit: number,
  steps: Steps = { left: MOST_STEPS },
): Findings {
  const wanted = fold(query).slice(0, LONGEST_QUERY)
  if (wanted === '') return { found: [], total: 0, near: null, letters: lettersAfter(index.starts, '') }
  const onlyLetters = /^[a-z]+$/.test(wanted)
  const begun = onlyLetters && wanted.length <= KNOWN_LETTERS ? index.starts.anywhere.get(wanted) : undefined
  return begun ? firstLetters(index, wanted, begun, limit, steps) : wholeQuery(index, wanted, onlyLetters, limit, steps)
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
  return { found: best.list(), total: countBits(begun), near: null, letters: lettersAfter(index.starts, wanted) }
}

function wholeQuery(index: SearchIndex, wanted: string, onlyLetters: boolean, limit: number, steps: Steps): Findings {
  const letters = /[a-z]/.test(wanted)
  const best = keepBest(limit)
  let mask = 0
  eachBit(candidatesFor(index, wanted, steps), index.matters.length, (nth) => {
    const one = index.matters[nth] as Indexed
    const fit = fitOf(one, wanted, letters, steps)
    if (fit) {
      mask |= fit.mask
      best.add(one, fit)
    }
    return steps.left > 0
  })
  // Not looked at to the end: a letter that seems to lead nowhere may lead on.
  const follow = onlyLetters && steps.left > 0 ? lettersOf(mask & EVERY_LETTER) : null
  const near = best.bestFit() < CLOSE ? null : nearMisses(index, wanted, steps)
  const fits = best.bestFit() <= CLOSE
  for (const { one, fit } of near?.found ?? []) best.add(one, fit)
  return {
    found: best.list(),
    total: best.total(),
    near: near === null || fits ? null : { meant: near.meant },
    letters: follow,
  }
}
const lettersOf = (mask: number): Set<string> =>
  new Set([...'abcdefghijklmnopqrstuvwxyz'].filter((_, nth) => (mask & (1 << nth)) !== 0))
