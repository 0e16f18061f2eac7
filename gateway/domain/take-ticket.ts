import type { Command } from '../contract/commands.ts'
import { type Decision, type Moment, accept, refuse } from './decision.ts'
import type { House } from './house.ts'
import { type OfficeState, lineOf } from './office-state.ts'
import { expectedWait } from './waits/expected-wait.ts'

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** May numbers be taken now? Weekday, opening and last ticket of the hall; a demo hall is always open. */
export function isTaking(house: House, moment: Pick<Moment, 'minute' | 'weekday'>): boolean {
  const { open, lastTicket, weekdays } = house.hall.hours
  if (house.alwaysOpen) return true
  return weekdays.includes(moment.weekday) && moment.minute >= minuteOf(open) && moment.minute < minuteOf(lastTicket)
}

/** Refuses: unknown matter, queue, terminal or printer; a matter that no counter here handles; a closed hall. */
export function takeTicket(house: House, state: OfficeState, command: Extract<Command, { type: 'take-ticket' }>, moment: Moment): Decision {
  const matter = command.matterId === null ? null : house.matters.get(command.matterId)
  if (matter === undefined) return refuse('unknown-matter', { matterId: command.matterId })
  if (matter !== null && matter.queueId === null) return refuse('not-at-counter', { matterId: matter.id })
  const queue = house.queues.get(matter?.queueId ?? command.queueId ?? '')
  if (!queue) return refuse('unknown-queue', { queueId: command.queueId })
  const terminal = house.hall.terminals.find((one) => one.id === command.terminalId)
  if (command.terminalId !== null && !terminal) return refuse('unknown-terminal', { terminalId: command.terminalId })
  const printerId = command.printer === 'none' ? null : (command.printer ?? terminal?.printer ?? null)
  if (printerId !== null && !house.hall.printers.some((printer) => printer.id === printerId)) return refuse('unknown-printer', { printer: printerId })
  if (!isTaking(house, moment)) return refuse('hall-closed', { open: house.hall.hours.open, lastTicket: house.hall.hours.lastTicket })

  const ticketId = moment.newId()
  const count = (state.numbers.get(queue.series) ?? 0) + 1
  const taken = {
    type: 'ticket-taken' as const,
    ticketId,
    day: moment.day,
    series: queue.series,
    number: `${queue.series}${String(count).padStart(3, '0')}`,
    queueId: queue.id,
    matterId: matter?.id ?? null,
    token: moment.newId(),
    terminalId: command.terminalId,
    priority: command.priority,
    missing: command.missing,
    forecast: expectedWait(house, state, queue.id, lineOf(state, queue.id).length, null, moment.now),
  }
  return accept(printerId === null ? [taken] : [taken, { type: 'slip-queued', ticketId, copy: 1, printerId }], { ticketId })
}
