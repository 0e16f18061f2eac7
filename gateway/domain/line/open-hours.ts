import { isWithin } from '../../contract/day-span.ts'
import type { ClosedWhy } from '../../contract/closed-words.ts'
import type { Hall, Queue } from '../../contract/hall.ts'
import type { RefusalCode } from '../../contract/refusals.ts'
import { addDays, minuteOf, weekdayOf } from '../../contract/hall-time.ts'
import { type Moment, type Refusal, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'

type Hour = Pick<Moment, 'day' | 'minute'>

/** Is the hall open on this day? Its weekdays, the holidays and moved working days of the national calendar, and its own closures. */
export function isOpenOn({ hall, alwaysOpen, calendar }: HallModel, day: string): boolean {
  if (alwaysOpen) return true
  if (closureOn(hall, day) !== null) return false
  if (calendar.work.includes(day)) return true
  return !calendar.off.includes(day) && hall.hours.weekdays.includes(weekdayOf(day))
}

/**
 * May an hour of this day be promised to who is not here? A day of a year whose holidays are not in the calendar is open by its weekday, but nobody
 * knows that before. A hall without any calendar goes by the week alone.
 */
export function isPromised(hallModel: HallModel, day: string): boolean {
  const { years } = hallModel.calendar
  return isOpenOn(hallModel, day) && (hallModel.alwaysOpen || years.length === 0 || years.includes(day.slice(0, 4)))
}

const closureOn = ({ closures }: Hall, day: string): Hall['closures'][number] | null =>
  closures.find(({ from, until }) => day >= from && day <= (until ?? from)) ?? null
/** Why the hall itself is closed on this day, for the words of a refusal. */
function closureOf({ hall }: HallModel, day: string): { closure: string } | Record<string, never> {
  const reason = closureOn(hall, day)?.reason ?? null
  return reason === null ? {} : { closure: reason }
}

/** Opening, last number and break of a queue, or of the hall alone. */
export function hoursOf(
  { hall }: HallModel,
  queue: Queue | null,
): { open: string; lastTicket: string; lunch: { from: string; to: string; takes: boolean } | null } {
  const own = queue?.hours ?? null
  return {
    open: own?.open ?? hall.hours.open,
    lastTicket: own?.lastTicket ?? hall.hours.lastTicket,
    lunch: own?.lunch ?? hall.lunch,
  }
}

/** Why no queue gives numbers now, with when the first of them does again; null = one gives. A queue may have hours of its own. */
export function hallClosed(hallModel: HallModel, hour: Hour): Refusal | null {
  const refusals: Refusal[] = []
  for (const queue of hallModel.hall.queues) {
    const refusal = closedNow(hallModel, hour, queue)
    if (refusal === null) return null
    refusals.push(refusal)
  }
  const back = ({ details }: Refusal): string => `${details.backDay ?? '9'} ${details.backClock ?? ''}`
  const [first] = refusals.sort((one, other) => (back(one) < back(other) ? -1 : 1))
  return first ? refuse('hall-closed', first.details) : null
}

/** May a number of any queue be taken now? */
export const isTaking = (hallModel: HallModel, hour: Hour): boolean => hallClosed(hallModel, hour) === null

/** Why no number is given now, with when to come back; null = one is given. A demo hall is always open. */
export function closedNow(hallModel: HallModel, hour: Hour, queue: Queue | null): Refusal | null {
  if (hallModel.alwaysOpen || takesAt(hallModel, hour, queue)) return null
  const { open, lastTicket } = hoursOf(hallModel, queue)
  const told = {
    open,
    lastTicket,
    closed: closedWhy(hallModel, hour, queue),
    ...closureOf(hallModel, hour.day),
    ...nextTaking(hallModel, hour, queue),
  }
  return refuse(closedCode(hallModel, hour), told)
}

/** Who comes with an appointment in its window passes opening, break and last number, but not a day on which the hall is closed. */
export function closedToday(hallModel: HallModel, hour: Hour, queue: Queue): Refusal | null {
  if (isOpenOn(hallModel, hour.day)) return null
  const { open, lastTicket } = hoursOf(hallModel, queue)
  const closure = closureOf(hallModel, hour.day)
  const next = nextTaking(hallModel, hour, queue)
  return refuse('hall-closed', { open, lastTicket, closed: 'day-off', ...closure, ...next })
}

function takesAt(hallModel: HallModel, { day, minute }: Hour, queue: Queue | null): boolean {
  const { open, lastTicket, lunch } = hoursOf(hallModel, queue)
  const isOpen = isOpenOn(hallModel, day) && minute >= minuteOf(open) && minute < minuteOf(lastTicket)
  return isOpen && !(lunch && !lunch.takes && isWithin(lunch, minute))
}

/** Why no number of a queue that gives none is given. */
function closedWhy(hallModel: HallModel, { day, minute }: Hour, queue: Queue | null): ClosedWhy {
  const { open, lunch } = hoursOf(hallModel, queue)
  if (!isOpenOn(hallModel, day)) return 'day-off'
  if (minute < minuteOf(open)) return 'early'
  if (lunch && !lunch.takes && isWithin(lunch, minute)) return 'lunch'
  return minute >= minuteOf(hallModel.hall.hours.close) ? 'over' : 'last-ticket'
}

/** Whether the hall's working hours are over or have not begun: what was called is no news any more. */
export function isOutOfHours(hallModel: HallModel, hour: Hour): boolean {
  const closed = hallClosed(hallModel, hour)?.details.closed
  return closed === 'over' || closed === 'day-off' || closed === 'early'
}

function closedCode(hallModel: HallModel, { day, minute }: Hour): RefusalCode {
  const { open, lastTicket } = hallModel.hall.hours
  const isOpen = isOpenOn(hallModel, day) && minute >= minuteOf(open) && minute < minuteOf(lastTicket)
  return isOpen ? 'queue-closed' : 'hall-closed'
}

/** When to come back, for the words of a refusal; empty = nobody knows. `today`: the day on which it is said. */
export type ComeBack = { today: string; backDay: string; backClock: string } | Record<string, never>

/** The next minute at which numbers of this queue are given: later today, or on the next working day that is known. */
function nextTaking(hallModel: HallModel, { day, minute }: Hour, queue: Queue | null): ComeBack {
  const { open, lunch } = hoursOf(hallModel, queue)
  const starts = [open, ...(lunch ? [lunch.to] : [])].sort()
  const later = starts.find(
    (clock) => minuteOf(clock) > minute && takesAt(hallModel, { day, minute: minuteOf(clock) }, queue),
  )
  return later === undefined ? nextMorning(hallModel, day, queue) : { today: day, backDay: day, backClock: later }
}

/** The hall may be moving for a month. */
const LOOKED_AHEAD_DAYS = 60
/** The first number of the next working day that is known. */
export function nextMorning(hallModel: HallModel, today: string, queue: Queue | null): ComeBack {
  const { open, lunch } = hoursOf(hallModel, queue)
  for (let ahead = 1; ahead <= LOOKED_AHEAD_DAYS; ahead += 1) {
    const backDay = addDays(today, ahead)
    if (!isPromised(hallModel, backDay)) continue
    const takes = (clock: string): boolean => takesAt(hallModel, { day: backDay, minute: minuteOf(clock) }, queue)
    const backClock = hallModel.alwaysOpen ? open : [open, ...(lunch ? [lunch.to] : [])].sort().find(takes)
    if (backClock !== undefined) return { today, backDay, backClock }
  }
  return {}
}

/** When a new number of the queue can be had, for the words of another refusal; empty = now. */
export const againWhen = (hallModel: HallModel, hour: Hour, queueId: string): Refusal['details'] =>
  closedNow(hallModel, hour, hallModel.queues.get(queueId) ?? null)?.details ?? {}
