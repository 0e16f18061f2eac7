import { type Damage, chainCheck, missingAtEnd } from './check-chain.ts'
import { isDamaged } from './disk-trouble.ts'
import type { EventLog, LogEnd } from './event-log.ts'
import { FIRST_HASH } from './hash-chain.ts'

const AT_ONCE = 2_000
/** More than these say no more than these. */
const MOST = 1_000

/** What a look through the whole log found, decided on or not. */
export interface LogReport {
  /** The newest row that can be read. */
  end: LogEnd
  rows: number
  damages: Damage[]
  /** Rows that a person has decided to do without. */
  accepted: { from: number; to: number }[]
}

/**
 * Reads the whole log and names every damage; `rest` is awaited between pages, so that a background look leaves the disk to others.
 * Never writes.
 */
export async function findDamage(
  log: Pick<EventLog, 'rows'>,
  head: LogEnd | null,
  rest: () => Promise<unknown> = async () => {},
): Promise<LogReport> {
  const check = chainCheck({ seq: 0, hash: FIRST_HASH })
  const report: LogReport = { end: { seq: 0, hash: FIRST_HASH }, rows: 0, damages: [], accepted: [] }
  const add = (damage: Damage | null): void => {
    if (damage !== null && report.damages.length < MOST) report.damages.push(damage)
  }
  for (;;) {
    const rows = await log.rows(report.end.seq, AT_ONCE).catch((broken: unknown) => {
      if (!isDamaged(broken)) throw broken
      add({ from: report.end.seq + 1, to: Math.max(report.end.seq + 1, head?.seq ?? 0), kind: 'unreadable' })
      return null
    })
    if (rows === null) return report
    for (const row of rows) {
      const { event, damage } = check(row)
      const unlikeHead = head !== null && row.seq === head.seq && row.hash !== head.hash
      add(damage ?? (unlikeHead ? { from: row.seq, to: row.seq, kind: 'changed' } : null))
      if (event?.type === 'log-gap-accepted') report.accepted.push(...event.gaps)
      report.end = { seq: row.seq, hash: row.hash }
      report.rows += 1
    }
    if (rows.length === 0) break
    await rest()
  }
  add(missingAtEnd(report.end, head))
  return report
}

/** What nobody has decided on yet. */
export const undecided = ({ damages, accepted }: LogReport): Damage[] =>
  damages.filter(({ from, to }) => !accepted.some((gap) => gap.from <= from && to <= gap.to))
