import type { Command, Report } from '../contract/commands.ts'
import type { AnyRole } from './actor.ts'

/**
 * How far a right reaches. `own counter`: the counters that somebody works at. `own queues`: numbers of what those counters serve. `own
 * terminal`: the terminal that it is. `own number`: the one that a visitor holds.
 */
export type Reach = 'any' | 'own counter' | 'own queues' | 'own terminal' | 'own number'
export type Right = Partial<Record<AnyRole, Reach>>

/** Facts that come from outside too, though no page's socket can say them. */
type OutsideReport = Extract<
  Report,
  | {
      type:
        | 'rate-visit'
        | 'explain-rating'
        | 'export-records'
        | 'report-backup'
        | 'report-backup-failed'
        | 'import-catalogue'
        | 'undo-import'
        | 'edit-matters'
        | 'change-hall'
        | 'receive-alert'
        | 'review-alias'
        | 'withdraw-alias'
    }
  | { grievanceId: string }
>
export type Order = Command | OutsideReport
/** A number before others is a right of its own. */
export type OrderRight = Order['type'] | 'take-ticket-first'

const atCounter: Right = { clerk: 'own counter', supervisor: 'any', pad: 'own counter' }
const ofTheirQueues: Right = { clerk: 'own queues', guide: 'any', supervisor: 'any' }
/** Joint approvals: whoever works at a counter, and the departments' own systems. */
const ofDepartments: Right = { clerk: 'any', supervisor: 'any', integration: 'any' }
const atGeneralCounter: Right = { clerk: 'any', supervisor: 'any' }
const atDesk: Right = { guide: 'any', supervisor: 'any' }
const ofSupervisor: Right = { supervisor: 'any' }
/** At a terminal or on a phone: the door asks for the code. */
const ofAnybody: Right = { visitor: 'any', terminal: 'any' }
const ofDevices: Right = { guide: 'any', supervisor: 'any', admin: 'any' }
const ofSettings: Right = { supervisor: 'any', admin: 'any' }

/** Who may give which order, at every door: HTTP, sockets, pads, scanners, phones. An order that is new stands here, or nothing compiles. */
export const orders: Record<OrderRight, Right> = {
  'take-ticket': { guide: 'any', supervisor: 'any', terminal: 'own terminal', visitor: 'any' },
  'take-ticket-first': atDesk,
  'give-back-ticket': { terminal: 'own terminal' },
  'open-counter': atCounter,
  'pause-counter': atCounter,
  'close-counter': atCounter,
  'call-next': atCounter,
  'call-ticket': atCounter,
  'recall-ticket': atCounter,
  'serve-ticket': atCounter,
  'finish-ticket': atCounter,
  'miss-ticket': atCounter,
  'hold-ticket': atCounter,
  'resume-ticket': atCounter,
  'undo-step': atCounter,
  'check-materials': atCounter,
  'print-missing': atCounter,
  'request-guide': atCounter,
  'note-ticket': ofTheirQueues,
  'transfer-ticket': ofTheirQueues,
  'skip-leg': ofTheirQueues,
  'drop-legs': ofTheirQueues,
  'assign-counter': atDesk,
  'restore-counter': atDesk,
  'requeue-ticket': atDesk,
  'arrive-ticket': { guide: 'any', supervisor: 'any', terminal: 'own terminal', visitor: 'own number' },
  'undo-desk-step': atDesk,
  'defer-ticket': { guide: 'any', supervisor: 'any', visitor: 'own number' },
  'announce-coming': { visitor: 'own number' },
  'ask-guide': { visitor: 'own number' },
  'cancel-ticket': { guide: 'any', supervisor: 'any', visitor: 'own number' },
  'prioritise-ticket': atDesk,
  'reprint-slip': { guide: 'any', supervisor: 'any', terminal: 'any' },
  'call-guide': { guide: 'any', supervisor: 'any', terminal: 'own terminal' },
  'leave-help': { terminal: 'own terminal' },
  'print-list': { terminal: 'own terminal' },
  'print-way': { terminal: 'own terminal' },
  'tell-use': { terminal: 'own terminal' },
  'answer-help': atDesk,
  'finish-help': atDesk,
  'book-appointment': { guide: 'any', supervisor: 'any', integration: 'any', visitor: 'any' },
  'confirm-appointment': { guide: 'any', supervisor: 'any', visitor: 'any' },
  'move-appointment': { guide: 'any', supervisor: 'any', integration: 'any' },
  'cancel-appointment': { guide: 'any', supervisor: 'any', integration: 'any', visitor: 'any' },
  'test-printer': ofDevices,
  'switch-device-off': ofDevices,
  'switch-device-on': ofDevices,
  'trust-clock': ofDevices,
  'switch-layout': atDesk,
  announce: atDesk,
  'stop-announcement': atDesk,
  'reload-screen': ofDevices,
  'picture-screen': ofDevices,
  'draft-notice': atDesk,
  'edit-notice': atDesk,
  'submit-notice': atDesk,
  'revise-notice': ofSupervisor,
  'approve-notice': ofSupervisor,
  'withdraw-notice': ofSupervisor,
  'raise-emergency': ofSupervisor,
  'lift-emergency': ofSupervisor,
  'teach-pad': ofSettings,
  'bind-pad': ofSettings,
  'rate-visit': { 'rating-device': 'own counter', rating: 'own counter', visitor: 'own number' },
  'explain-rating': { rating: 'own queues', visitor: 'own number' },
  'file-grievance': ofAnybody,
  'urge-grievance': ofAnybody,
  'add-to-grievance': ofAnybody,
  'withdraw-grievance': ofAnybody,
  'assign-grievance': ofSupervisor,
  'contact-grievance': ofSupervisor,
  'answer-grievance': ofSupervisor,
  'close-grievance': ofSupervisor,
  'read-contact': ofSupervisor,
  'export-records': ofSettings,
  'report-backup': ofSettings,
  'report-backup-failed': ofSettings,
  'urge-case': ofSupervisor,
  'answer-case': ofSupervisor,
  'accept-approval': atGeneralCounter,
  'ask-more': ofDepartments,
  'supply-more': ofDepartments,
  'note-leg': ofDepartments,
  'finish-leg': ofDepartments,
  'deliver-approval': atGeneralCounter,
  'set-roster': { supervisor: 'any', admin: 'any', integration: 'any' },
  'note-consultation': atDesk,
  'hand-on-consultation': atDesk,
  'answer-consultation': atDesk,
  'open-errand': atDesk,
  'add-errand-item': atDesk,
  'number-errand-item': atDesk,
  'tick-errand-item': atDesk,
  'hand-on-errand': atDesk,
  'take-errand': atDesk,
  'print-errand': atDesk,
  'close-errand': atDesk,
  'review-alias': ofSettings,
  'withdraw-alias': ofSettings,
  'take-escalation': { guide: 'any', supervisor: 'any' },
  'change-hall': ofSettings,
  'import-catalogue': ofSettings,
  'undo-import': ofSettings,
  'edit-matters': ofSettings,
  'receive-alert': { integration: 'any' },
}
