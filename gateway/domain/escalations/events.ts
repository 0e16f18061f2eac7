import type { EscalationRule, EscalationWhat } from '../../contract/escalations.ts'

export type EscalationEvent =
  | {
      type: 'escalation-raised'
      escalationId: string
      ruleId: string
      what: EscalationWhat
      subjectId: string
      name: string
      /** Epoch ms since when it stands. */
      since: number
      to: EscalationRule['to']
      /** Who holds that post by the roster. */
      names: string[]
      how: EscalationRule['how']
    }
  /** `afterSeconds`: from the raising to the taking. */
  | { type: 'escalation-taken'; escalationId: string; by: string; afterSeconds: number }
  /** What stood is over. */
  | { type: 'escalation-ended'; escalationId: string; afterSeconds: number }
