import type { AlertEvent } from './alerts/events.ts'
import type { Why } from '../contract/line.ts'
import type { AppointmentEvent } from './appointments/events.ts'
import type { LegEvent } from './flows/events.ts'
import type { PlannedLeg } from './flows/legs.ts'
import type { EmergencyEvent } from './emergency/events.ts'
import type { NoticeEvent } from './notices/events.ts'
import type { PaperLevel, SlipFault } from '../contract/commands.ts'
import type { CatalogueEvent } from './catalogue-events.ts'
import type { DeviceEvent } from './devices/events.ts'
import type { PadEvent } from './pads/events.ts'
import type { WallEvent } from './wall/events.ts'
import type { Forecast } from './waits/wait-memory.ts'

import type { LineEvent } from './line/events.ts'

/** Facts, in the past tense. Whoever adds one must handle it in evolve.ts: the switch there has no default. */
export type OfficeEvent =
  | WallEvent
  | LineEvent
  | { type: 'step-undone'; counterId: string; ticketId: string }
  | AppointmentEvent
  | LegEvent
  | EmergencyEvent
  | NoticeEvent
  | AlertEvent
  | PadEvent
  | DeviceEvent
  | { type: 'day-opened'; day: string }
  | {
      type: 'ticket-taken'
      ticketId: string
      day: string
      series: string
      number: string
      queueId: string
      matterId: string | null
      /** As it was called when the number was given; older logs lack it. */
      matterName?: string | null
      token: string
      terminalId: string | null
      priority: string | null
      missing: string[]
      /** What was reckoned and shown; null = the wait could not be known. Older logs have none. */
      forecast?: Forecast | null
      /** Absent in days logged before these were known. */
      accessible?: boolean
      /** Steps of a flow; not there = a plain number. */
      flowId?: string | null
      legs?: PlannedLeg[]
      /** A hash under a key that is thrown away at the end of the day. */
      identity?: string
      /** The part of the day whose quota it is of, by its beginning. */
      slot?: string | undefined
      /** By appointment: of no quota. */
      booked?: true
    }
  | { type: 'ticket-called'; ticketId: string; counterId: string; callId: string; why?: Why }
  | { type: 'ticket-recalled'; ticketId: string; counterId: string; callId: string }
  | { type: 'ticket-served'; ticketId: string }
  | { type: 'ticket-finished'; ticketId: string }
  | { type: 'ticket-missed'; ticketId: string }
  | { type: 'ticket-held'; ticketId: string; reason: string | null }
  | { type: 'ticket-resumed'; ticketId: string; counterId: string; callId: string }
  | { type: 'ticket-transferred'; ticketId: string; toQueueId: string; toCounterId: string | null }
  | { type: 'ticket-requeued'; ticketId: string; place: number }
  | { type: 'ticket-cancelled'; ticketId: string }
  | { type: 'ticket-prioritised'; ticketId: string; reason: string }
  | { type: 'ticket-expired'; ticketId: string }
  | { type: 'slip-queued'; ticketId: string; copy: number; printerId: string }
  | { type: 'slip-printing'; ticketId: string; copy: number }
  | { type: 'slip-printed'; ticketId: string; copy: number }
  | { type: 'slip-failed'; ticketId: string; copy: number; fault: SlipFault | null }
  | { type: 'slip-unknown'; ticketId: string; copy: number; fault: SlipFault | null }
  | { type: 'printer-paper'; printerId: string; paper: PaperLevel }
  | { type: 'test-page-ordered'; printerId: string; what?: 'page' | 'slip' }
  | {
      type: 'list-ordered'
      terminalId: string
      printerId: string
      matterId: string | null
      flowId: string | null
      answers: Record<string, string>
      brought: string[]
    }
  | { type: 'counter-opened'; counterId: string }
  | { type: 'counter-paused'; counterId: string; reason: string }
  | { type: 'counter-closed'; counterId: string }
  | { type: 'help-called'; helpId: string; terminalId: string; where: string | null }
  | { type: 'help-answered'; helpId: string; by: string }
  | { type: 'help-finished'; helpId: string }
  | CatalogueEvent

/** An event as the log keeps it: numbered, dated (epoch ms), with who caused it and by which command. */
export type LoggedEvent = OfficeEvent & { seq: number; at: number; actor: string; commandId: string | null }
