import type { RefusalCode } from '../contract/refusals.ts'
import type { OfficeEvent } from './events.ts'

/** What the world outside gives to a decision: nothing in the domain reads a clock or makes an id. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly now: number
  /** Business day in the hall's time zone, 2026-03-18. */
  readonly day: string
  /** Minutes since midnight in the hall. */
  readonly minute: number
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number
  /** A new id; tokens cannot be guessed. */
  readonly newId: () => string
}

/** What the answer is about. */
/** `isKnown`: what was asked for stood there already, and nothing new was written. */
export type Subject = {
  ticketId: string | null
  counterId: string | null
  appointmentId?: string
  isKnown?: boolean
}
export type Refusal = { ok: false; code: RefusalCode; details: Record<string, string | number | null> }
export type Decision = { ok: true; events: OfficeEvent[]; subject: Subject } | Refusal

export const refuse = (code: RefusalCode, details: Refusal['details'] = {}): Refusal => ({ ok: false, code, details })
export const accept = (events: OfficeEvent[], subject: Partial<Subject> = {}): Decision => ({
  ok: true,
  events,
  subject: {
    ticketId: subject.ticketId ?? null,
    counterId: subject.counterId ?? null,
    ...(subject.appointmentId === undefined ? {} : { appointmentId: subject.appointmentId }),
    ...(subject.isKnown === true ? { isKnown: true } : {}),
  },
})
