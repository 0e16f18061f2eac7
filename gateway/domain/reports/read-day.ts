import type { LoggedEvent } from '../events.ts'
import { isCounterStep, isDeskStep } from '../line/remember-step.ts'
import { followCounters } from './follow-counters.ts'
import { begin, follow } from './follow-course.ts'
import type { Course } from './course.ts'
import type { DayFacts, TerminalUse } from './day-facts.ts'

/** Reads the facts of one day in their order. */
export interface DayReading {
  read(event: LoggedEvent): void
  /** When the day is over: what is still open ends with the last thing that happened there. */
  facts(): DayFacts
}

/** More steps than one counter takes in the minute in which they can be taken back. */
const STEPS_KEPT = 60
const deskKey = ({ actor }: LoggedEvent): string => `desk ${actor}`

/**
 * What happened on a day, from its own facts alone: those from one `day-opened` to the next. A step that was taken back counts as if
 * it had never been. Facts about numbers of another day, as a damaged log has, count nothing. `queuesOf`: as the hall folder says.
 */
export function readDay(day: string, queuesOf: (counterId: string) => readonly string[]): DayReading {
  const facts: DayFacts = {
    day,
    courses: new Map(),
    ratings: new Map(),
    grievances: new Map(),
    opened: [],
    helps: new Map(),
    lights: [],
    terminals: [],
  }
  const counters = followCounters(queuesOf, facts.opened)
  /** By counter, and by who stood at a desk: courses as they were before each of its steps, the oldest first. */
  const before = new Map<string, Course[]>()
  /** Whose a case is, as the facts of this day say. */
  const departments = new Map<string, string>()
  /** When somebody last did something in the hall: who is still there when the day is closed, perhaps by the next morning, counts until then. */
  let lastAt = 0

  function step(event: LoggedEvent & { ticketId: string }): void {
    const course = facts.courses.get(event.ticketId)
    if (!course) return
    const counterId = 'counterId' in event ? event.counterId : (course.here?.counterId ?? null)
    const key =
      counterId !== null && isCounterStep(event.type) ? counterId : isDeskStep(event.type) ? deskKey(event) : null
    if (key !== null) before.set(key, [...(before.get(key) ?? []), course].slice(-STEPS_KEPT))
    const next = follow[event.type] as ((course: Course, event: LoggedEvent) => Course) | undefined
    if (next) facts.courses.set(event.ticketId, next(course, event))
  }
  const use = (terminalId: string | null, at: number, what: TerminalUse): void => {
    if (terminalId !== null) facts.terminals.push({ terminalId, at, what })
  }

  function read(fact: LoggedEvent): void {
    const event = fact.type === 'ticket-expired' ? { ...fact, at: Math.min(fact.at, lastAt) } : fact
    if (/^(ticket|counter|step)-/.test(event.type)) lastAt = Math.max(lastAt, event.at)
    counters.read(event, (ticketId) => facts.courses.get(ticketId)?.here?.counterId ?? null)
    switch (event.type) {
      case 'day-corrected':
        facts.day = event.day
        return
      case 'ticket-taken':
        facts.courses.set(event.ticketId, begin(event))
        return
      case 'step-undone':
      case 'desk-step-undone': {
        const course = before.get(event.type === 'step-undone' ? event.counterId : deskKey(event))?.pop()
        if (course?.ticketId === event.ticketId) facts.courses.set(event.ticketId, course)
        return
      }
      case 'visit-rated': {
        const course = facts.courses.get(event.ticketId)
        const last = course?.stays.at(-1)
        const { queueId, matterId } = course ?? { queueId: '', matterId: null }
        const { ticketId, counterId, stars, at } = event
        if (course) facts.ratings.set(ticketId, { at, queueId, matterId, counterId, actor: last?.actor ?? null, stars })
        return
      }
      case 'grievance-filed': {
        const { grievanceId, at, ticketId, matterId, counterId, departmentId, reasons } = event
        const course = facts.courses.get(ticketId ?? '')
        const actor = course?.stays.at(-1)?.actor ?? null
        const place = { queueId: course?.queueId ?? null, matterId, counterId, actor }
        facts.grievances.set(grievanceId, { at, ...place, departmentId, reasons })
        return
      }
      case 'grievance-explained': {
        const known = facts.grievances.get(event.grievanceId)
        if (known) facts.grievances.set(event.grievanceId, { ...known, reasons: event.reasons })
        return
      }
      case 'grievance-withdrawn':
        facts.grievances.delete(event.grievanceId)
        return
      case 'help-called':
      case 'help-requested':
      case 'help-asked': {
        const terminalId = event.type === 'help-called' ? event.terminalId : null
        facts.helps.set(event.helpId, { at: event.at, terminalId, answeredAt: null })
        return
      }
      case 'help-answered': {
        const help = facts.helps.get(event.helpId)
        if (help && help.answeredAt === null) facts.helps.set(event.helpId, { ...help, answeredAt: event.at })
        return
      }
      case 'light-changed': {
        const { caseId, departmentName, at, to } = event
        departments.set(caseId, departmentName)
        if (to === 'yellow' || to === 'red') facts.lights.push({ at, departmentName, what: `${to}s` })
        return
      }
      case 'case-answered': {
        const departmentName = departments.get(event.caseId) ?? null
        facts.lights.push({ at: event.at, departmentName, what: 'lightAnswers' })
        return
      }
      case 'terminal-used':
        return use(event.terminalId, event.at, { searches: event.searches, searchesEmpty: event.empty })
      case 'list-ordered':
        return use(event.terminalId, event.at, { lists: 1 })
      case 'slip-failed':
        return use(facts.courses.get(event.ticketId)?.terminalId ?? null, event.at, { slipFaults: 1 })
    }
    if ('ticketId' in event && typeof event.ticketId === 'string') step(event as LoggedEvent & { ticketId: string })
  }
  return {
    read,
    facts() {
      counters.close()
      return facts
    },
  }
}
