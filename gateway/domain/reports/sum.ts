/**
 * What is counted, of a day or a half hour, of the hall or a part of it. Every measure can be added up, so that a year is the sum of
 * its days. What is not there is nothing.
 */
export const measures = [
  /** Numbers taken, without those that were given back at once. */
  'taken',
  'givenBack',
  /** First calls, and how long those had waited. */
  'called',
  'waitMs',
  /** Of ordinary numbers that were told a wait: how many, how many came true, and by how much the middle was off. */
  'told',
  'toldTrue',
  'toldOffMs',
  /** Numbers whose business was done, and each piece of work (a number with three steps has three). */
  'finished',
  'served',
  'serviceMs',
  /** Called and not there, with their wait until the call; put back in line; given up by the visitor, or still waiting at the end. */
  'missed',
  'missedWaitMs',
  'requeued',
  'left',
  'leftMs',
  'transferred',
  /** People in line × time: divided by the length of a half hour it is how many waited. */
  'waitingMs',
  /** Counters: open, and somebody there. */
  'openMs',
  'busyMs',
  /** Visitors who asked for a guide, how many had an answer, and after how long. */
  'helps',
  'helpsAnswered',
  'helpMs',
  /** Grades of the lower two, complaints and errands not done that somebody must follow up. */
  'grievances',
  /** Cases of a department that turned yellow, or red; answers that its chief representative gave. */
  'yellows',
  'reds',
  'lightAnswers',
  /** Terminals: lists printed, slips that did not come out, searches, and those that found nothing. */
  'lists',
  'slipFaults',
  'searches',
  'searchesEmpty',
] as const
export type Measure = (typeof measures)[number]

/** `waits[m]`: first calls after m whole minutes; `stars[n]`: ratings of n + 1 stars; `reasons`: what was ticked, place by place of `ratingReasons`. */
export type Sum = { [measure in Measure]?: number } & { [list in CountList]?: number[] }
export const countLists = ['waits', 'stars', 'reasons'] as const
export type CountList = (typeof countLists)[number]

/** Longer waits count as this long, minutes. */
export const LONGEST_WAIT = 600

export const valueOf = (sum: Sum, measure: Measure): number => sum[measure] ?? 0

export function add(sum: Sum, measure: Measure, value: number): void {
  if (value !== 0) sum[measure] = valueOf(sum, measure) + value
}

/** Counts one more in a list of counts. */
export function countAt(sum: Sum, list: CountList, place: number): void {
  const counts = (sum[list] ??= [])
  while (counts.length <= place) counts.push(0)
  counts[place] = (counts[place] ?? 0) + 1
}

/** Adds `other` into `sum`, which is changed. */
export function addSum(sum: Sum, other: Sum): Sum {
  for (const measure of measures) add(sum, measure, valueOf(other, measure))
  for (const list of countLists) {
    const more = other[list]
    if (!more) continue
    const counts = (sum[list] ??= [])
    for (const [place, many] of more.entries()) counts[place] = (counts[place] ?? 0) + many
  }
  return sum
}
