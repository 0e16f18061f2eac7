import type { Ticket } from './ticket.ts'

/** What a counter's last step changed, as it was before. */
export interface LastStep {
  seq: number
  /** Epoch ms. */
  at: number
  /** What was done. */
  step: string
  ticket: Ticket
  ticketId: string
  /** Place among its own class in the line before, 0 = head; null = it stood in none. */
  place: number | null
  counter: { ticketId: string | null; finished: number; servedMs: number }
  callId: string | null
  /** Whom the call passed over because they had not come, as they were and where they stood. */
  passedOver: { seq: number; ticketId: string; ticket: Ticket; place: number }[]
}
