import type { BoardCounter } from '../contract/board.ts'
import { usualDuration } from '../domain/durations/usual-duration.ts'
import type { Ticket } from '../domain/line/ticket.ts'
import { counterFact, linesAt, orderAt, queuesAt, ticketFact, waitingIn } from './facts.ts'
import type { Reading } from './reading.ts'

const MINUTE_MS = 60_000
/** A counter that is free, and one whose call nobody follows, while others wait: from so long on somebody looks. */
const IDLE_MS = 3 * MINUTE_MS
const UNANSWERED_MS = 3 * MINUTE_MS
/** A visit that takes so many times what is usual wants a look, and help. */
const LONG = 1.5
const FAR_TOO_LONG = 2.5

/** One counter as a supervisor sees it; null when there is no such counter. What it costs to know who waits is paid only for those who are idle. */
export function boardCounter(reading: Reading, counterId: string): BoardCounter | null {
  const counter = reading.hallModel.counters.get(counterId)
  if (!counter) return null
  const { state, since, pauseReason, ticketId, freedAt, quietSince } = counterFact(reading, counterId)
  const row: BoardCounter = {
    id: counterId,
    floor: counter.floor,
    zone: counter.zone,
    does: 'closed',
    sign: 'off',
    since,
    openSince: null,
    number: null,
    queueId: null,
    pauseReason: null,
    behind: 0,
    usualMinutes: null,
    queues: [...queuesAt(reading, counterId)],
  }
  if (state === 'closed') return row
  if (state === 'paused') return { ...row, does: 'paused', sign: 'paused', pauseReason }
  const ticket = ticketFact(reading, ticketId)
  const open: BoardCounter = { ...row, openSince: since }
  if (!ticket) {
    const idleSince = Math.max(since ?? 0, freedAt ?? 0, quietSince ?? 0)
    const waits = orderAt(reading, counter, 1).length > 0
    const isLong = waits && !reading.isBefore(idleSince + IDLE_MS)
    const behind = waits ? linesAt(reading, counterId).reduce((sum, key) => sum + waitingIn(reading, key), 0) : 0
    return { ...open, does: 'idle', sign: isLong ? 'warning' : 'ok', since: idleSince, behind }
  }
  const here: BoardCounter = { ...open, number: ticket.number, queueId: ticket.queueId }
  if (ticket.status === 'called') {
    const calledAt = ticket.calledAt ?? 0
    const isLong = !reading.isBefore(calledAt + UNANSWERED_MS)
    return { ...here, does: 'called', sign: isLong ? 'warning' : 'ok', since: calledAt }
  }
  const servingAt = ticket.servingAt ?? ticket.calledAt ?? 0
  const usual = usualMinutes(reading, ticket)
  const beyond = (times: number): boolean =>
    usual !== null && !reading.isBefore(servingAt + Math.max(15, times * usual) * MINUTE_MS)
  const sign = beyond(FAR_TOO_LONG) ? 'fault' : beyond(LONG) ? 'warning' : 'ok'
  return { ...here, does: 'serving', sign, since: servingAt, usualMinutes: sign === 'ok' ? null : usual }
}

/** What visits of this matter take at most, three of four times; it moves with every visit, and seldom by a minute. */
const usualMinutes = (reading: Reading, { queueId, matterId }: Pick<Ticket, 'queueId' | 'matterId'>): number | null =>
  reading.shared(
    `usual ${queueId} ${matterId}`,
    (own) => usualDuration(own.state(`queue:${queueId}`).durations, { queueId, matterId })?.highMinutes ?? null,
    Object.is,
  )
