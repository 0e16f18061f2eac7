import { counterRanges } from '../../gateway/contract/counter-ranges.ts'
import type { CounterView } from '../../gateway/contract/staff-views.ts'
import type { TicketView } from '../../gateway/contract/line-views.ts'
import { say } from './words.ts'

/** 第 2 步，共 4 步; null = a plain number. */
export function legWords({ legs }: TicketView): string | null {
  const at = legs.findIndex(({ state }) => state === 'now')
  return legs.length < 2 || at < 0 ? null : say('leg.at', { at: at + 1, legs: legs.length })
}

/** Where finishing sends the visitor: said to the clerk before and after. null = it is the last step. */
export function nextLegWords({ ticket }: Pick<CounterView, 'ticket'>): string | null {
  if (!ticket) return null
  const next = ticket.legs[ticket.legs.findIndex(({ state }) => state === 'now') + 1]
  if (next?.state !== 'to-come') return null
  const counters = next.where.flatMap((place) => place.counters)
  return say('leg.next', { queue: next.queueName, counters: counterRanges(counters) })
}
