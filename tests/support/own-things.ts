import type { OwnThings } from '../../gateway/rights/may-order.ts'

type Place = { queueId: string; counterId: string | null }

/** Whose things are whose, by hand: terminals, what each counter serves, where each number stands. */
export const ownThings = (
  terminals: readonly string[] = [],
  queues: Readonly<Record<string, readonly string[]>> = {},
  tickets: Readonly<Record<string, Place>> = {},
): OwnThings => ({
  terminals,
  queuesOf: (counterId) => queues[counterId] ?? [],
  ticketAt: (ticketId) => tickets[ticketId] ?? null,
})
