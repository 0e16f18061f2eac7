import type { Role } from '../contract/commands.ts'
import type { Actor } from './actor.ts'

/** Who may ask for what is no order: the addresses of the HTTP interface that are not everybody's. */
export const calls = {
  'know-devices': ['guide', 'supervisor', 'admin', 'integration'],
  'know-notices': ['guide', 'supervisor'],
  'see-tickets': ['clerk', 'guide', 'supervisor'],
  'see-log': ['supervisor', 'admin'],
  'see-grievances': ['supervisor'],
  'see-reports': ['supervisor', 'admin'],
  /** The usual day beside which the board draws today; it hangs on the supervisors' wall, too. */
  'see-usual-day': ['guide', 'supervisor', 'admin', 'display'],
  /** Figures of one clerk. */
  'see-reports-of-persons': ['supervisor'],
  'see-appointments': ['guide', 'supervisor', 'integration'],
  'see-screens': ['guide', 'supervisor', 'admin'],
  'see-hall-code': ['terminal', 'display', 'guide', 'supervisor'],
  'see-slips': ['supervisor', 'admin'],
  'keep-pads': ['supervisor', 'admin'],
  'keep-catalogue': ['supervisor', 'admin'],
  'keep-backups': ['supervisor', 'admin'],
  'keep-webhooks': ['supervisor', 'admin'],
  'keep-hall': ['supervisor', 'admin'],
  'keep-people': ['supervisor', 'admin'],
  'keep-devices': ['supervisor', 'admin'],
  'try-what-if': ['supervisor'],
  /** What was searched in vain. */
  'tell-missed': ['terminal'],
  'send-media': ['guide', 'supervisor'],
  'send-alerts': ['integration'],
  'send-cases': ['integration'],
  'see-lights': ['guide', 'supervisor'],
  'count-lights': ['supervisor'],
  'keep-roster': ['supervisor', 'admin', 'integration'],
  'see-approvals': ['clerk', 'guide', 'supervisor'],
  'accept-approvals': ['clerk', 'supervisor'],
  /** At the city: the board of all its halls; a number or an hour at one of them; what is sent to all. */
  'see-city': ['guide', 'supervisor', 'admin', 'integration'],
  'order-at-halls': ['guide', 'supervisor', 'integration'],
  'send-to-halls': ['supervisor'],
} as const satisfies Record<string, readonly Role[]>
export type Call = keyof typeof calls

export const mayAsk = (actor: Actor | null, call: Call): boolean =>
  actor?.roles.some((role) => (calls[call] as readonly string[]).includes(role)) ?? false
