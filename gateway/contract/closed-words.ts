import { whenWords } from './day-words.ts'

/** Why no number is given at this hour: not yet, break, after the last number, after the close, no working day. */
export type ClosedWhy = 'early' | 'lunch' | 'last-ticket' | 'over' | 'day-off'

const states: Record<ClosedWhy, readonly [zh: string, en: string]> = {
  early: ['还没上班', 'Not open yet'],
  lunch: ['午休', 'Lunch break'],
  'last-ticket': ['今天已停止取号', 'No more numbers today'],
  over: ['已下班', 'Closed'],
  'day-off': ['今天休息', 'Closed today'],
}

/** How a closed hall or queue is told: what is, and when numbers are given again; `opens` is empty when nobody knows. */
export interface ClosedWords {
  readonly why: ClosedWhy
  readonly state: string
  readonly opens: string
}

type Told = Readonly<Record<string, unknown>>

/** Of a view's `notNow`; null = it is open, or its numbers are given out (`quota-full`), which is no closing. */
export function closedWords(notNow: { details?: unknown } | null, isEnglish = false): ClosedWords | null {
  const told = notNow?.details
  const { closed, closure, backDay, backClock, today } = (typeof told === 'object' && told !== null ? told : {}) as Told
  if (typeof closed !== 'string' || !Object.hasOwn(states, closed)) return null
  const why = closed as ClosedWhy
  const isKnown = typeof backDay === 'string' && typeof backClock === 'string' && typeof today === 'string'
  const when = isKnown ? whenWords(backDay, backClock, today, isEnglish) : ''
  const opens = when === '' ? '' : isEnglish ? `Numbers from ${when}` : `${when} 开始取号`
  // The reason of a closure is the hall's own, in Chinese: 今天盘点.
  const isTold = typeof closure === 'string' && !isEnglish
  return { why, state: isTold ? `今天${closure}` : states[why][isEnglish ? 1 : 0], opens }
}

/** In one sentence: 已下班，明天 09:00 开始取号. Before opening only when it opens: 今天 09:00 开始取号. */
export function closedPhrase(notNow: Parameters<typeof closedWords>[0], isEnglish = false): string | null {
  const words = closedWords(notNow, isEnglish)
  if (words === null) return null
  const parts = words.why === 'early' && words.opens !== '' ? [words.opens] : [words.state, words.opens]
  return parts.filter((part) => part !== '').join(isEnglish ? '. ' : '，')
}
