import type { Ticket } from './ticket.ts'
import { counterState } from '../counters/state.ts'
import type { Command } from '../../contract/commands.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import { queuesOf } from '../counters/serving.ts'
import { seatOf } from '../seats/state.ts'
import type { OfficeState } from '../office-state.ts'
import { isElsewhere } from '../counters/decide.ts'
import { againWhen } from './open-hours.ts'
import { requeueUntil } from './requeue-until.ts'
import { isInLine, isOver, stepTicket } from './ticket-life.ts'

type Rescue = Extract<
  Command,
  { type: 'requeue-ticket' | 'cancel-ticket' | 'prioritise-ticket' | 'reprint-slip' | 'transfer-ticket' }
>

/** What guides do for a visitor with a number, and what a clerk does who sends one on. */
export function rescueTicket(hallModel: HallModel, state: OfficeState, command: Rescue, moment: Moment): Decision {
  const here =
    command.type === 'transfer-ticket' && command.counterId !== null
      ? counterState(state, command.counterId).ticketId
      : null
  const ticket = state.line.tickets.get(command.ticketId ?? here ?? '')
  if (!ticket)
    return refuse(
      command.type === 'transfer-ticket' && command.ticketId === null ? 'counter-has-no-ticket' : 'unknown-ticket',
    )
  switch (command.type) {
    case 'requeue-ticket': {
      if (stepTicket(ticket.status, 'requeue') === null) return isElsewhere(ticket, '')
      if (moment.now > requeueUntil(hallModel, ticket))
        return refuse('missed-too-long', { number: ticket.number, ...againWhen(hallModel, moment, ticket.queueId) })
      return accept([{ type: 'ticket-requeued', ticketId: ticket.id, place: hallModel.hall.missed.place }], {
        ticketId: ticket.id,
      })
    }
    case 'cancel-ticket':
      if (stepTicket(ticket.status, 'cancel') === null)
        return refuse('wrong-state', { number: ticket.number, state: ticket.status })
      return accept([{ type: 'ticket-cancelled', ticketId: ticket.id }], { ticketId: ticket.id })
    case 'prioritise-ticket':
      if (!isInLine(ticket.status)) return isElsewhere(ticket, '')
      if (ticket.priority !== null) return refuse('already-so', { number: ticket.number })
      return accept([{ type: 'ticket-prioritised', ticketId: ticket.id, reason: command.reason }], {
        ticketId: ticket.id,
      })
    case 'reprint-slip':
      return reprint(hallModel, ticket, command.printer)
    case 'transfer-ticket':
      return transfer(hallModel, state, ticket, command)
  }
}

function reprint(hallModel: HallModel, ticket: Ticket, wanted: string | null): Decision {
  const printerId = wanted ?? ticket.slip.printerId
  if (isOver(ticket.status)) return refuse('wrong-state', { number: ticket.number, state: ticket.status })
  if (printerId === null) return refuse('no-printer')
  if (!hallModel.hall.printers.some((printer) => printer.id === printerId))
    return refuse('unknown-printer', { printer: printerId })
  if (ticket.slip.state === 'printing' || (ticket.slip.state === 'queued' && ticket.slip.printerId === printerId))
    return refuse('slip-in-work', { number: ticket.number })
  return accept([{ type: 'slip-queued', ticketId: ticket.id, copy: ticket.slip.copy + 1, printerId }], {
    ticketId: ticket.id,
  })
}

function transfer(
  hallModel: HallModel,
  state: OfficeState,
  ticket: Ticket,
  command: Extract<Command, { type: 'transfer-ticket' }>,
): Decision {
  const { counterId, toQueueId } = command
  const toStaff = command.toStaff ?? null
  const seat = toStaff === null ? null : seatOf(state, toStaff)
  if (toStaff !== null && seat === null) return refuse('staff-not-at-counter', { staff: toStaff })
  const toCounterId = seat ?? command.toCounterId
  if (counterId !== null && ticket.counterId !== counterId) return isElsewhere(ticket, counterId)
  if (seat !== null && seat === counterId) return refuse('already-so', { number: ticket.number })
  if (toCounterId === null && toQueueId === null) return refuse('not-understood', { toQueueId, toCounterId })
  const target = toCounterId === null ? null : hallModel.counters.get(toCounterId)
  if (target === undefined) return refuse('unknown-counter', { counterId: toCounterId })
  const there = target === null ? [] : queuesOf(hallModel, state, target.id)
  const queueId = toQueueId ?? (there.includes(ticket.queueId) ? ticket.queueId : there[0]) ?? ''
  if (!hallModel.queues.has(queueId)) return refuse('unknown-queue', { queueId })
  if (stepTicket(ticket.status, 'transfer') === null)
    return refuse('wrong-state', { number: ticket.number, state: ticket.status })
  const person = toStaff === null ? {} : { toStaff }
  const said =
    command.note == null ? {} : { note: command.note, ...(counterId === null ? {} : { fromCounterId: counterId }) }
  return accept(
    [{ type: 'ticket-transferred', ticketId: ticket.id, toQueueId: queueId, toCounterId, ...said, ...person }],
    {
      ticketId: ticket.id,
      counterId,
    },
  )
}
