import type { AlertEvent } from './alerts/events.ts'
import type { ApprovalEvent } from './approvals/events.ts'
import type { AppointmentEvent } from './appointments/events.ts'
import type { HallChangeEvent } from './hall-changes/events.ts'
import type { AskedEvent } from './asked/events.ts'
import type { ConsultationEvent } from './consultations/events.ts'
import type { ErrandEvent } from './errands/events.ts'
import type { CatalogueEvent } from './catalogue/events.ts'
import type { BackupEvent } from './backups/events.ts'
import type { ClockEvent } from './clock/events.ts'
import type { CounterEvent } from './counters/events.ts'
import type { DeviceEvent } from './devices/events.ts'
import type { EmergencyEvent } from './emergency/events.ts'
import type { EscalationEvent } from './escalations/events.ts'
import type { LegEvent } from './flows/events.ts'
import type { GrievanceEvent } from './grievances/events.ts'
import type { HelpEvent } from './help/events.ts'
import type { LightEvent } from './lights/events.ts'
import type { TicketEvent, UndoEvent } from './line/events.ts'
import type { LogGapEvent } from './log-gaps/events.ts'
import type { NoticeEvent } from './notices/events.ts'
import type { PadEvent } from './pads/events.ts'
import type { RatingEvent } from './ratings/events.ts'
import type { RecordEvent } from './records/events.ts'
import type { RegisterEvent } from './register/events.ts'
import type { RosterEvent } from './roster/events.ts'
import type { SlipEvent } from './slips/events.ts'
import type { TerminalEvent } from './terminals/events.ts'
import type { WallEvent } from './wall/events.ts'

/** A new business day begins: numbers from 001, nothing of the day before is open. */
export type DayEvent = { type: 'day-opened'; day: string }

/** Facts, in the past tense. Whoever adds one must handle it in evolve.ts and touched-by.ts: the switches there have no default. */
export type OfficeEvent =
  | DayEvent
  | ClockEvent
  | LogGapEvent
  | TicketEvent
  | UndoEvent
  | SlipEvent
  | CounterEvent
  | LegEvent
  | AppointmentEvent
  | HelpEvent
  | EmergencyEvent
  | NoticeEvent
  | AlertEvent
  | CatalogueEvent
  | HallChangeEvent
  | WallEvent
  | PadEvent
  | RatingEvent
  | GrievanceEvent
  | RecordEvent
  | BackupEvent
  | RegisterEvent
  | DeviceEvent
  | TerminalEvent
  | LightEvent
  | ApprovalEvent
  | RosterEvent
  | EscalationEvent
  | ConsultationEvent
  | ErrandEvent
  | AskedEvent

/** An event as the log keeps it: numbered, dated (epoch ms), with who caused it and by which command. */
export type LoggedEvent = OfficeEvent & { seq: number; at: number; actor: string; commandId: string | null }
