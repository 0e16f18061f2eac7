import { type ReadonlySignal, computed } from '@preact/signals'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { CounterRow, CounterView } from '../../gateway/contract/staff-views.ts'
import type { FiguresView, QueueView } from '../../gateway/contract/line-views.ts'

/** A counter with what comes by topics of its own. */
export interface CounterShown extends CounterView {
  hallWaiting: number
  /** All queues and counters of the hall, while somebody is being sent to one. */
  transferTo: QueueView[]
  otherCounters: CounterRow[]
}

/** `sending`: the queues and counters of the hall are wanted, too. */
export const counterTopics = (counterId: string, sending: boolean): string[] => [
  `counter:${counterId}`,
  'figures',
  ...(sending ? ['queues', 'counters'] : []),
]

export function counterShown(hall: HallConnection, counterId: string): ReadonlySignal<CounterShown | null> {
  const counter = hall.view<CounterView>(`counter:${counterId}`)
  const figures = hall.view<FiguresView>('figures')
  const queues = hall.rows<QueueView>('queues')
  const counters = hall.rows<CounterRow>('counters')
  return computed(
    () =>
      counter.value && {
        ...counter.value,
        hallWaiting: figures.value?.waiting ?? 0,
        transferTo: [...queues.value.values()],
        otherCounters: [...counters.value.values()].filter(({ id }) => id !== counterId),
      },
  )
}
