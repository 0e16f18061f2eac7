import type { Command } from '../../gateway/contract/commands.ts'
import type { TicketView } from '../../gateway/contract/line-views.ts'
import { say } from './words.ts'

export type TicketAction = 'requeue' | 'reprint' | 'prioritise' | 'transfer' | 'find' | 'cancel'
export const actionKeys: Record<TicketAction, string> = {
  requeue: 'R',
  reprint: 'P',
  prioritise: 'Y',
  transfer: 'M',
  find: 'B',
  cancel: 'Del',
}
export const allActions: readonly TicketAction[] = ['requeue', 'reprint', 'prioritise', 'transfer', 'find', 'cancel']

export const isOver = ({ state }: Pick<TicketView, 'state'>): boolean =>
  state === 'done' || state === 'cancelled' || state === 'expired'
/** Taken from outside, and nobody has come with it: what a guide puts in line is then its holder's coming. */
export const isExpected = ({ arrival }: Pick<TicketView, 'arrival'>): boolean => arrival === 'to-come'
const isInLine = ({ state }: Pick<TicketView, 'state'>): boolean => state === 'waiting' || state === 'transferred'

export interface Desk {
  online: boolean
  now: number
  printerId: string | null
}

export const actionWord = (action: TicketAction, ticket: TicketView): string =>
  say(action === 'requeue' && isExpected(ticket) ? 'actions.arrive' : `actions.${action}`)

/** Why this cannot be done with the ticket now, in words for the button; null = it can. */
export function actionBlocked(
  action: TicketAction,
  ticket: TicketView,
  { online, now, printerId }: Desk,
): string | null {
  if (!online) return say('because.offline')
  if (isOver(ticket)) return say('because.over')
  switch (action) {
    case 'requeue':
      if (isExpected(ticket)) return null
      if (ticket.state !== 'missed') return say('because.notMissed')
      return ticket.requeueUntil !== null && now > ticket.requeueUntil ? say('because.tooLate') : null
    case 'reprint':
      if (printerId === null && ticket.slip.printerId === null) return say('because.noPrinter')
      return ticket.slip.state === 'printing' ? say('because.printing') : null
    case 'prioritise':
      return !isInLine(ticket) ? say('because.notWaiting') : ticket.priority !== null ? say('because.already') : null
    case 'transfer':
      return ticket.state === 'missed' ? say('because.notWaiting') : null
    case 'find':
      return null
    case 'cancel':
      return ticket.state === 'serving' ? say('because.serving') : null
  }
}

/** What the guide most likely wants with this ticket comes first; what cannot be done is left out. */
export function likelyActions(ticket: TicketView, desk: Desk): TicketAction[] {
  const unprinted = ticket.slip.state === 'failed' || ticket.slip.state === 'unknown'
  const first: TicketAction[] =
    ticket.state === 'missed' || isExpected(ticket) ? ['requeue'] : unprinted ? ['reprint'] : []
  return [...new Set([...first, ...allActions])].filter((action) => actionBlocked(action, ticket, desk) === null)
}

/** Orders that need no further word. The others ask first. */
export function directCommand(action: TicketAction, ticket: TicketView, printerId: string | null): Command | null {
  const { ticketId } = ticket
  switch (action) {
    case 'requeue':
      return isExpected(ticket)
        ? { type: 'arrive-ticket', ticketId, number: null, terminalId: null }
        : { type: 'requeue-ticket', ticketId }
    case 'reprint':
      return { type: 'reprint-slip', ticketId, printer: printerId }
    case 'prioritise':
    case 'transfer':
    case 'find':
    case 'cancel':
      return null
  }
}
