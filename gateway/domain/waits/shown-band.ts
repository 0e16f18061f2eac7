import { SURE, distance } from './wait-memory.ts'

/** How much each doubt adds to the scale: estimators that disagree, and other counters than usual. */
const DOUBT = { disagree: 0.5, counters: 0.3 }
/** Distances ÷ scale of a hall that knows nothing yet, and how many judged forecasts that is worth. */
const FIRST = { off: 1.2, worth: 15 }
/** Rounding outward adds to both sides, hence not 0.1 and 0.9. */
export const SIDE = 0.2
export const BOTH_SIDES = 0.55
/** From so many minutes on, what is known of errors is so old that they may be on the other side by now. */
const LONG = 120

/** How unsure a forecast is: `SURE` when the estimators agree and as many counters as usual are open, more otherwise. */
export function scaleOf(place: number, replay: number, open: number, usual: number): number {
  const counters = usual === 0 ? 0 : Math.abs(Math.log(open / usual))
  return SURE + DOUBT.disagree * Math.abs(distance(replay, place)) + DOUBT.counters * counters
}

/** Quantiles of the last errors ÷ scale: at `SIDE`, at the other side, and of their sizes at `BOTH_SIDES`. */
export interface KnownErrors {
  readonly seen: number
  readonly low: number
  readonly high: number
  readonly either: number
}

/**
 * The range in which four of five waits lie (conformal, on the last hundred errors ÷ scale; Lei et al. 2018). Of long waits both
 * sides are taken alike: their errors become known only hours later, when a line that grew has begun to shrink.
 */
export function shownBand(shown: number, scale: number, errors: KnownErrors): { low: number; high: number } {
  const weight = errors.seen / (errors.seen + FIRST.worth)
  const long = Math.min(1, shown / LONG)
  const low = weight * ((1 - long) * errors.low - long * errors.either) - (1 - weight) * FIRST.off
  const high = weight * ((1 - long) * errors.high + long * errors.either) + (1 - weight) * FIRST.off
  const at = (of: number): number => (shown + 3) * Math.exp(of * scale) - 3
  return { low: Math.max(0, Math.min(shown, at(low))), high: Math.min(360, Math.max(shown, at(high))) }
}
