import { dayAt, minuteAt } from '../../gateway/contract/hall-time.ts'
import type { LoggedEvent } from '../../gateway/domain/events.ts'
import { shownRange } from '../../gateway/domain/waits/shown-range.ts'

/** What a recount finds, by day, kind, key, half hour (`all` = the day) and measure. */
export type Recount = Map<string, number>

export const measure = (day: string, kind: string, key: string, half: number | 'all', name: string): string =>
  [day, kind, key, half, name].join(' ')

const canBeUndone = /^(ticket-(called|recalled|served|finished|missed|held|resumed|transferred)|leg-left|legs-dropped)$/
const endsStay = /^(ticket-(finished|missed|held|transferred|cancelled|expired|deferred)|leg-left)$/

/**
 * The figures of a log as somebody would count them with a pencil: one number after the other, one figure after the other, without a state
 * that goes along. Slow, and made to be read.
 */
export function naiveRecount(log: readonly LoggedEvent[], timeZone: string): Recount {
  const found: Recount = new Map()
  const days: LoggedEvent[][] = []
  for (const event of log) event.type === 'day-opened' ? days.push([event]) : days.at(-1)?.push(event)
  // The last day is not over.
  for (const events of days.slice(0, -1)) countDay(found, events, timeZone)
  return found
}

function countDay(found: Recount, all: readonly LoggedEvent[], timeZone: string): void {
  const [first] = all
  const day = first?.type === 'day-opened' ? first.day : ''
  const events = withoutUndone(inHallHours(all))
  const halfOf = (at: number): number => Math.floor(minuteAt(at, timeZone) / 30)
  function plus(keys: [string, string | null][], half: number, name: string, value: number): void {
    for (const [kind, key] of keys)
      if (key !== null && value !== 0)
        for (const one of [half, 'all'] as const) {
          const id = measure(day, kind, key, one, name)
          found.set(id, (found.get(id) ?? 0) + value)
        }
  }
  /** Second by second would be the pencil's way; from boundary to boundary is the same. */
  function along(keys: [string, string | null][], from: number, to: number, name: string, share = 1): void {
    const midnight = Date.parse(`${dayAt(from, timeZone)}T00:00:00Z`) - 8 * 3_600_000
    for (let half = 0; half < 96; half++) {
      const start = Math.max(from, midnight + half * 1_800_000)
      const end = Math.min(to, midnight + (half + 1) * 1_800_000)
      if (end > start) plus(keys, half % 48, name, (end - start) * share)
    }
  }
  const numbers = Map.groupBy(
    events.filter((event) => 'ticketId' in event && event.ticketId !== null),
    (event) => String((event as { ticketId: unknown }).ticketId),
  )
  for (const life of numbers.values()) {
    const taken = life.find((event) => event.type === 'ticket-taken')
    if (!taken) continue
    const back = life.some((event) => event.type === 'ticket-cancelled' && event.givenBack !== undefined)
    plus(
      [
        ['hall', ''],
        ['queue', taken.queueId],
      ],
      halfOf(taken.at),
      back ? 'givenBack' : 'taken',
      1,
    )
    if (back) continue
    plus([['terminal', taken.terminalId]], halfOf(taken.at), 'taken', 1)
    let queueId = taken.queueId
    const legs = [...(taken.legs ?? [])].slice(1)
    let inLine: number | null = taken.at
    let counter: string | null = null
    let from = 0
    let serving: number | null = null
    let isCalled = false
    let isPlain = taken.priority === null && taken.booked !== true
    for (const event of life) {
      const place: [string, string | null][] = [
        ['hall', ''],
        ['queue', queueId],
        ['counter', counter],
      ]
      if (event.type === 'ticket-called' || event.type === 'ticket-resumed') {
        if (inLine !== null)
          along(
            [
              ['hall', ''],
              ['queue', queueId],
            ],
            inLine,
            event.at,
            'waitingMs',
          )
        inLine = null
        counter = event.counterId
        from = event.at
        serving = null
        if (event.type === 'ticket-called' && !isCalled) {
          isCalled = true
          const keys: [string, string | null][] = [
            ['hall', ''],
            ['queue', queueId],
            ['counter', counter],
          ]
          const wait = event.at - taken.at
          plus(keys, halfOf(taken.at), 'called', 1)
          plus(keys, halfOf(taken.at), 'waitMs', wait)
          plus(keys, halfOf(taken.at), `waits ${Math.min(600, Math.floor(wait / 60_000))}`, 1)
          const range = taken.forecast && isPlain ? shownRange(taken.forecast) : null
          if (range) plus(keys, halfOf(taken.at), 'told', 1)
          const inside = range && wait >= range.lowMinutes * 60_000 && wait <= range.highMinutes * 60_000
          if (inside) plus(keys, halfOf(taken.at), 'toldTrue', 1)
        }
      }
      if (event.type === 'ticket-served') serving = event.at
      if (event.type === 'ticket-finished') plus(place, halfOf(event.at), 'finished', 1)
      if (event.type === 'ticket-missed') plus(place, halfOf(event.at), 'missed', 1)
      if (event.type === 'ticket-transferred') plus(place, halfOf(event.at), 'transferred', 1)
      if (event.type === 'ticket-requeued') plus(place, halfOf(event.at), 'requeued', 1)
      if ((event.type === 'ticket-cancelled' || event.type === 'ticket-expired') && inLine !== null)
        plus(place, halfOf(event.at), 'left', 1)
      const moves = /^(ticket-(transferred|cancelled|expired|deferred)|leg-left)$/.test(event.type)
      if (moves && inLine !== null) {
        along(
          [
            ['hall', ''],
            ['queue', queueId],
          ],
          inLine,
          event.at,
          'waitingMs',
        )
        inLine = null
      }
      if (endsStay.test(event.type) && counter !== null) {
        along(
          [
            ['hall', ''],
            ['queue', queueId],
            ['counter', counter],
          ],
          from,
          event.at,
          'busyMs',
        )
        const isDone = event.type === 'ticket-finished' || (event.type === 'leg-left' && event.how === 'done')
        if (isDone) {
          plus(place, halfOf(event.at), 'served', 1)
          plus(place, halfOf(event.at), 'serviceMs', event.at - (serving ?? from))
        }
        counter = null
      }
      if (/^(ticket-(transferred|deferred|requeued|prioritised)|leg-left|appointment-met)$/.test(event.type))
        isPlain = false
      if (event.type === 'ticket-transferred') queueId = event.toQueueId
      if (event.type === 'leg-left') queueId = legs.shift()?.queueId ?? queueId
      if (/^(ticket-(transferred|deferred|requeued)|leg-left)$/.test(event.type)) inLine = event.at
    }
    const rated = life.findLast((event) => event.type === 'visit-rated')
    if (rated)
      plus(
        [
          ['hall', ''],
          ['queue', queueId],
          ['counter', rated.counterId],
        ],
        halfOf(rated.at),
        `stars ${rated.stars - 1}`,
        1,
      )
  }
  for (const counterId of new Set(events.flatMap((event) => ('counterId' in event ? [event.counterId] : []))))
    for (const [from, to] of counterId === null ? [] : openTimes(events, all, counterId))
      along(
        [
          ['hall', ''],
          ['counter', counterId],
        ],
        from,
        to,
        'openMs',
      )
}

