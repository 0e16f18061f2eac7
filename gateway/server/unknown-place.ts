import type { RefusalCode } from '../contract/refusals.ts'
import type { HallModel } from '../domain/hall-model.ts'

const has = (list: readonly { id: string }[], id: string): boolean => list.some((one) => one.id === id)

/** Why there is nothing to listen to under this topic: the hall has no such counter, screen, panel or terminal. null = it has. */
export function unknownPlace({ hall, counters }: HallModel, topic: string): RefusalCode | null {
  const [kind, id = ''] = topic.split(':')
  switch (kind) {
    case 'counter':
    case 'strip':
      return counters.has(id) ? null : 'unknown-counter'
    case 'screen':
      return has(hall.screens, id) ? null : 'unknown-screen'
    case 'panel':
      return has(hall.panels, id) ? null : 'unknown-panel'
    case 'terminal':
    case 'signals':
      return has(hall.terminals, id) ? null : 'unknown-terminal'
    default:
      return null
  }
}
