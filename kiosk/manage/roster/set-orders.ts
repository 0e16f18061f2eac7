import { addDays } from '../../../gateway/contract/hall-time.ts'
import type { Command } from '../../../gateway/contract/commands.ts'
import type { Duty } from '../../../gateway/contract/roster.ts'

/** What one order may carry of duties, so that it stays far below the largest message of a page (64 kB). */
const MOST_OF_ONE = 200

/** Orders that set these days and no other: days that follow each other go together as far as an order holds them. */
export function setOrders(days: readonly string[], duties: readonly Duty[]): Command[] {
  const orders: { from: string; until: string; duties: Duty[] }[] = []
  for (const day of [...new Set(days)].toSorted()) {
    const own = duties.filter((one) => one.day === day)
    const last = orders.at(-1)
    if (last && addDays(last.until, 1) === day && last.duties.length + own.length <= MOST_OF_ONE) {
      last.until = day
      last.duties.push(...own)
    } else orders.push({ from: day, until: day, duties: own })
  }
  return orders.map((order) => ({ type: 'set-roster', ...order }))
}
