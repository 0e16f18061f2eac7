import type { Ticket } from './ticket.ts'

/** What one step of a counter or of somebody at a desk changed, as it was before. */
export interface LastStep {
  seq: number
  /** The event that had touched the number before this step: with the step taken back, it is the last one again. */
  touchedBefore: number
  /** Epoch ms. */
  at: number
  /** What was done. */
  step: string
  ticket: Ticket
  ticketId: string
  /** Place among its own class in the line before, 0 = head; null = it stood in none. */
  place: number | null
  /** null = a step of a desk, away from every counter. */
  counter: { ticketId: string | null; finished: number; servedMs: number } | null
  callId: string | null
  /** Whom the call passed over because they had not come, as they were and where they stood. */
  passedOver: { seq: number; ticketId: string; ticket: Ticket; place: number }[]
}
