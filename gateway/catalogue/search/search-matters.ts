import { eachBit } from './bit-set.ts'
import type { CatalogueEntry } from './entry.ts'
import { CLOSE, type Fit, fitOf } from './fit.ts'
import { EVERY_LETTER } from './match-letters.ts'
import { nearMisses } from './near-misses.ts'
import { type Indexed, type SearchIndex, candidatesFor, fold } from './indexed-matters.ts'

/** `marks`: the matched characters of the name as [from, to), for the highlight. */
export interface Found {
  entry: CatalogueEntry
  marks: [from: number, to: number][]
}
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

const nothing: Findings = { found: [], total: 0, near: null, letters: null }
const alphabet = 'abcdefghijklmnopqrstuvwxyz'
const lettersOf = (mask: number): Set<string> => new Set([...alphabet].filter((_, nth) => (mask & (1 << nth)) !== 0))

/**
 * Matters for what was typed: Chinese, initials (yyzz), full pinyin (gongjijin), mixed, or what people call them. A popular matter wins over
 * a slightly better fit: 60 points are worth one class. One wrong letter or character and words that sound alike are forgiven when
 * nothing fits better.
 */
export function searchMatters(index: SearchIndex, query: string, limit: number): Findings {
  const wanted = fold(query)
  if (wanted === '') return { ...nothing, letters: new Set([...alphabet].filter((letter) => index.has.has(`^${letter}`))) }
  const letters = /[a-z]/.test(wanted)
  const best = bestOf(limit)
  let mask = 0
  eachBit(candidatesFor(index, wanted), index.matters.length, (nth) => {
    const one = index.matters[nth] as Indexed
    const fit = fitOf(one, wanted, letters)
    if (!fit) return
    mask |= fit.mask
    best.add(one, fit)
  })
  const onlyLetters = /^[a-z]+$/.test(wanted)
  const follow = onlyLetters ? lettersOf(mask & EVERY_LETTER) : null
  const near = best.bestFit() < CLOSE ? null : nearMisses(index, wanted)
  const fits = best.bestFit() <= CLOSE
  for (const { one, fit } of near?.found ?? []) best.add(one, fit)
  return { found: best.list(), total: best.total(), near: near === null || fits ? null : { meant: near.meant }, letters: follow }
}

/** Keeps the best `limit`, so that the first letter of a large catalogue sorts 60 matters and not 20,000. */
function bestOf(limit: number) {
  const kept: { one: Indexed; fit: Fit; score: number }[] = []
  let total = 0
  let best = Infinity
  const known = new Set<Indexed>()
  return {
    add(one: Indexed, fit: Fit): void {
      if (known.has(one)) return
      known.add(one)
      total += 1
      best = Math.min(best, fit.fit)
      const score = fit.fit - one.entry.popular / 60
      // Matters come in the order of wish and length: an equal one stays behind.
      if (kept.length === limit && score >= (kept.at(-1)?.score ?? 0)) return
      let at = kept.length
      while (at > 0 && score < (kept[at - 1]?.score ?? 0)) at -= 1
      kept.splice(at, 0, { one, fit, score })
      if (kept.length > limit) kept.pop()
    },
    total: () => total,
    bestFit: () => best,
    list: (): Found[] => kept.map(({ one, fit }) => ({ entry: one.entry, marks: fit.marks })),
  }
}