/** Who is still there when the day is closed counts until the last thing that was done in the hall. */
function inHallHours(events: readonly LoggedEvent[]): LoggedEvent[] {
  let last = 0
  return events.map((event) => {
    if (event.type === 'ticket-expired') return { ...event, at: Math.min(event.at, last) }
    if (/^(ticket|counter|step)-/.test(event.type)) last = Math.max(last, event.at)
    return event
  })
}

/** A step that was taken back, and its taking back, never were. */
function withoutUndone(events: readonly LoggedEvent[]): LoggedEvent[] {
  const left = [...events]
  for (const undone of events.filter((event) => event.type === 'step-undone')) {
    const at = left.indexOf(undone)
    const step = left.findLastIndex(
      (event, place) =>
        place < at && canBeUndone.test(event.type) && 'ticketId' in event && event.ticketId === undone.ticketId,
    )
    left.splice(at, 1)
    left.splice(step, 1)
  }
  return left
}

/** A press that was taken back was a press: somebody was there. */
function openTimes(events: readonly LoggedEvent[], all: readonly LoggedEvent[], counterId: string): [number, number][] {
  const times: [number, number][] = []
  let since: number | null = null
  let last = 0
  const at = new Map<string, string>()
  for (const event of events) {
    const ticketId = 'ticketId' in event ? String(event.ticketId) : ''
    if ('counterId' in event && (event.type === 'ticket-called' || event.type === 'ticket-resumed'))
      at.set(ticketId, String(event.counterId))
    const isHere = 'counterId' in event ? event.counterId === counterId : at.get(ticketId) === counterId
    if (isHere) last = Math.max(last, event.at)
    if (endsStay.test(event.type)) at.delete(ticketId)
    if (!('counterId' in event) || event.counterId !== counterId) continue
    if (event.type === 'counter-opened') since ??= event.at
    if ((event.type === 'counter-paused' || event.type === 'counter-closed') && since !== null) {
      times.push([since, event.at])
      since = null
    }
  }
  const pressed = all.findLast((event) => 'counterId' in event && event.counterId === counterId)
  if (since !== null) times.push([since, Math.max(last, pressed?.at ?? 0)])
  return times
}
