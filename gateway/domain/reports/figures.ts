import { type Sum, valueOf } from './sum.ts'

/**
 * What a sum says to people; minutes, shares 0…1, null = nothing to say it of. `below50` and `below90`: the smallest whole number of
 * minutes that half, and nine in ten, waited less than. They are exact, and those of a year come from the same counts as those of a day.
 */
export interface Figures {
  readonly waitMean: number | null
  readonly below50: number | null
  readonly below90: number | null
  readonly serviceMean: number | null
  /** Time with a visitor ÷ open time of the counters. */
  readonly load: number | null
  /** Of the waits that were told, how many came true. */
  readonly toldTrue: number | null
  readonly toldOffMean: number | null
  readonly missedShare: number | null
  readonly leftShare: number | null
  readonly ratings: number
  /** 基本满意 or better. */
  readonly content: number | null
  readonly helpMean: number | null
}

const MINUTE_MS = 60_000
const ratio = (part: number, of: number): number | null => (of === 0 ? null : part / of)
const minutes = (ms: number, of: number): number | null => (of === 0 ? null : ms / of / MINUTE_MS)
/** 基本满意 */
const CONTENT_FROM = 3

export function figuresOf(sum: Sum): Figures {
  const of = (measure: Parameters<typeof valueOf>[1]): number => valueOf(sum, measure)
  const stars = sum.stars ?? []
  const ratings = total(stars)
  return {
    waitMean: minutes(of('waitMs'), of('called')),
    below50: waitedBelow(sum, 0.5),
    below90: waitedBelow(sum, 0.9),
    serviceMean: minutes(of('serviceMs'), of('served')),
    load: ratio(of('busyMs'), of('openMs')),
    toldTrue: ratio(of('toldTrue'), of('told')),
    toldOffMean: minutes(of('toldOffMs'), of('told')),
    missedShare: ratio(of('missed'), of('taken')),
    leftShare: ratio(of('left'), of('taken')),
    ratings,
    content: ratio(total(stars.slice(CONTENT_FROM - 1)), ratings),
    helpMean: minutes(of('helpMs'), of('helpsAnswered')),
  }
}

/** The smallest whole number of minutes that the share `q` of those called waited less than; null = nobody was called. */
export function waitedBelow({ waits = [] }: Sum, q: number): number | null {
  const wanted = q * total(waits)
  if (wanted === 0) return null
  let seen = 0
  for (const [minute, many] of waits.entries()) if ((seen += many) >= wanted) return minute + 1
  return waits.length
}

/** How many of those called waited less than so many minutes, 0…1; null = nobody was called. */
export const shareWithin = ({ waits = [] }: Sum, promise: number): number | null =>
  ratio(total(waits.slice(0, promise)), total(waits))

/** How many of those called waited so many minutes or longer. */
export const waitedFrom = ({ waits = [] }: Sum, minute: number): number => total(waits.slice(minute))

const total = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0)
