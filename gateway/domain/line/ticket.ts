import type { TicketNote } from '../../contract/counter-work.ts'
import type { Why } from '../../contract/line.ts'
import type { VisitorLanguage } from '../../contract/translation.ts'
import type { SlipView, TicketStatus } from '../../contract/view-parts.ts'
import type { Leg } from '../flows/leg.ts'
import type { Forecast } from '../waits/wait-memory.ts'

/** So many words travel with one number; the oldest give way. */
export const MOST_NOTES = 6

export interface Ticket {
  readonly id: string
  readonly day: string
  readonly series: string
  readonly number: string
  readonly token: string
  /** Of the present step, when there are several. */
  matterId: string | null
  /** As it was called when the number was taken; null = as it is called now. */
  matterName: string | null
  readonly takenAt: number
  readonly terminalId: string | null
  /** Names of materials that are not there: as the visitor says, or as a clerk has found. */
  missing: string[]
  /** A clerk has looked at the materials: what is not missing is there. */
  checked: boolean
  /** What clerks wrote for the next one, oldest first. */
  notes: readonly TicketNote[]
  /** Needs an accessible counter. */
  readonly accessible: boolean
  /** The booked hour, epoch ms; null = came without a booking. */
  queueId: string
  /** Only this counter may call it (transferred to a person); null = any counter of the queue. */
  forCounter: string | null
  /** The person it was sent to, by work number: it goes along when they change the counter. */
  forStaff: string | null
  status: TicketStatus
  priority: string | null
  /** How many stood before it when it came. */
  aheadAtStart: number
  /** What was reckoned for it when it came. */
  readonly forecast: Forecast | null
  counterId: string | null
  calledAt: number | null
  /** Minutes waited at its first call, until it is known whether somebody came; null = not called so, or known. */
  firstWait: number | null
  servingAt: number | null
  endedAt: number | null
  missedAt: number | null
  /** Put back in line at a stated place: missed, or stepped back. */
  returned: boolean
  /** How often the visitor has stepped back. */
  deferred: number
  /** Called, and the visitor says to be on the way. */
  coming: boolean
  /** The last event of its life: an undo sees by it whether anybody came between. */
  touchedSeq: number
  /** Why it was called before the others; null = not called, or unknown. */
  why: Why | null
  /** Calls to the present counter, 1 = first. */
  times: number
  holdReason: string | null
  /** From outside: whether its holder has come; null = taken in the hall. */
  arrival: 'to-come' | 'here' | null
  /** Redeemed and in time; `due` from its hour on. `at` epoch ms. */
  appointment: { readonly id: string; readonly at: number; readonly due: boolean } | null
  /** The booked hour that it came too late for, epoch ms: an ordinary number; null = none, or it counts. */
  lateFor: number | null
  /** In which its holder took it; null = nobody said. */
  readonly language: VisitorLanguage | null
  readonly flowId: string | null
  /** Steps of a flow in order; empty = a plain number. */
  legs: readonly Leg[]
  slip: SlipView
}

/** The line it stands in: a queue, or `@counter` when only that one may call it. */
export const lineKey = (ticket: Ticket): string =>
  ticket.forCounter === null ? ticket.queueId : `@${ticket.forCounter}`
