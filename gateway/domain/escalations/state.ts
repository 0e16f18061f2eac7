import type { EscalationView } from '../../contract/escalations.ts'
import type { EscalationEvent } from './events.ts'

export type Escalation = EscalationView & { ruleId: string }

/** What was escalated and still stands, oldest first. */
export interface EscalationsState {
  open: Escalation[]
}

export const noEscalations = (): EscalationsState => ({ open: [] })

/** Works in place, like all of evolve. `at`: epoch ms of the event. */
export function evolveEscalations(escalations: EscalationsState, event: EscalationEvent & { at: number }): void {
  switch (event.type) {
    case 'escalation-raised': {
      const { escalationId: id, ruleId, what, subjectId, name, since, at, to, names, how } = event
      const raised = { id, ruleId, what, subjectId, name, since, at, to, names, how, takenBy: null, takenAt: null }
      escalations.open = [...escalations.open, raised]
      return
    }
    case 'escalation-taken':
      escalations.open = escalations.open.map((one) =>
        one.id === event.escalationId ? { ...one, takenBy: event.by, takenAt: event.at } : one,
      )
      return
    case 'escalation-ended':
      escalations.open = escalations.open.filter(({ id }) => id !== event.escalationId)
      return
  }
}
