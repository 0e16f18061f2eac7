import { type HolidayCalendar, noHolidays } from '../contract/calendar.ts'
import type { Counter, Hall, Queue } from '../contract/hall.ts'
import type { Matter } from '../contract/matter.ts'

/** The hall as configured, with what is asked of it a thousand times a minute looked up beforehand. */
export interface HallModel {
  readonly hall: Hall
  readonly matters: ReadonlyMap<string, Matter>
  readonly queues: ReadonlyMap<string, Queue>
  readonly counters: ReadonlyMap<string, Counter>
  /** Counters that serve a queue, in the hall's order. */
  readonly countersOf: ReadonlyMap<string, Counter[]>
  readonly departmentNames: ReadonlyMap<string, string>
  /** Demo halls never close. */
  readonly alwaysOpen: boolean
  /** Days off and moved working days of the country. */
  readonly calendar: HolidayCalendar
  /** Hash of the imported catalogue; null = the hall's own matters only. Pages read matters again when it changes. */
  readonly catalogue: string | null
  /** So many decisions about other names of matters are in it. */
  readonly aliases: number
}

export function buildHallModel(
  hall: Hall,
  matters: readonly Matter[],
  alwaysOpen: boolean,
  calendar: HolidayCalendar = noHolidays,
  catalogue: string | null = null,
  aliases = 0,
): HallModel {
  return {
    hall,
    matters: new Map(matters.map((matter) => [matter.id, matter])),
    queues: new Map(hall.queues.map((queue) => [queue.id, queue])),
    counters: new Map(hall.counters.map((counter) => [counter.id, counter])),
    countersOf: new Map(
      hall.queues.map((queue) => [queue.id, hall.counters.filter((counter) => counter.queues.includes(queue.id))]),
    ),
    departmentNames: new Map(hall.departments.map((department) => [department.id, department.name])),
    alwaysOpen,
    calendar,
    catalogue,
    aliases,
  }
}
