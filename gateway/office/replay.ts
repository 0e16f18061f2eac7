import type { LoggedEvent } from '../domain/events.ts'
import { evolve } from '../domain/evolve.ts'
import type { LogGap } from '../domain/log-gaps/events.ts'
import { type OfficeState, emptyOffice } from '../domain/office-state.ts'
import { type Damage, chainCheck, missingAtEnd } from '../store/check-chain.ts'
import type { EventLog, LogEnd, LogRow } from '../store/event-log.ts'
import { FIRST_HASH } from '../store/hash-chain.ts'
import { isDamaged } from '../store/disk-trouble.ts'

const AT_ONCE = 10_000

/** The log cannot be believed from here on, and nobody has decided to go on all the same. */
export class LogDamaged extends Error {
  readonly damage: Damage
  constructor(damage: Damage) {
    super(`log damaged: ${damage.kind} ${damage.from}–${damage.to}`)
    this.damage = damage
  }
}

/** Where a replay begins: a state and the row that made it. */
export interface ReplayStart {
  state: OfficeState
  end: LogEnd
}
const fromTheFirst = (): ReplayStart => ({ state: emptyOffice(), end: { seq: 0, hash: FIRST_HASH } })

/**
 * State is a fold of the log, each row checked against the one before. `head`: how far the log came, as noted beside it; null =
 * no note. `accepted`: damage that is decided on and not yet in the log. Throws `LogDamaged` at the first other damage.
 */
export async function replay(
  log: Pick<EventLog, 'rows'>,
  head: LogEnd | null = null,
  start: ReplayStart = fromTheFirst(),
  accepted: readonly LogGap[] = [],
): Promise<OfficeState> {
  const { state } = start
  const check = chainCheck(start.end)
  const decisions = decisionsIn(log, accepted)
  let end: LogEnd = start.end
  /** Up to the decision, what does not fit any more is left out: it speaks of what was lost. */
  let leftOutTo = 0
  const stumble = async (damage: Damage): Promise<void> => {
    const decision = await decisions(end.seq, damage)
    if (decision === null) throw new LogDamaged(damage)
    leftOutTo = Math.max(leftOutTo, decision)
  }
  for (let rows = await rowsAfter(log, end, head); rows.length > 0; rows = await rowsAfter(log, end, head)) {
    for (const row of rows) {
      const { event, damage } = check(row)
      const other = damage ?? unlikeHead(row, head)
      if (other !== null) await stumble(other)
      end = row
      state.seq = row.seq
      if (event === null) continue
      try {
        evolve(state, event)
      } catch (broken) {
        if (row.seq > leftOutTo) await stumble({ from: row.seq, to: row.seq, kind: 'unfit' }).catch(withCause(broken))
      }
    }
  }
  const lost = missingAtEnd(end, head)
  if (lost !== null) await stumble(lost)
  return state
}

async function rowsAfter(log: Pick<EventLog, 'rows'>, { seq }: LogEnd, head: LogEnd | null): Promise<LogRow[]> {
  try {
    return await log.rows(seq, AT_ONCE)
  } catch (broken) {
    if (!isDamaged(broken)) throw broken
    throw new LogDamaged({ from: seq + 1, to: Math.max(seq + 1, head?.seq ?? 0), kind: 'unreadable' })
  }
}

const unlikeHead = (row: LogRow, head: LogEnd | null): Damage | null =>
  head !== null && row.seq === head.seq && row.hash !== head.hash
    ? { from: row.seq, to: row.seq, kind: 'changed' }
    : null

const withCause =
  (cause: unknown) =>
  (damaged: unknown): never => {
    if (damaged instanceof Error) damaged.cause = cause
    throw damaged
  }

/** Finds the row in which a person accepted a damage; looks through the rest of the log only when there is one. null = nobody did. */
function decisionsIn(
  log: Pick<EventLog, 'rows'>,
  accepted: readonly LogGap[],
): (after: number, damage: Damage) => Promise<number | null> {
  let known: { seq: number; gaps: readonly LogGap[] }[] | null = null
  return async (after, { from, to }) => {
    if (known === null) {
      known = accepted.length === 0 ? [] : [{ seq: Number.MAX_SAFE_INTEGER, gaps: accepted }]
      for (let seq = after, rows = await log.rows(seq, AT_ONCE); rows.length > 0; rows = await log.rows(seq, AT_ONCE)) {
        for (const { seq: at, body } of rows) {
          seq = at
          if (!String(body).includes('"log-gap-accepted"')) continue
          const event = JSON.parse(body) as LoggedEvent
          if (event.type === 'log-gap-accepted') known.push({ seq: at, gaps: event.gaps })
        }
      }
    }
    const covers = (gap: LogGap): boolean => gap.from <= from && to <= gap.to
    return known.find(({ gaps }) => gaps.some(covers))?.seq ?? null
  }
}
