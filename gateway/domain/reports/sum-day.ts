import { minuteAt } from '../../contract/hall-time.ts'
import { ratingReasons } from '../../contract/ratings.ts'
import type { Course, Place } from './course.ts'
import type { DayFacts } from './day-facts.ts'
import type { HallPlaces } from './hall-places.ts'
import { type Measure, type Sum, LONGEST_WAIT, add, countAt } from './sum.ts'
import { type Kind, type SumRow, halved } from './sum-row.ts'

const HALF = 30
const MINUTE_MS = 60_000

type Keys = readonly (readonly [Kind, string | null])[]

/** The figures of a day, sorted by all that they are asked by. Only what was counted has a row. */
export function sumDay(facts: DayFacts, places: HallPlaces): SumRow[] {
  const rows = new Map<string, { -readonly [Key in keyof SumRow]: SumRow[Key] } & { halves: Record<number, Sum> }>()
  const names = new Map<string, string>()
  const halfAt = (at: number): number => Math.floor(minuteAt(at, places.timeZone) / HALF)

  function count(keys: Keys, half: number, what: (sum: Sum) => void): void {
    for (const [kind, key] of keys) {
      if (key === null) continue
      const id = `${kind} ${key}`
      let row = rows.get(id)
      if (!row) rows.set(id, (row = { kind, key, name: null, whole: {}, halves: {} }))
      what(row.whole)
      if (halved.includes(kind)) what((row.halves[half] ??= {}))
    }
  }
  const plus = (keys: Keys, at: number, measure: Measure, value = 1): void =>
    count(keys, halfAt(at), (sum) => add(sum, measure, value))
  /** A time is split at the half hours. */
  function stretch(keys: Keys, from: number, to: number, measure: Measure, share = 1): void {
    for (let start = from; start < to; ) {
      const minute = minuteAt(start, places.timeZone)
      // The clock is read to the second; what is finer is the same everywhere.
      const into = Math.round((minute % HALF) * 60) * 1_000 + (start % 1_000)
      const left = HALF * MINUTE_MS - into
      const end = Math.min(to, start + left)
      count(keys, Math.floor(minute / HALF), (sum) => add(sum, measure, (end - start) * share))
      start = end
    }
  }
  /** All that a happening belongs to. */
  const keysOf = (place: Place): Keys => [
    ['hall', ''],
    ['floor', places.floorOf(place)],
    ['department', places.departmentOf(place)],
    ['queue', place.queueId],
    ['counter', place.counterId],
    ['person', place.counterId === null ? null : place.actor],
    ['matter', place.matterId],
  ]

  function countCourse(course: Course): void {
    const { takenAt, firstCall, finished, left } = course
    const taken = keysOf(course.taken)
    if (course.givenBack) return plus(taken, takenAt, 'givenBack')
    plus([...taken, ['terminal', course.terminalId]], takenAt, 'taken')
    if (course.matterName !== null && course.taken.matterId !== null)
      names.set(course.taken.matterId, course.matterName)
    if (firstCall !== null) countWait(course, firstCall)
    for (const { queueId, from, to } of course.inLine)
      stretch(
        [
          ['hall', ''],
          ['queue', queueId],
        ],
        from,
        to,
        'waitingMs',
      )
    for (const stay of course.stays) {
      const { counterId, from, to } = stay
      stretch([...atCounter(counterId), ['queue', stay.queueId], ['person', stay.actor]], from, to, 'busyMs')
      if (!stay.worked) continue
      plus(keysOf(stay), to, 'served')
      plus(keysOf(stay), to, 'serviceMs', to - (stay.servingAt ?? from))
    }
    for (const missed of course.missed) {
      plus(keysOf(missed), missed.at, 'missed')
      plus(keysOf(missed), missed.at, 'missedWaitMs', missed.waitedMs)
    }
    const asVisitor = (place: Place): Keys => keysOf({ ...place, actor: null })
    for (const requeued of course.requeued) plus(asVisitor(requeued), requeued.at, 'requeued')
    for (const transferred of course.transferred) plus(keysOf(transferred), transferred.at, 'transferred')
    if (finished !== null) plus(keysOf(finished), finished.at, 'finished')
    if (left === null) return
    plus(asVisitor(left), left.at, 'left')
    plus(asVisitor(left), left.at, 'leftMs', left.at - takenAt)
  }

  /** A wait belongs to the half hour in which the number was taken: then it was asked how long it would be. */
  function countWait({ takenAt, told }: Course, firstCall: Place & { at: number }): void {
    const ms = firstCall.at - takenAt
    const minutes = ms / MINUTE_MS
    count(keysOf(firstCall), halfAt(takenAt), (sum) => {
      add(sum, 'called', 1)
      add(sum, 'waitMs', ms)
      countAt(sum, 'waits', Math.min(LONGEST_WAIT, Math.floor(minutes)))
      if (told === null) return
      add(sum, 'told', 1)
      add(sum, 'toldTrue', minutes >= told.range.lowMinutes && minutes <= told.range.highMinutes ? 1 : 0)
      add(sum, 'toldOffMs', Math.round(Math.abs(minutes - told.shown) * MINUTE_MS))
    })
  }
  const atCounter = (counterId: string): Keys => [
    ['hall', ''],
    ['counter', counterId],
    ['floor', places.floorOfCounter(counterId)],
    ['department', places.departmentOfCounter(counterId)],
  ]

  for (const course of facts.courses.values()) countCourse(course)
  for (const rating of facts.ratings.values())
    count(keysOf(rating), halfAt(rating.at), (sum) => countAt(sum, 'stars', rating.stars - 1))
  for (const grievance of facts.grievances.values()) {
    const keys = keysOf(grievance).map(
      ([kind, key]) => [kind, kind === 'department' ? (grievance.departmentId ?? key) : key] as const,
    )
    count(keys, halfAt(grievance.at), (sum) => {
      add(sum, 'grievances', 1)
      for (const reason of grievance.reasons) countAt(sum, 'reasons', ratingReasons.indexOf(reason))
    })
  }
  for (const { counterId, queues, from, to } of facts.opened) {
    stretch(atCounter(counterId), from, to, 'openMs')
    for (const queueId of queues) stretch([['queue', queueId]], from, to, 'openMs', 1 / queues.length)
  }
  for (const { at, terminalId, answeredAt } of facts.helps.values()) {
    const keys: Keys = [
      ['hall', ''],
      ['terminal', terminalId],
      ['floor', places.floorOfTerminal(terminalId)],
    ]
    plus(keys, at, 'helps')
    if (answeredAt === null) continue
    plus(keys, at, 'helpsAnswered')
    plus(keys, at, 'helpMs', answeredAt - at)
  }
  for (const { at, departmentName, what } of facts.lights)
    plus(
      [
        ['hall', ''],
        ['department', places.departmentNamed(departmentName)],
      ],
      at,
      what,
    )
  for (const { terminalId, at, what } of facts.terminals)
    for (const [measure, many] of Object.entries(what))
      plus(
        [
          ['hall', ''],
          ['terminal', terminalId],
          ['floor', places.floorOfTerminal(terminalId)],
        ],
        at,
        measure as Measure,
        many,
      )
  return [...rows.values()].map((row) => ({
    ...row,
    name: row.kind === 'matter' ? (names.get(row.key) ?? null) : null,
  }))
}
