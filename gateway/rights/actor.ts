import type { Role } from '../contract/commands.ts'

/** Beside the roles that a person or a token has: what the gateway itself makes of a door that needs no token. */
export type DoorRole = 'pad' | 'rating-device' | 'visitor'
export type AnyRole = Role | DoorRole

/** Who speaks: set by the gateway, never by the page. */
export interface Actor {
  /**
   * As the log keeps it: `staff 0327` a person, `terminal K3` an enrolled device, `pad W5` a device of the gateway's own; else the name of a
   * token.
   */
  name: string
  /** [] = the public. */
  roles: readonly AnyRole[]
  /** The work number (工号) of the person who signed in; null = a token or a device. */
  number: string | null
  /** The one terminal and the one screen that it is; null = of none. */
  terminal: string | null
  screen: string | null
  /** The counters that it works at; null = every one. */
  counters: readonly string[] | null
  /** The one number that it holds; null = none of its own. */
  ticketId: string | null
}

const nobody: Actor = {
  name: 'public',
  roles: [],
  number: null,
  terminal: null,
  screen: null,
  counters: null,
  ticketId: null,
}
export const thePublic: Actor = nobody

/** A bearer of a token. A terminal's, a screen's and a tablet's are named after it; whoever works at counters works at all of them. */
export const bearer = (name: string, roles: readonly Role[]): Actor => ({
  ...nobody,
  name: roles.includes('rating') ? `tablet ${name}` : name,
  roles,
  counters: roles.includes('rating') ? [name] : null,
  terminal: roles.includes('terminal') ? name : null,
  screen: roles.includes('display') ? name : null,
})

/** Whoever signed in. `counters` null = all of them. */
export const person = (number: string, roles: readonly Role[], counters: readonly string[] | null): Actor => ({
  ...nobody,
  name: `staff ${number}`,
  roles,
  number,
  counters,
})

/** A pad with buttons orders for the counter that it stands at now. */
export const padAt = (padId: string, counterId: string): Actor => ({
  ...nobody,
  name: `pad ${padId}`,
  roles: ['pad'],
  counters: [counterId],
})
export const ratingDeviceAt = (counterId: string): Actor => ({
  ...nobody,
  name: `rating ${counterId}`,
  roles: ['rating-device'],
  counters: [counterId],
})
export const scannerAt = (terminalId: string): Actor => ({
  ...nobody,
  name: `scanner ${terminalId}`,
  roles: ['terminal'],
  terminal: terminalId,
})
/** On a phone of their own. `ticketId`: the number whose page it is; null = none yet. */
export const visitorActor = (ticketId: string | null): Actor => ({
  ...nobody,
  name: 'visitor',
  roles: ['visitor'],
  ticketId,
})

/** Whether a page that listens to this is the hall's own device: it showed a token for it. */
export function isOwnPage(actor: Actor, topic: string): boolean {
  const [kind, id = ''] = topic.split(':')
  if (kind === 'screen') return actor.screen === id
  // Strips and panels tell nothing of themselves: one token may serve them all.
  if (kind === 'strip' || kind === 'panel') return actor.roles.includes('display')
  return actor.roles.length > 0
}
/** Whether an actor works for the whole hall and not for one terminal alone. */
export const isStaff = ({ roles }: Actor): boolean => roles.includes('guide') || roles.includes('supervisor')
