import { distance } from './wait-memory.ts'

/** Share of the waits that lie beyond each end of the range. */
export const SIDE = 0.1
/** Of a normal error, spreads from the middle to there. */
const USUAL = 1.28
/** How many judged forecasts it is worth that spreads are usual, and how many of its own queue what the hall has seen. */
const WORTH = { usual: 15, hall: 15 }
/** From so many minutes on, what is known of errors is so old that they may be on the other side by now. */
const LONG = 120
/** Of the forecast as a whole; of one service, in its own length, with those who do not come; and what each doubt adds. */
const DOUBT = { model: 0.14, service: 0.85, disagree: 0.15, counters: 0.15 }

/** What a forecast rests on: both estimates and the wait made of them, minutes; a mean service; counters open now and usually. */
export interface Grounds {
  readonly place: number
  readonly replay: number
  readonly shown: number
  readonly service: number
  readonly open: number
  readonly usual: number
}

/**
 * How far off a forecast is likely to be, as a standard deviation of log(real + 3). A wait is a sum of services on several counters:
 * their chance evens out with the number of counters and with the length of the wait (renewal theory: variance = cv² × service ×
 * wait ÷ counters). Estimators that disagree and other counters than usual make it more.
 */
export function spreadOf({ place, replay, shown, service, open, usual }: Grounds): number {
  const counters = usual === 0 ? 0 : Math.abs(Math.log(open / usual))
  const chance = (DOUBT.service ** 2 * service * (shown + 0.3)) / (Math.max(1, open) * (shown + 3) ** 2)
  const disagree = DOUBT.disagree * Math.abs(distance(replay, place))
  return Math.sqrt(DOUBT.model ** 2 + chance + disagree ** 2 + (DOUBT.counters * counters) ** 2)
}

/** Quantiles of the last errors ÷ spread: at `SIDE`, at the other side, and of their sizes where both sides are taken alike. */
export interface KnownErrors {
  readonly seen: number
  readonly low: number
  readonly high: number
  readonly either: number
}

/**
 * The range in which four of five waits lie (conformal, on the last hundred errors ÷ spread; Lei et al. 2018); a queue that has seen
 * little goes by its hall, a hall that has seen little by what is usual. Of long waits both sides are taken alike: their errors
 * become known only hours later, when a line that grew has begun to shrink.
 */
export function shownBand(
  shown: number,
  spread: number,
  own: KnownErrors,
  hall: KnownErrors,
): { low: number; high: number } {
  const long = Math.min(1, shown / LONG)
  const lowOf = ({ low, either }: KnownErrors): number => (1 - long) * low - long * either
  const highOf = ({ high, either }: KnownErrors): number => (1 - long) * high + long * either
  const low = blend(lowOf(own), own.seen, blend(lowOf(hall), hall.seen, -USUAL, WORTH.usual), WORTH.hall)
  const high = blend(highOf(own), own.seen, blend(highOf(hall), hall.seen, USUAL, WORTH.usual), WORTH.hall)
  const at = (of: number): number => (shown + 3) * Math.exp(of * spread) - 3
  return { low: Math.max(0, Math.min(shown, at(low))), high: Math.min(360, Math.max(shown, at(high))) }
}

const blend = (own: number, seen: number, other: number, worth: number): number =>
  (own * seen + other * worth) / (seen + worth)
