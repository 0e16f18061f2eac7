import type { ContactWay, GrievanceDoor, GrievanceKind, GrievanceOutcome, Reminder } from '../../contract/grievances.ts'
import type { RatingReason } from '../../contract/ratings.ts'

/**
 * What happened to what a visitor was not content with. Neither the words nor the telephone nor the code stands here: the log keeps everything for
 * ever, and those must be forgotten.
 */
export type GrievanceEvent =
  | {
      type: 'grievance-filed'
      grievanceId: string
      kind: GrievanceKind
      via: GrievanceDoor
      /** null = no grade came with it. */
      stars: number | null
      reasons: RatingReason[]
      counterId: string | null
      departmentId: string | null
      ticketId: string | null
      number: string | null
      matterId: string | null
      hasWords: boolean
      hasContact: boolean
      /** Days as 2026-03-18: filed on, taken up by, put right by, and when somebody is reminded of that. */
      day: string
      contactBy: string
      remindOn: string
      settleBy: string
    }
  | {
      type: 'grievance-explained'
      grievanceId: string
      reasons: RatingReason[]
      hasWords: boolean
      hasContact: boolean
    }
  | { type: 'grievance-assigned'; grievanceId: string; departmentId: string }
  | { type: 'grievance-contacted'; grievanceId: string; how: ContactWay; hasNote: boolean }
  | { type: 'grievance-added-to'; grievanceId: string }
  | { type: 'grievance-urged'; grievanceId: string }
  | { type: 'grievance-answered'; grievanceId: string; outcome: GrievanceOutcome }
  /** The key of its words and telephone goes with it. */
  | { type: 'grievance-closed'; grievanceId: string }
  | { type: 'grievance-withdrawn'; grievanceId: string; why: 'by-visitor' | 'grade-changed' }
  | { type: 'grievance-reminded'; grievanceId: string; what: Reminder }
  /** Somebody looked at the telephone. */
  | { type: 'contact-read'; grievanceId: string }
