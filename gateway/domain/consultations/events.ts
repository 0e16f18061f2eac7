import type { HandedTo } from '../../contract/consultations.ts'

/** What people ask at the help desk, and what became of it. The actor of the first is who was asked first. */
export type ConsultationEvent =
  | {
      type: 'consultation-noted'
      consultationId: string
      matterId: string | null
      words: string | null
      outcome: 'answered' | 'handed-on' | 'open'
      to: HandedTo | null
      notFound: boolean
    }
  | { type: 'consultation-handed-on'; consultationId: string; to: HandedTo }
  | { type: 'consultation-answered'; consultationId: string }
