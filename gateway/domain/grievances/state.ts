import type {
  GrievanceDoor,
  GrievanceKind,
  GrievanceOutcome,
  GrievanceStage,
  GrievanceStep,
  Reminder,
} from '../../contract/grievances.ts'
import type { RatingReason } from '../../contract/ratings.ts'

export interface Grievance {
  readonly id: string
  readonly kind: GrievanceKind
  readonly via: GrievanceDoor
  readonly stars: number | null
  reasons: RatingReason[]
  readonly counterId: string | null
  departmentId: string | null
  readonly ticketId: string | null
  readonly number: string | null
  readonly matterId: string | null
  hasWords: boolean
  hasContact: boolean
  isExplained: boolean
  /** Epoch ms. */
  readonly filedAt: number
  readonly day: string
  readonly contactBy: string
  readonly remindOn: string
  readonly settleBy: string
  stage: GrievanceStage
  outcome: GrievanceOutcome | null
  contactedAt: number | null
  urgedAt: number | null
  urgedOn: string | null
  endedAt: number | null
  reminded: Reminder[]
  steps: GrievanceStep[]
}

export interface GrievancesState {
  /** Open ones, and those that ended lately. */
  byId: Map<string, Grievance>
  /** The last low grade's, by ticket. */
  byTicket: Map<string, string>
}

export const noGrievances = (): GrievancesState => ({ byId: new Map(), byTicket: new Map() })
