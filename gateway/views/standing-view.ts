import type { EscalationWhat } from '../contract/escalations.ts'
import { dayAt } from '../contract/hall-time.ts'
import { isOpenStage } from '../contract/grievance-clocks.ts'
import { dueReminders } from '../domain/grievances/remind.ts'
import { counterFact, countersFor, waitingIn } from './facts.ts'
import { lunchUntil, longestIn, warningOf } from './queue-view.ts'
import type { Reading } from './reading.ts'
import { sameJson } from './same-json.ts'

/** What stands and somebody should see to. `since` epoch ms; null = from when on it does nobody wrote down. */
export interface StandsNow {
  what: EscalationWhat
  subjectId: string
  name: string
  since: number | null
  departmentName: string | null
}

/** All that may be escalated, whatever the hall's rules say about it. Heard within the process only. */
export const standingView = (reading: Reading): StandsNow[] => [
  ...helpStanding(reading),
  ...lightsStanding(reading),
  ...devicesStanding(reading),
  ...reading.hallModel.hall.queues.flatMap(({ id }) => lineStanding(reading, id)),
  ...complaintsStanding(reading),
]

const helpStanding = (reading: Reading): StandsNow[] =>
  reading
    .state('help')
    .help.open.filter(({ answeredBy, left }) => answeredBy === null && !left)
    .map(({ id, terminalId, counterId, number, at }) => ({
      what: 'help',
      subjectId: id,
      name: `${terminalId ?? (counterId === null ? `手机 ${number ?? ''}` : `${counterId} 号窗口`)} 请引导员`,
      since: at,
      departmentName: null,
    }))

/** A red case until its department has answered; a yellow one until it is red or over. */
const lightsStanding = (reading: Reading): StandsNow[] =>
  [...reading.state('lights').lights.watched.values()].flatMap((one) => {
    const what =
      one.light === 'red' && one.answeredAt === null ? 'light-red' : one.light === 'yellow' ? 'light-yellow' : null
    if (what === null) return []
    const { caseId: subjectId, matterName: name, since, departmentName } = one
    return [{ what, subjectId, name, since, departmentName }]
  })

const devicesStanding = (reading: Reading): StandsNow[] =>
  reading
    .live()
    .devices()
    .filter(({ kind, state }) => state === 'fault' && kind !== 'counter' && kind !== 'strip')
    .map(({ id, name, word, since }) => ({
      what: 'device',
      subjectId: id,
      name: name === id ? `${id} ${word}` : `${name} ${id} ${word}`,
      since,
      departmentName: null,
    }))

/** A line beyond its own threshold or the hall's limit; or one in which people wait and nobody calls, but for lunch. */
const lineStanding = (reading: Reading, queueId: string): StandsNow[] =>
  reading.shared(`standing ${queueId}`, (own) => makeLine(own, queueId), sameJson)

function makeLine(reading: Reading, queueId: string): StandsNow[] {
  const waiting = waitingIn(reading, queueId)
  if (waiting === 0) return []
  const { hallModel } = reading
  const queue = hallModel.queues.get(queueId)
  const minutes = longestIn(reading, queueId)
  const isOver =
    warningOf(queue?.warnAt ?? null, waiting, minutes) !== null || minutes >= hallModel.hall.waitPromise.limit
  const isAlone =
    lunchUntil(reading, queueId) === null &&
    countersFor(reading, queueId).every(({ id }) => counterFact(reading, id).state !== 'open')
  const name = `${queue?.series ?? queueId} ${queue?.name ?? ''}`
  const stands = (what: EscalationWhat): StandsNow => ({
    what,
    subjectId: queueId,
    name,
    since: null,
    departmentName: null,
  })
  return [...(isOver ? [stands('queue')] : []), ...(isAlone ? [stands('no-counter')] : [])]
}

/** Low grades, complaints and errands not done whose time is over. */
function complaintsStanding(reading: Reading): StandsNow[] {
  const { hallModel } = reading
  const today = dayAt(reading.time().now, hallModel.hall.timeZone)
  return [...reading.state('grievances').grievances.byId.values()]
    .filter((one) => isOpenStage(one.stage) && dueReminders(one, today).some((what) => what.endsWith('late')))
    .map(({ id, kind, departmentId }) => ({
      what: 'complaint',
      subjectId: id,
      name: { 'low-rating': '差评过了时限', complaint: '投诉过了时限', 'not-done': '办不成事过了时限' }[kind],
      since: null,
      departmentName: hallModel.departmentNames.get(departmentId ?? '') ?? null,
    }))
}
