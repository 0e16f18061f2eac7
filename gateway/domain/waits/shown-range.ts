import type { Wait } from '../../contract/view-parts.ts'

/** A forecast with the range in which four of five waits lie, minutes. */
export interface Band {
  readonly shown: number
  readonly low: number
  readonly high: number
}

/** What people can use below an hour: so many minutes between the ends. */
const WIDEST = 20
const HOUR = 60
/** Nothing longer is told: nobody stays for it. */
const LONGEST = 360
/** Share of the waits that what is told must hold by the forecast's own account. */
const WANTED = 0.76
/** Spreads from the middle to the end beyond which one in ten lies. */
const TENTH = 1.2816

/**
 * What can be told of a wait, from the most useful to the least: ranges of at most twenty minutes; 不到 30 分钟; about an hour, one and
 * a half, two …; whole hours (一个多小时); 不到 two or three of them, or so many and more.
 */
export const SAYINGS: readonly (readonly [low: number, high: number])[] = [
  ...[5, 10, 15, WIDEST].flatMap((width) =>
    Array.from({ length: (HOUR - width) / 5 + 1 }, (_, nth): [number, number] => [5 * nth, 5 * nth + width]),
  ),
  [0, 30],
  [0, 40],
  ...[2, 3, 4, 5, 6].map((halves): [number, number] => [30 * halves - 20, 30 * halves + 20]),
  [0, 50],
  [HOUR, 2 * HOUR],
  [2 * HOUR, 3 * HOUR],
  [0, HOUR],
  [0, 2 * HOUR],
  [HOUR, 3 * HOUR],
  [0, 3 * HOUR],
  [3 * HOUR, LONGEST],
  [2 * HOUR, LONGEST],
  [HOUR, LONGEST],
]

/**
 * The most useful of what can be said in which four of five waits lie, in multiples of 5; of equally useful ones the likeliest. The
 * forecast is taken for a normal one of log(wait + 3) with a spread to each side. null = unknown, or so unsure that nothing can be said.
 */
export function shownRange(band: Band | null): Wait {
  if (band === null) return null
  const share = shareOf(band)
  let best: { low: number; high: number; share: number } | null = null
  for (const [low, high] of SAYINGS) {
    if (best && high - low > best.high - best.low && best.share >= WANTED) break
    const one = { low, high, share: share(low, high) }
    if (one.share >= WANTED && one.share > (best?.share ?? 0)) best = one
  }
  return best && { lowMinutes: best.low, highMinutes: best.high }
}

/** Which share of the waits lies from `low` to `high` minutes. */
function shareOf(band: Band): (low: number, high: number) => number {
  const middle = Math.log(band.shown + 3)
  const [below, above] = [middle - Math.log(band.low + 3), Math.log(band.high + 3) - middle]
  const until = (minutes: number): number => {
    const off = Math.log(minutes + 3) - middle
    return normal((TENTH * off) / Math.max(0.02, off < 0 ? below : above))
  }
  return (low, high) => (high >= LONGEST ? 1 : until(high)) - (low === 0 ? 0 : until(low))
}

/** The normal distribution, to three digits (logistic approximation of Bowling et al. 2009). */
const normal = (z: number): number => 1 / (1 + Math.exp(-(0.07056 * z ** 3 + 1.5976 * z)))
