import { actorWords } from '../contract/actor-words.ts'
import type { HallModel } from '../domain/hall-model.ts'

/** Names of what records speak of. */
export interface Names {
  /** The number of a ticket by its id. */
  number(ticketId: string): string
  /** The counter that called it last; null = none has. */
  counterOf(ticketId: string): string | null
  queue(queueId: string): string
  department(departmentId: string): string
  matter(matterId: string): string
  zone(zoneId: string): string
  actor(actor: string): string
  /** Somebody who works here: masked name and work number. */
  staff(number: string): string
}

/** What is known of a ticket at a record of it; null = nothing. */
export type TicketAt = (ticketId: string) => { number: string; counterId: string | null } | null

/** `staffNames`: masked, by work number. */
export function namesIn(
  { hall, queues, departmentNames, matters }: HallModel,
  ticketAt: TicketAt,
  staffNames: ReadonlyMap<string, string>,
): Names {
  const zones = new Map(hall.floors.flatMap((floor) => floor.zones.map(({ id, name }) => [id, name])))
  const terminals = new Map(hall.terminals.map(({ id, name }) => [id, name]))
  return {
    number: (ticketId) => ticketAt(ticketId)?.number ?? '一个号',
    counterOf: (ticketId) => ticketAt(ticketId)?.counterId ?? null,
    queue: (queueId) => queues.get(queueId)?.name ?? queueId,
    department: (departmentId) => departmentNames.get(departmentId) ?? departmentId,
    matter: (matterId) => matters.get(matterId)?.name ?? matterId,
    zone: (zoneId) => zones.get(zoneId) ?? zoneId,
    staff: (number) => (staffNames.has(number) ? `${staffNames.get(number)}（${number}）` : `工号 ${number}`),
    actor(actor) {
      const [kind = '', id = ''] = actor.split(/ (.*)/s)
      switch (kind) {
        case 'staff':
          return staffNames.get(id) ?? actorWords(actor)
        case 'terminal':
          return `${id} 终端`
        case 'tablet':
          return `${id} 号窗口的平板`
        default:
          return terminals.has(actor) ? `${actor} 终端` : actorWords(actor)
      }
    },
  }
}
