import type { Counter } from '../contract/hall.ts'
import { clockAt } from './appointments/redeem-code.ts'
import { type OfficeState, type Ticket, lineOf } from './office-state.ts'

/**
 * Who is called next at a counter: visitors sent to this very counter, then a priority, then whoever has waited longest at
 * the head of one of its queues. null = nobody waits.
 */
export function nextTicket(state: OfficeState, counter: Counter): Ticket | null {
  return callOrder(state, counter, 1)[0] ?? null
}

/** The first `most` tickets in the order in which this counter would call them. */
export function callOrder(state: OfficeState, counter: Counter, most: number): Ticket[] {
  const lines = [`@${counter.id}`, ...counter.queues].map((key) => ({ ids: lineOf(state, key), from: 0 }))
  const order: Ticket[] = []
  while (order.length < most) {
    let best: { ticket: Ticket; line: (typeof lines)[number] } | null = null
    for (const line of lines) {
      const ticket = state.tickets.get(line.ids[line.from] ?? '')
      if (ticket && (best === null || goesBefore(ticket, best.ticket))) best = { ticket, line }
    }
    if (best === null) break
    best.line.from += 1
    order.push(best.ticket)
  }
  return order
}

export function goesBefore(one: Ticket, other: Ticket): boolean {
  const rank = (ticket: Ticket): number => (ticket.forCounter !== null ? 0 : ticket.priority !== null ? 1 : ticket.appointment?.due ? 2 : 3)
  if (rank(one) !== rank(other)) return rank(one) < rank(other)
  // Among appointments the earlier hour goes first, then who arrived first.
  const hours = one.appointment?.due && other.appointment?.due ? one.appointment.at - other.appointment.at : 0
  return hours !== 0 ? hours < 0 : one.takenAt < other.takenAt
}

/** Why this ticket is next, as said to clerk and guide. */
export function whyNext(ticket: Ticket, timeZone: string): string {
  if (ticket.forCounter !== null) return '转到本窗口'
  if (ticket.priority !== null) return `优先：${ticket.priority}`
  if (ticket.appointment?.due) return `预约 ${clockAt(ticket.appointment.at, timeZone)} 已到点`
  if (ticket.legs.some(({ state }) => state === 'done' || state === 'skipped')) return '接着办下一步，按原取号时间'
  return ticket.status === 'transferred' ? '转来的，按原取号时间' : '等候最久'
}
