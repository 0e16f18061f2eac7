import { type ReadonlySignal, computed } from '@preact/signals'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { QueueView } from '../../gateway/contract/line-views.ts'
import type { ScreenView } from '../../gateway/contract/display-views.ts'

/** A screen with the rows of its queues. */
export interface WallShown extends ScreenView {
  waiting: QueueView[]
}

export const wallTopics = (screenId: string): string[] => [`screen:${screenId}`, 'queues']

/** What the wall draws; null until its screen and the queues have come. */
export function wallShown(hall: HallConnection, screenId: string): ReadonlySignal<WallShown | null> {
  const screen = hall.view<ScreenView>(`screen:${screenId}`)
  const rows = hall.rows<QueueView>('queues')
  return computed(() => {
    if (screen.value === null || rows.value.size === 0) return null
    const waiting = screen.value.queues.flatMap((id) => rows.value.get(id) ?? [])
    return { ...screen.value, waiting }
  })
}
