import type { LoggedEvent } from '../events.ts'
import { shownRange } from '../waits/shown-range.ts'
import type { Course, Happening } from './course.ts'

type Of<Type extends LoggedEvent['type']> = Extract<LoggedEvent, { type: Type }>

/** A number that was just taken. */
export function begin(event: Of<'ticket-taken'>): Course {
  const { ticketId, at, terminalId, queueId, matterId, actor, forecast, priority, booked } = event
  const range = forecast && priority === null && booked !== true ? shownRange(forecast) : null
  return {
    ticketId,
    takenAt: at,
    terminalId,
    taken: { queueId, matterId, counterId: null, actor },
    matterName: event.matterName ?? null,
    queueId,
    matterId,
    legsToCome: event.legs?.slice(1) ?? [],
    told: range && forecast ? { range, shown: forecast.shown } : null,
    inLineSince: at,
    inLine: [],
    firstCall: null,
    here: null,
    stays: [],
    calls: [],
    missed: [],
    requeued: [],
    transferred: [],
    finished: null,
    left: null,
    givenBack: false,
  }
}

type Follow<Type extends LoggedEvent['type']> = (course: Course, event: Of<Type>) => Course

/** What each fact makes of a number's course. Facts that are not here change nothing that is counted. */
export const follow: { [Type in LoggedEvent['type']]?: Follow<Type> } = {
  'ticket-called': (course, event) => {
    const called = comeTo(leaveLine(course, event.at), event)
    return { ...called, firstCall: course.firstCall ?? happening(called, event) }
  },
  'ticket-resumed': (course, event) => comeTo(course, event),
  'ticket-served': (course, { at, actor }) =>
    course.here ? { ...course, here: { ...course.here, servingAt: at, actor } } : course,
  'ticket-finished': (course, event) => {
    const finished = happening(course, event)
    return { ...goFrom(course, event.at, true, event.actor), finished }
  },
  'ticket-missed': (course, event) => {
    const waitedMs = (course.here?.from ?? event.at) - course.takenAt
    return {
      ...goFrom(course, event.at, false),
      missed: [...course.missed, { ...happening(course, event), waitedMs }],
    }
  },
  'ticket-held': (course, { at }) => goFrom(course, at, false),
  'ticket-transferred': (course, event) => {
    const gone = goFrom(leaveLine(course, event.at), event.at, false)
    return joinLine(
      unjudged({
        ...gone,
        queueId: event.toQueueId,
        transferred: [...course.transferred, happening(course, event)],
      }),
      event.at,
    )
  },
  'ticket-requeued': (course, event) =>
    joinLine(unjudged({ ...course, requeued: [...course.requeued, happening(course, event)] }), event.at),
  'ticket-deferred': (course, { at }) => joinLine(unjudged(goFrom(leaveLine(course, at), at, false)), at),
  'ticket-prioritised': (course) => unjudged(course),
  'appointment-met': (course) => unjudged(course),
  'ticket-cancelled': (course, event) => leave(course, event, event.givenBack !== undefined),
  'ticket-expired': (course, event) => leave(course, event, false),
  'leg-left': (course, event) => {
    const gone = goFrom(leaveLine(course, event.at), event.at, event.how === 'done', event.actor)
    const [next, ...legsToCome] = course.legsToCome
    if (next === undefined) return course
    const { queueId, matterIds } = next
    return joinLine(unjudged({ ...gone, queueId, matterId: matterIds[0] ?? null, legsToCome }), event.at)
  },
  'legs-dropped': (course) => ({ ...course, legsToCome: [] }),
}

/** Who never came to a counter and goes, or is still in line when the day ends, has left without being served. */
function leave(course: Course, event: Of<'ticket-cancelled'> | Of<'ticket-expired'>, givenBack: boolean): Course {
  const waited = course.inLineSince !== null
  const gone = goFrom(leaveLine(course, event.at), event.at, false)
  return { ...gone, givenBack, left: waited && !givenBack ? happening(course, event) : null }
}

const happening = (course: Course, { at, actor }: { at: number; actor: string }): Happening => ({
  at,
  queueId: course.queueId,
  matterId: course.matterId,
  counterId: course.here?.counterId ?? null,
  actor,
})

function comeTo(course: Course, event: Of<'ticket-called'> | Of<'ticket-resumed'>): Course {
  const { counterId, at, actor } = event
  const { queueId, matterId } = course
  const here = { queueId, matterId, counterId, actor, from: at, servingAt: null }
  const called = { ...course, here }
  return { ...called, calls: [...course.calls, happening(called, event)] }
}

/** The number leaves its counter; the work is that of whoever ended it. */
function goFrom(course: Course, at: number, worked: boolean, actor?: string): Course {
  if (course.here === null) return course
  const stay = { ...course.here, actor: actor ?? course.here.actor, to: at, worked }
  return { ...course, here: null, stays: [...course.stays, stay] }
}

const joinLine = (course: Course, at: number): Course => ({ ...course, inLineSince: at })

function leaveLine(course: Course, at: number): Course {
  const { inLineSince: from, queueId } = course
  return from === null
    ? course
    : { ...course, inLineSince: null, inLine: [...course.inLine, { queueId, from, to: at }] }
}

/** What was told at the beginning was told of another wait than the one that came. */
const unjudged = (course: Course): Course => (course.firstCall === null ? { ...course, told: null } : course)
