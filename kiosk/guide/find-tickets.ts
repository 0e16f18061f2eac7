import type { TicketView } from '../../gateway/contract/line-views.ts'

/** What a guide looks for: by what must be done, not by what the gateway calls it. */
export const ticketKinds = ['waiting', 'at-counter', 'held', 'missed', 'over'] as const
export type TicketKind = (typeof ticketKinds)[number]
const statesOf: Record<TicketKind, readonly TicketView['state'][]> = {
  waiting: ['waiting', 'transferred'],
  'at-counter': ['called', 'serving'],
  held: ['held'],
  missed: ['missed'],
  over: ['done', 'cancelled', 'expired'],
}
export const isKind = (kind: TicketKind | null, { state }: Pick<TicketView, 'state'>): boolean =>
  kind === null || statesOf[kind].includes(state)

export interface TicketFilter {
  query: string
  /** null = of every state. */
  kind: TicketKind | null
  queueId: string | null
}
export const everything: TicketFilter = { query: '', kind: null, queueId: null }

/** The next kind behind this one, so that one key walks through all of them. */
export const nextKind = (kind: TicketKind | null): TicketKind | null =>
  kind === null ? ticketKinds[0] : (ticketKinds[ticketKinds.indexOf(kind) + 1] ?? null)

const fold = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/\s+/g, '')

/** How well typed letters fit a number: 0 = it is this number, 1 = it starts so, 2 = its digits end or start so; null = not. */
export function numberFit(number: string, query: string): number | null {
  const wanted = fold(query)
  if (wanted === '') return null
  if (number === wanted) return 0
  if (number.startsWith(wanted)) return 1
  const digits = number.replace(/^\D+/, '')
  const letter = number.slice(0, number.length - digits.length)
  const [, asked = '', rest = ''] = /^([A-Z]?)0*(\d+)$/.exec(wanted) ?? []
  if (rest === '' || (asked !== '' && asked !== letter)) return null
  // A37 is what people say for A037.
  if (Number(digits) === Number(rest)) return asked === '' ? 1 : 0
  return null
}

/** Tickets by number or matter, best fit of the number first, else newest first as they came. */
export function findTickets(tickets: readonly TicketView[], { query, kind, queueId }: TicketFilter): TicketView[] {
  const shown = tickets.filter((ticket) => isKind(kind, ticket) && (queueId === null || ticket.queueId === queueId))
  const wanted = fold(query)
  if (wanted === '') return shown
  const fits = shown.map((ticket) => ({
    ticket,
    fit:
      numberFit(ticket.number, wanted) ??
      (fold(`${ticket.matterName ?? ''}${ticket.queueName}`).includes(wanted) ? 3 : null),
  }))
  return fits
    .filter((one) => one.fit !== null)
    .sort((one, other) => (one.fit ?? 9) - (other.fit ?? 9))
    .map(({ ticket }) => ticket)
}

/** The row that ↑ and ↓ reach, held at both ends; the first row when none was chosen. */
export function stepSelection(ids: readonly string[], selected: string | null, step: 1 | -1): string | null {
  const at = selected === null ? -1 : ids.indexOf(selected)
  if (at < 0) return ids[0] ?? null
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))] ?? null
}
