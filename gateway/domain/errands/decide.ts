import type { Command } from '../../contract/commands.ts'
import { type Decision, type Moment, type Refusal, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import type { ErrandItem } from './errand-item.ts'

type ErrandCommand = Extract<
  Command,
  | { type: 'open-errand' | 'add-errand-item' | 'number-errand-item' | 'tick-errand-item' }
  | { type: 'hand-on-errand' | 'take-errand' | 'print-errand' | 'close-errand' }
>
const MOST_ITEMS = 12

/**
 * One visitor's errand, in the care of one guide. Refuses: an errand that is over; a matter or number that is not there, or that another item has;
 * what stands so already; a slip on a printer that the hall does not have.
 */
export function runErrand(
  hallModel: HallModel,
  state: OfficeState,
  command: ErrandCommand,
  actor: string,
  { newId }: Moment,
): Decision {
  const { errands, line } = state
  const strange = ({ matterId, ticketId }: Pick<ErrandItem, 'matterId' | 'ticketId'>): Refusal | null => {
    if (!hallModel.matters.has(matterId)) return refuse('unknown-matter', { matterId })
    return ticketId === null ? null : notFree(ticketId)
  }
  const notFree = (ticketId: string): Refusal | null => {
    const ticket = line.tickets.get(ticketId)
    if (!ticket) return refuse('unknown-ticket')
    const has = errands.open.find(({ items }) => items.some((one) => one.ticketId === ticketId))
    return has ? refuse('errand-has-number', { number: ticket.number, code: has.code }) : null
  }
  const made = ({ matterId, ticketId }: Pick<ErrandItem, 'matterId' | 'ticketId'>): ErrandItem => ({
    id: newId(),
    matterId,
    ticketId,
    isDone: false,
  })

  if (command.type === 'open-errand') {
    for (const item of command.items) {
      const why = strange(item)
      if (why !== null) return why
    }
    const code = `帮${errands.given + 1}`
    return accept([
      { type: 'errand-opened', errandId: newId(), code, items: command.items.map(made), note: command.note },
    ])
  }
  const { errandId } = command
  const errand = errands.open.find(({ id }) => id === errandId)
  if (!errand) return refuse('errand-over')
  const itemOf = (itemId: string): ErrandItem | null => errand.items.find(({ id }) => id === itemId) ?? null
  switch (command.type) {
    case 'add-errand-item':
      if (errand.items.length >= MOST_ITEMS) return refuse('errand-full', { code: errand.code })
      return strange(command.item) ?? accept([{ type: 'errand-item-added', errandId, item: made(command.item) }])
    case 'number-errand-item': {
      const { itemId, ticketId } = command
      const item = itemOf(itemId)
      if (!item) return refuse('errand-over')
      if (item.ticketId === ticketId) return refuse('already-so')
      return notFree(ticketId) ?? accept([{ type: 'errand-item-numbered', errandId, itemId, ticketId }])
    }
    case 'tick-errand-item': {
      const { itemId, isDone } = command
      const item = itemOf(itemId)
      if (!item) return refuse('errand-over')
      return item.isDone === isDone
        ? refuse('already-so')
        : accept([{ type: 'errand-item-ticked', errandId, itemId, isDone }])
    }
    case 'hand-on-errand':
      return errand.holder === null && errand.handedTo === command.to
        ? refuse('already-so')
        : accept([{ type: 'errand-handed-on', errandId, to: command.to, note: command.note }])
    case 'take-errand':
      return errand.holder === actor ? refuse('already-so') : accept([{ type: 'errand-taken', errandId }])
    case 'print-errand': {
      const { printerId } = command
      if (!hallModel.hall.printers.some(({ id }) => id === printerId))
        return refuse('unknown-printer', { printer: printerId })
      const { code, items } = errand
      return accept([
        {
          type: 'list-ordered',
          terminalId: null,
          printerId,
          matterId: null,
          flowId: null,
          answers: {},
          brought: [],
          errand: { code, items: items.map(({ matterId, ticketId }) => ({ matterId, ticketId })) },
        },
      ])
    }
    case 'close-errand':
      return accept([{ type: 'errand-closed', errandId, outcome: command.outcome }])
  }
}
