import type { CatalogueEntry } from '../../gateway/catalogue/search/entry.ts'
import type { DeviceView } from '../../gateway/contract/device-view.ts'
import type { QueueView, TicketView } from '../../gateway/contract/line-views.ts'
import type { CounterRow } from '../../gateway/contract/staff-views.ts'
import type { DeskShown } from './desk-shown.ts'
import { type DeviceAct, deviceActs } from './device-acts.ts'
import { numberFit } from './find-tickets.ts'
import { type Desk, type TicketAction, isOver, likelyActions } from './ticket-actions.ts'
import { type Verb, readVerb } from './verbs.ts'

export type PaletteLine =
  | { kind: 'act'; action: TicketAction; ticket: TicketView }
  | { kind: 'ticket'; ticket: TicketView }
  | { kind: 'verb'; verb: Verb }
  | { kind: 'counter'; counter: CounterRow }
  | { kind: 'queue'; queue: QueueView }
  | { kind: 'matter'; entry: CatalogueEntry }
  | { kind: 'device'; device: DeviceView }
  | { kind: 'device-act'; act: DeviceAct; device: DeviceView }

export interface Palette {
  /** The one ticket that the typed number means. */
  ticket: TicketView | null
  lines: PaletteLine[]
}
const SHOWN = 8
const MOST_COUNTERS = 3

/**
 * What a guide may mean with a few letters, the likeliest first: a verb, perhaps with a number behind it (广播找 A037, 调窗口 12); one number → what
 * is done with it, several numbers → choose; then counters, queues, matters (to take a number for), devices and what can be done with one.
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
  const said = readVerb(wanted)
  const about = said?.about ?? wanted
  const fits = view.tickets
    .flatMap((ticket) => {
      const fit = numberFit(ticket.number, about)
      return fit === null ? [] : [{ ticket, fit: fit + (isOver(ticket) ? 0.5 : 0) }]
    })
    .sort((one, other) => one.fit - other.fit)
  const [best] = fits
  if (said?.verb === 'announce' && best)
    return { ticket: best.ticket, lines: [{ kind: 'act', action: 'find', ticket: best.ticket }] }
  const counters = countersLike(view.counterRows, about)
  if (said?.verb === 'assign' && counters.length > 0)
    return { ticket: null, lines: counters.map((counter) => ({ kind: 'counter', counter })) }
  if (said !== null && said.about === '') return { ticket: null, lines: [{ kind: 'verb', verb: said.verb }] }
  if (best && (best.fit < 1 || (fits.length === 1 && counters.length === 0 && /\d/.test(wanted))))
    return {
      ticket: best.ticket,
      lines: likelyActions(best.ticket, desk).map((action) => ({ kind: 'act', action, ticket: best.ticket })),
    }
  const lower = wanted.toLowerCase()
  const device = view.devices.find(({ id }) => id.toLowerCase() === lower)
  const lines: PaletteLine[] = [
    ...view.queues
      .filter((queue) => queue.series.toLowerCase() === lower || (lower.length > 1 && queue.name.includes(wanted)))
      .map((queue) => ({ kind: 'queue' as const, queue })),
    ...(device ? deviceActs(device).map((act) => ({ kind: 'device-act' as const, act, device })) : []),
    ...counters.map((counter) => ({ kind: 'counter' as const, counter })),
    ...fits.map(({ ticket }) => ({ kind: 'ticket' as const, ticket })),
    ...view.devices
      .filter((one) => one !== device && lower.length > 1 && one.name.includes(wanted))
      .map((one) => ({ kind: 'device' as const, device: one })),
    ...matters.map((entry) => ({ kind: 'matter' as const, entry })),
  ]
  return { ticket: null, lines: lines.slice(0, SHOWN) }
}

/** 12, 12号, 12 号窗口: the very one first. */
function countersLike(counters: readonly CounterRow[], typed: string): CounterRow[] {
  const [, wanted = ''] = /^(\d{1,3})(?:号|号窗口)?$/.exec(typed.replace(/\s/g, '')) ?? []
  if (wanted === '') return []
  const like = counters.filter(({ id }) => id.startsWith(wanted))
  return like.toSorted((one, other) => Number(other.id === wanted) - Number(one.id === wanted)).slice(0, MOST_COUNTERS)
}
