import type { LoggedEvent } from '../domain/events.ts'
import type { LogEnd, LogRow } from './event-log.ts'
import { chainHash } from './hash-chain.ts'

/**
 * Rows that are not as they were written; both ends belong to it. `missing`: gone. `changed`: another content. `unreadable`: the
 * file itself is broken there. `unfit`: whole, but it speaks of what is not there.
 */
export interface Damage {
  from: number
  to: number
  kind: 'missing' | 'changed' | 'unreadable' | 'unfit'
}

/** What a row says, and what is wrong with it; `event` null = it cannot be read as an event any more. */
export interface CheckedRow {
  event: LoggedEvent | null
  damage: Damage | null
}

/**
 * Holds each row against the one before: number, chain, and that its body speaks of the same number. After a damage the check goes
 * on from the row as it lies there, so that one flipped bit is one damage and not all that follows.
 */
export function chainCheck(start: LogEnd): (row: LogRow) => CheckedRow {
  let before = start
  return (row) => {
    const { seq, hash } = before
    before = row
    const event = eventOf(row)
    if (row.seq !== seq + 1)
      return { event, damage: { from: seq + 1, to: Math.max(seq + 1, row.seq - 1), kind: 'missing' } }
    if (event === null || chainHash(hash, row.body) !== row.hash)
      return { event, damage: { from: row.seq, to: row.seq, kind: 'changed' } }
    return { event, damage: null }
  }
}

function eventOf({ body, seq }: LogRow): LoggedEvent | null {
  try {
    const event = JSON.parse(body) as LoggedEvent
    return event.seq === seq && typeof event.type === 'string' ? event : null
  } catch {
    return null
  }
}

/** What the note beside the log knows and the log has not; null = nothing. */
export const missingAtEnd = (end: LogEnd, head: LogEnd | null): Damage | null =>
  head !== null && end.seq < head.seq ? { from: end.seq + 1, to: head.seq, kind: 'missing' } : null
