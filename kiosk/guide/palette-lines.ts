import type { CatalogueEntry } from '../../gateway/catalogue/search/entry.ts'
import type { TicketView } from '../../gateway/contract/line-views.ts'
import type { DeskShown } from './desk-shown.ts'
import { numberFit } from './find-tickets.ts'
import { type Desk, type TicketAction, isOver, likelyActions } from './ticket-actions.ts'

export type PaletteLine =
  | { kind: 'act'; action: TicketAction; ticket: TicketView }
  | { kind: 'ticket'; ticket: TicketView }
  | { kind: 'queue'; queueId: string; series: string; name: string; waiting: number }
  | { kind: 'matter'; entry: CatalogueEntry }
  | { kind: 'device'; id: string; name: string; word: string }

export interface Palette {
  /** The one ticket that the typed number means. */
  ticket: TicketView | null
  lines: PaletteLine[]
}
const SHOWN = 8

/**
 * What a guide may mean with a few letters, the likeliest first: one number → what is done with it, several numbers →
 * choose, then queues, matters (to take a number for), devices.
 */
export function paletteOf(query: string, view: DeskShown, matters: readonly CatalogueEntry[], desk: Desk): Palette {
  const wanted = query.normalize('NFKC').trim()
  if (wanted === '')
    return {
      ticket: null,
      lines: view.tickets
        .filter((ticket) => ticket.state === 'missed')
        .slice(0, SHOWN)
        .map((ticket) => ({ kind: 'ticket', ticket })),
    }
  const fits = view.tickets
    .flatMap((ticket) => {
      const fit = numberFit(ticket.number, wanted)
      return fit === null ? [] : [{ ticket, fit: fit + (isOver(ticket) ? 0.5 : 0) }]
    })
    .sort((one, other) => one.fit - other.fit)
  const [best] = fits
  if (best && (best.fit < 1 || (fits.length === 1 && /\d/.test(wanted))))
    return {
      ticket: best.ticket,
      lines: likelyActions(best.ticket, desk).map((action) => ({ kind: 'act', action, ticket: best.ticket })),
    }
  const lower = wanted.toLowerCase()
  const lines: PaletteLine[] = [
    ...view.queues
      .filter((queue) => queue.series.toLowerCase() === lower || (lower.length > 1 && queue.name.includes(wanted)))
      .map((queue) => ({
        kind: 'queue' as const,
        queueId: queue.id,
        series: queue.series,
        name: queue.name,
        waiting: queue.waiting,
      })),
    ...fits.map(({ ticket }) => ({ kind: 'ticket' as const, ticket })),
    ...view.devices
      .filter((device) => device.id.toLowerCase() === lower || (lower.length > 1 && device.name.includes(wanted)))
      .map(({ id, name, word }) => ({ kind: 'device' as const, id, name, word })),
    ...matters.map((entry) => ({ kind: 'matter' as const, entry })),
  ]
  return { ticket: null, lines: lines.slice(0, SHOWN) }
}
