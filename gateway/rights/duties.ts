import { type DutyId, type DutyRow, staffReach } from '../contract/posts.ts'
import { type StaffRole, staffRoles } from '../contract/staff-roles.ts'
import { type Call, calls } from './calls.ts'
import { type OrderRight, orders } from './orders.ts'

interface Duty {
  orders: readonly OrderRight[]
  calls: readonly Call[]
}

/**
 * The rights of people in groups that a person would name: each order and each question that a role has stands in one of them, and in one group
 * a role reaches equally far. A test holds both.
 */
export const duties: Record<DutyId, Duty> = {
  call: {
    orders: [
      ...(['open-counter', 'pause-counter', 'close-counter', 'call-next', 'call-ticket', 'recall-ticket'] as const),
      ...(['serve-ticket', 'finish-ticket', 'miss-ticket', 'hold-ticket', 'resume-ticket', 'undo-step'] as const),
      ...(['check-materials', 'print-missing', 'request-guide'] as const),
    ],
    calls: [],
  },
  'pass-on': { orders: ['note-ticket', 'transfer-ticket', 'skip-leg', 'drop-legs'], calls: [] },
  take: {
    orders: [
      ...(['take-ticket', 'take-ticket-first', 'requeue-ticket', 'arrive-ticket', 'undo-desk-step'] as const),
      ...(['defer-ticket', 'cancel-ticket', 'prioritise-ticket', 'reprint-slip'] as const),
    ],
    calls: ['see-hall-code'],
  },
  help: { orders: ['call-guide', 'answer-help', 'finish-help'], calls: [] },
  assign: { orders: ['assign-counter', 'restore-counter'], calls: [] },
  announce: { orders: ['announce', 'stop-announcement', 'switch-layout'], calls: [] },
  appointments: {
    orders: ['book-appointment', 'confirm-appointment', 'move-appointment', 'cancel-appointment'],
    calls: ['see-appointments'],
  },
  consult: {
    orders: [
      ...([
        'note-consultation',
        'hand-on-consultation',
        'answer-consultation',
        'open-errand',
        'add-errand-item',
      ] as const),
      ...(['number-errand-item', 'tick-errand-item', 'hand-on-errand', 'take-errand', 'print-errand'] as const),
      'close-errand',
    ],
    calls: [],
  },
  escalations: { orders: ['take-escalation'], calls: [] },
  approvals: {
    orders: ['accept-approval', 'ask-more', 'supply-more', 'note-leg', 'finish-leg', 'deliver-approval'],
    calls: ['accept-approvals'],
  },
  devices: {
    orders: ['test-printer', 'switch-device-off', 'switch-device-on', 'trust-clock', 'reload-screen', 'picture-screen'],
    calls: ['know-devices', 'see-screens', 'see-usual-day'],
  },
  notices: { orders: ['draft-notice', 'edit-notice', 'submit-notice'], calls: ['know-notices', 'send-media'] },
  approve: { orders: ['revise-notice', 'approve-notice', 'withdraw-notice'], calls: [] },
  emergency: { orders: ['raise-emergency', 'lift-emergency'], calls: [] },
  grievances: {
    orders: ['assign-grievance', 'contact-grievance', 'answer-grievance', 'close-grievance', 'read-contact'],
    calls: ['see-grievances'],
  },
  lights: { orders: ['urge-case', 'answer-case'], calls: ['count-lights'] },
  reports: { orders: [], calls: ['see-reports'] },
  persons: { orders: [], calls: ['see-reports-of-persons', 'try-what-if'] },
  register: { orders: ['set-roster'], calls: ['keep-people', 'keep-devices', 'keep-roster'] },
  settings: {
    orders: [
      ...(['change-hall', 'import-catalogue', 'undo-import', 'edit-matters', 'review-alias'] as const),
      ...(['withdraw-alias', 'teach-pad', 'bind-pad'] as const),
    ],
    calls: ['keep-hall', 'keep-catalogue', 'keep-pads', 'keep-webhooks', 'see-slips'],
  },
  records: { orders: ['export-records', 'report-backup', 'report-backup-failed'], calls: ['see-log', 'keep-backups'] },
}
/** Asked by pages of several roles about what each may see of its own, and what is done at the city: no power of a hall's post to be told of. */
export const notTold: readonly Call[] = [
  ...(['see-tickets', 'see-lights', 'see-approvals'] as const),
  ...(['see-city', 'order-at-halls', 'send-to-halls'] as const),
]

/** How far a role reaches in a duty, from the tables that hold at the doors. null = not at all. */
export function reachOf(duty: Duty, role: StaffRole): DutyRow['reach'][StaffRole] {
  const [first] = duty.orders
  if (first !== undefined) return staffReach.nullable().parse(orders[first][role] ?? null)
  const [call] = duty.calls
  return call !== undefined && (calls[call] as readonly string[]).includes(role) ? 'any' : null
}

/** Each duty, and how far each role may go in it. */
export const dutyRows = (): DutyRow[] =>
  (Object.keys(duties) as DutyId[]).map((duty) => ({
    duty,
    reach: Object.fromEntries(
      staffRoles.map((role) => [role, reachOf(duties[duty], role)] as const),
    ) as DutyRow['reach'],
  }))
