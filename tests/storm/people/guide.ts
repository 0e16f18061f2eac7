import type { Command } from '../../../gateway/contract/commands.ts'
import type { TicketRow } from '../../../gateway/contract/line-views.ts'
import type { DeskView } from '../../../gateway/contract/staff-views.ts'
import type { StormPage } from '../page.ts'
import type { Witness } from '../witness.ts'
import { booking, quarterAhead, tomorrow } from './booked-visitor.ts'

export const guideDeeds = [
  'requeue',
  'cancel',
  'prioritise',
  'transfer',
  'reprint',
  'take',
  'switch',
  'trust',
  'assign',
  'emergency',
  'lift',
  'help',
  'undo',
  'defer',
  'note',
  'take-remote',
  'arrive',
  'book',
  'book-far',
  'move-booking',
  'cancel-booking',
] as const
export type GuideDeed = (typeof guideDeeds)[number]

const wish = { type: 'take-ticket' as const, matterId: null, terminalId: null, missing: [], accessible: false }

/** What a guide does at the desk at this moment; null = there is nothing to do it to. `chance`: 0 ≤ x < 1. */
export function guideOrder(
  page: StormPage,
  deed: GuideDeed,
  chance: number,
  hall: {
    queues: readonly string[]
    printers: readonly string[]
    counters: number
    witness: Pick<Witness, 'bookedCodes' | 'remoteTaken' | 'lastAtDesk'>
  },
): Command | null {
  const now = page.hall.now()
  const rows = [...page.hall.rows<TicketRow>('tickets').value.values()]
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance * list.length)]
  const one = pick(rows)
  const queueId = pick(hall.queues) ?? ''
  const desk = page.hall.view<DeskView>('desk').value
  const printer = pick(hall.printers) ?? ''
  switch (deed) {
    case 'requeue': {
      const missed = pick(rows.filter(({ state }) => state === 'missed'))
      return missed ? { type: 'requeue-ticket', ticketId: missed.ticketId } : null
    }
    case 'cancel':
      return one ? { type: 'cancel-ticket', ticketId: one.ticketId } : null
    case 'prioritise':
      return one ? { type: 'prioritise-ticket', ticketId: one.ticketId, reason: '老人' } : null
    case 'transfer':
      return one
        ? { type: 'transfer-ticket', counterId: null, ticketId: one.ticketId, toQueueId: queueId, toCounterId: null }
        : null
    case 'reprint':
      return one ? { type: 'reprint-slip', ticketId: one.ticketId, printer: chance < 0.5 ? null : printer } : null
    case 'take':
      return { ...wish, queueId, priority: chance < 0.5 ? '老人' : null, printer }
    case 'switch':
      return chance < 0.5
        ? { type: 'switch-device-off', deviceId: printer, reason: '送修' }
        : { type: 'switch-device-on', deviceId: printer }
    case 'trust':
      return { type: 'trust-clock' }
    case 'assign': {
      const counterId = String(1 + Math.floor(chance * hall.counters))
      return chance < 0.5
        ? { type: 'assign-counter', counterId, queues: [queueId] }
        : { type: 'restore-counter', counterId }
    }
    case 'emergency':
      return {
        type: 'raise-emergency',
        title: '请马上离开大厅',
        titleEn: null,
        lines: ['走安全出口'],
        drill: chance < 0.7,
        minutes: 1 + Math.floor(chance * 3),
      }
    case 'lift':
      return { type: 'lift-emergency' }
    case 'help': {
      const call = desk?.help[0]
      if (!call) return null
      return { type: call.answeredBy === null ? 'answer-help' : 'finish-help', helpId: call.id }
    }
    case 'undo': {
      const ticketId = hall.witness.lastAtDesk
      return ticketId === null ? null : { type: 'undo-desk-step', ticketId }
    }
    case 'defer':
      return one ? { type: 'defer-ticket', ticketId: one.ticketId } : null
    case 'note':
      return one ? { type: 'note-ticket', counterId: null, ticketId: one.ticketId, text: '听不清，请写给他看' } : null
    case 'take-remote':
      return { ...wish, queueId, priority: null, printer: null, remote: true }
    case 'arrive': {
      const away = pick(hall.witness.remoteTaken)
      return away ? { type: 'arrive-ticket', ticketId: away.ticketId, number: null, terminalId: null } : null
    }
    case 'book':
      return booking(queueId, quarterAhead(now, Math.floor(chance * 5)))
    case 'book-far':
      return booking(queueId, { day: tomorrow(now), clock: '10:00' })
    case 'move-booking': {
      const code = pick(hall.witness.bookedCodes)
      const { day, clock } = quarterAhead(now, Math.floor(chance * 4))
      return code === undefined ? null : { type: 'move-appointment', code, day, clock }
    }
    case 'cancel-booking': {
      const code = pick(hall.witness.bookedCodes)
      return code === undefined ? null : { type: 'cancel-appointment', code }
    }
  }
}
