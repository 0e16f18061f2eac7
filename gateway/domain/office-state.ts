import { type AskedState, nothingAsked } from './asked/state.ts'
import { type ConsultationsState, noConsultations } from './consultations/state.ts'
import { type ErrandsState, noErrands } from './errands/state.ts'
import { type AlertsState, noAlerts } from './alerts/state.ts'
import { type ApprovalsState, noApprovals } from './approvals/state.ts'
import { type AppointmentBook, emptyBook } from './appointments/state.ts'
import { type BackupsState, noBackups } from './backups/state.ts'
import { type ClockState, noClock } from './clock/state.ts'
import { type CallsState, emptyCalls } from './calls/state.ts'
import { type CatalogueState, noImports } from './catalogue/state.ts'
import { type CountersState, emptyCounters } from './counters/state.ts'
import { type DevicesState, noDevicesOff } from './devices/state.ts'
import type { Durations } from './durations/state.ts'
import { type EmergencyState, noEmergency } from './emergency/state.ts'
import { type GrievancesState, noGrievances } from './grievances/state.ts'
import { type EscalationsState, noEscalations } from './escalations/state.ts'
import { type HallChangesState, noHallChanges } from './hall-changes/state.ts'
import { type HelpState, noHelp } from './help/state.ts'
import { type LightsState, noLights } from './lights/state.ts'
import { type LineState, emptyLine } from './line/state.ts'
import { type LogGapsState, noLogGaps } from './log-gaps/state.ts'
import { type NoticesState, noNotices } from './notices/state.ts'
import { type PadsState, noPads } from './pads/state.ts'
import { type RatingsState, noRatings } from './ratings/state.ts'
import { type RegisterState, noRegister } from './register/state.ts'
import { type RosterState, noRoster } from './roster/state.ts'
import { type SeatsState, noSeats } from './seats/state.ts'
import { type PrintersState, emptyPrinters } from './slips/state.ts'
import { type TodayState, nothingToday } from './today/state.ts'
import { type WaitsState, emptyWaits } from './waits/state.ts'
import { type WallState, emptyWall } from './wall/state.ts'

/**
 * What the office needs now, one folder of `domain/` for each subject; the past stays in the log. It belongs to one owner that
 * evolves it in place, because copying three thousand tickets for each event would make the replay of a year slow.
 */
export interface OfficeState {
  seq: number
  day: string | null
  clock: ClockState
  logGaps: LogGapsState
  line: LineState
  counters: CountersState
  seats: SeatsState
  calls: CallsState
  help: HelpState
  waits: WaitsState
  printers: PrintersState
  wall: WallState
  appointments: AppointmentBook
  emergency: EmergencyState
  notices: NoticesState
  alerts: AlertsState
  catalogue: CatalogueState
  hallChanges: HallChangesState
  backups: BackupsState
  pads: PadsState
  devices: DevicesState
  ratings: RatingsState
  grievances: GrievancesState
  lights: LightsState
  approvals: ApprovalsState
  roster: RosterState
  register: RegisterState
  consultations: ConsultationsState
  errands: ErrandsState
  asked: AskedState
  escalations: EscalationsState
  today: TodayState
  durations: Durations
}

export const emptyOffice = (): OfficeState => ({
  seq: 0,
  day: null,
  clock: noClock(),
  logGaps: noLogGaps(),
  line: emptyLine(),
  counters: emptyCounters(),
  seats: noSeats(),
  calls: emptyCalls(),
  help: noHelp(),
  waits: emptyWaits(),
  printers: emptyPrinters(),
  wall: emptyWall(),
  appointments: emptyBook(),
  emergency: noEmergency(),
  notices: noNotices(),
  alerts: noAlerts(),
  catalogue: noImports(),
  hallChanges: noHallChanges(),
  backups: noBackups(),
  pads: noPads(),
  devices: noDevicesOff(),
  ratings: noRatings(),
  grievances: noGrievances(),
  lights: noLights(),
  approvals: noApprovals(),
  roster: noRoster(),
  register: noRegister(),
  consultations: noConsultations(),
  errands: noErrands(),
  asked: nothingAsked(),
  escalations: noEscalations(),
  today: nothingToday(),
  durations: new Map(),
})
