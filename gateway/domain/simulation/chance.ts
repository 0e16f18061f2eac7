import { randomFrom } from '../waits/boosted-trees.ts'

/** Chance by seed: the same seed gives the same day. */
export interface Chance {
  readonly share: () => number
  readonly happens: (share: number) => boolean
  readonly between: (low: number, high: number) => number
  /** Log-normal with this mean; `spread` is the standard deviation of its logarithm. */
  readonly around: (mean: number, spread: number) => number
  readonly waitFor: (mean: number) => number
}

export function chanceOf(seed: number): Chance {
  const share = randomFrom(seed)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share())
  return {
    share,
    happens: (limit) => share() < limit,
    between: (low, high) => low + (high - low) * share(),
    around: (mean, spread) => mean * Math.exp(spread * normal() - (spread * spread) / 2),
    waitFor: (mean) => -mean * Math.log(1 - share()),
  }
}
