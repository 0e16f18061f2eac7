import type { AuditTopic } from '../contract/audit.ts'
import type { LoggedEvent, OfficeEvent } from '../domain/events.ts'
import type { Names } from './names.ts'
import type { Said, Says } from './said.ts'
import { saysOfCases } from './says-of-cases.ts'
import { saysOfDesk } from './says-of-desk.ts'
import { saysOfHall } from './says-of-hall.ts'
import { saysOfRegister } from './says-of-register.ts'
import { saysOfTickets } from './says-of-tickets.ts'

const says: Says<OfficeEvent> = { ...saysOfTickets, ...saysOfHall, ...saysOfCases, ...saysOfRegister, ...saysOfDesk }
export const saidTypes: ReadonlySet<string> = new Set(Object.keys(says))

/** The whole sentence: who, and what. What nobody has put in words yet is said to be so. */
export function sayEvent(event: LoggedEvent, names: Names): { topic: AuditTopic; sentence: string } {
  const say = says[event.type] as ((one: LoggedEvent, names: Names) => Said) | undefined
  const [topic, words] = say?.(event, names) ?? (['other', '做了一件还没有说法的事'] as const)
  return { topic, sentence: `‹${names.actor(event.actor)}› ${words}` }
}
