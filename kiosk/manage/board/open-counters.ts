import type { BoardCounter } from '../../../gateway/contract/board.ts'
import type { Command } from '../../../gateway/contract/commands.ts'
import type { QueueView } from '../../../gateway/contract/line-views.ts'
import type { OrderLine } from '../../shared/staff/order-line.ts'
import { say } from './words.ts'

/** Orders that get one counter to call this line: it is given the queue if it has another, and a guide is asked to send somebody there. */
export function ordersToOpen(queue: QueueView, counter: BoardCounter): Command[] {
  const reason = say('counter.whyOpen', { series: queue.series, name: queue.name, waiting: queue.waiting }).slice(0, 60)
  return [
    ...(counter.queues.includes(queue.id)
      ? []
      : [{ type: 'assign-counter' as const, counterId: counter.id, queues: [queue.id, ...counter.queues] }]),
    ...(counter.does === 'closed' || counter.does === 'paused'
      ? [{ type: 'request-guide' as const, counterId: counter.id, reason }]
      : []),
  ]
}

/** Does what a what-if asked about: one counter after the other, so that one which is asked already keeps none of the others waiting. */
export async function openCounters(
  orders: OrderLine,
  queue: QueueView,
  counters: readonly BoardCounter[],
): Promise<void> {
  for (const [nth, counter] of counters.entries()) {
    const isLast = nth === counters.length - 1
    const ids = counters.map(({ id }) => id).join('、')
    for (const command of ordersToOpen(queue, counter)) {
      const press = { id: `open ${queue.id}`, commands: [command], fine: ['already-so'], done: null }
      if (!(await orders.press(press))) return
    }
    if (isLast)
      await orders.press({ id: `open ${queue.id}`, commands: [], done: say('decide.opened', { counters: ids }) })
  }
}
