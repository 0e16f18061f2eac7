import type { Found } from './found.ts'
import type { Fit } from './fit.ts'
import type { Indexed } from './indexed-matters.ts'

/** A matter wanted by so many more people is worth one class of fit. */
export const POPULAR = 60

/** Keeps the best `limit` of what is added in the order of the index, so that no list of 20,000 is sorted. */
export function keepBest(limit: number) {
  const kept: { one: Indexed; fit: Fit; score: number }[] = []
  const known = new Set<Indexed>()
  let best = Infinity
  const scoreOf = (one: Indexed, fit: number): number => fit - one.entry.popular / POPULAR
  // Matters come in the order of wish and length: an equal one stays behind.
  const isTooLate = (score: number): boolean => kept.length === limit && score >= (kept.at(-1)?.score ?? 0)
  return {
    /** Neither this one nor any less wanted one of so good a fit would be kept. */
    isClosedTo: (one: Indexed, fit: number): boolean => isTooLate(scoreOf(one, fit)),
    add(one: Indexed, fit: Fit): void {
      if (known.has(one)) return
      known.add(one)
      best = Math.min(best, fit.fit)
      const score = scoreOf(one, fit.fit)
      if (isTooLate(score)) return
      let [at, end] = [0, kept.length]
      while (at < end) {
        const middle = (at + end) >> 1
        if (score < (kept[middle]?.score ?? 0)) end = middle
        else at = middle + 1
      }
      kept.splice(at, 0, { one, fit, score })
      if (kept.length > limit) kept.pop()
    },
    /** How many were added. */
    total: () => known.size,
    bestFit: () => best,
    list: (): Found[] => kept.map(({ one, fit }) => ({ entry: one.entry, marks: fit.marks, why: fit.why ?? null })),
  }
}
