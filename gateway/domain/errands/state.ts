import type { ErrandItem } from './errand-item.ts'
import type { ErrandEvent } from './events.ts'

export interface Errand {
  id: string
  /** 帮3: as it is called out and printed. */
  code: string
  openedAt: number
  items: ErrandItem[]
  /** The last words for whoever goes on. */
  note: string | null
  /** Who has it, as the log keeps it; null = nobody. Since when, epoch ms. */
  holder: string | null
  since: number
  /** The work number to whom it was handed on; null = to nobody by name. */
  handedTo: string | null
}

/** Errands of today that are not over; numbers end with the day, and so do they. */
export interface ErrandsState {
  open: Errand[]
  /** How many there were today: each has a code of its own. */
  given: number
}
export const noErrands = (): ErrandsState => ({ open: [], given: 0 })

/** Works in place, like all of evolve. */
export function evolveErrands(state: ErrandsState, event: ErrandEvent & { at: number; actor: string }): void {
  const { at, actor } = event
  if (event.type === 'errand-opened') {
    const { errandId: id, code, items, note } = event
    state.given += 1
    state.open = [...state.open, { id, code, openedAt: at, items, note, holder: actor, since: at, handedTo: null }]
    return
  }
  if (event.type === 'errand-closed') {
    state.open = state.open.filter(({ id }) => id !== event.errandId)
    return
  }
  state.open = state.open.map((one) => (one.id === event.errandId ? changed(one, event, actor, at) : one))
}

function changed(
  errand: Errand,
  event: Exclude<ErrandEvent, { type: 'errand-opened' | 'errand-closed' }>,
  actor: string,
  at: number,
): Errand {
  const item = (itemId: string, change: Partial<ErrandItem>): Errand => ({
    ...errand,
    items: errand.items.map((one) => (one.id === itemId ? { ...one, ...change } : one)),
  })
  switch (event.type) {
    case 'errand-item-added':
      return { ...errand, items: [...errand.items, event.item] }
    case 'errand-item-numbered':
      return item(event.itemId, { ticketId: event.ticketId })
    case 'errand-item-ticked':
      return item(event.itemId, { isDone: event.isDone })
    case 'errand-handed-on':
      return { ...errand, holder: null, since: at, handedTo: event.to, note: event.note ?? errand.note }
    case 'errand-taken':
      return { ...errand, holder: actor, since: at, handedTo: null }
  }
}
