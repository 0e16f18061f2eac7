import { type Actor, isStaff } from './actor.ts'
import type { AnyRole } from './actor.ts'
import type { Reach } from './orders.ts'

type Listeners = 'everybody' | Partial<Record<AnyRole, Reach>>
const ofStaff: Listeners = { guide: 'any', supervisor: 'any' }
/** The board, and a wall that it hangs on: a screen that was let in. */
const ofBoard: Listeners = { guide: 'any', supervisor: 'any', admin: 'any', display: 'any' }

/** Who may listen to what. What hangs in the lobby is everybody's; the rest is for those who work there. */
export const topics: Record<string, Listeners> = {
  screen: 'everybody',
  strip: 'everybody',
  panel: 'everybody',
  track: 'everybody',
  start: 'everybody',
  queues: 'everybody',
  figures: { clerk: 'any', guide: 'any', supervisor: 'any', admin: 'any' },
  lines: ofStaff,
  counters: { clerk: 'any', guide: 'any', supervisor: 'any' },
  tickets: ofStaff,
  devices: ofBoard,
  desk: ofStaff,
  board: ofBoard,
  'board-counters': ofBoard,
  lights: ofBoard,
  approval: { clerk: 'any', guide: 'any', supervisor: 'any' },
  manage: { supervisor: 'any', admin: 'any' },
  ratings: { supervisor: 'any' },
  audit: { supervisor: 'any', admin: 'any' },
  /** The tablet beside a counter. */
  rating: { rating: 'own counter' },
  counter: { clerk: 'own counter', guide: 'any', supervisor: 'any' },
  terminal: { terminal: 'own terminal', guide: 'any', supervisor: 'any' },
  /** What is scanned and asked for at one terminal is no other's business. */
  signals: { terminal: 'own terminal' },
}

export function mayListen(actor: Actor, topic: string): boolean {
  const [kind = '', id = ''] = topic.split(':')
  const who = Object.hasOwn(topics, kind) ? topics[kind] : undefined
  if (who === 'everybody') return true
  if (who === undefined) return false
  return actor.roles.some((role) => {
    switch (who[role]) {
      case 'any':
        return true
      case 'own counter':
        return actor.counters === null || actor.counters.includes(id)
      case 'own terminal':
        // Guides look after all of them.
        return actor.terminal === id || (kind !== 'signals' && isStaff(actor))
      case 'own queues':
      case 'own number':
      case undefined:
        return false
    }
  })
}
