import type { HandedTo } from '../../contract/consultations.ts'
import type { ConsultationEvent } from './events.ts'

export interface Consultation {
  id: string
  at: number
  /** The hall's day on which it was asked. */
  day: string
  by: string
  matterId: string | null
  words: string | null
  to: HandedTo | null
  toAt: number | null
}

/** Questions without an answer outlive the day; the counts do not. */
export interface ConsultationsState {
  /** The oldest first. */
  open: Consultation[]
  today: { noted: number; answered: number; handedOn: number }
}
/** A desk that never answers is no reason to grow for ever. */
const MOST_OPEN = 500

const nothingToday = (): ConsultationsState['today'] => ({ noted: 0, answered: 0, handedOn: 0 })
export const noConsultations = (): ConsultationsState => ({ open: [], today: nothingToday() })
export function turnConsultations(state: ConsultationsState): void {
  state.today = nothingToday()
}

/** Works in place, like all of evolve. */
export function evolveConsultations(
  state: ConsultationsState,
  event: ConsultationEvent & { at: number; actor: string },
  day: string,
): void {
  const { at, actor } = event
  switch (event.type) {
    case 'consultation-noted': {
      const { consultationId: id, matterId, words, outcome, to } = event
      state.today.noted += 1
      if (outcome === 'answered') state.today.answered += 1
      else
        state.open = [...state.open, { id, at, day, by: actor, matterId, words, to, toAt: to && at }].slice(-MOST_OPEN)
      if (to !== null) state.today.handedOn += 1
      return
    }
    case 'consultation-handed-on':
      state.today.handedOn += 1
      state.open = state.open.map((one) => (one.id === event.consultationId ? { ...one, to: event.to, toAt: at } : one))
      return
    case 'consultation-answered':
      state.today.answered += 1
      state.open = state.open.filter(({ id }) => id !== event.consultationId)
      return
  }
}
