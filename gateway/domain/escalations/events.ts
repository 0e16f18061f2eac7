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
  /** `afterSeconds`: from the raising to the taking. `name`: what it is about, `how` it was told; logs of earlier releases have neither. */
  | {
      type: 'escalation-taken'
      escalationId: string
      name?: string
      how?: EscalationRule['how']
      by: string
      afterSeconds: number
    }
  /** What stood is over. */
  | {
      type: 'escalation-ended'
      escalationId: string
      name?: string
      how?: EscalationRule['how']
      afterSeconds: number
    }
