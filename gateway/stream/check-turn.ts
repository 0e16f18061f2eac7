import type { LogEnd, LogRow } from '../store/event-log.ts'
import { chainHash } from '../store/hash-chain.ts'

/** The stream goes on with another log than the one that is known here. */
export class OtherChain extends Error {
  readonly seq: number
  constructor(seq: number) {
    super(`the stream has another log from row ${seq} on`)
    this.seq = seq
  }
}

/**
 * Those rows of a turn that go on behind the known end. Throws `OtherChain` where they do not continue it. Numbers may leave a gap, where
 * somebody decided to go on without lost rows; the chain has none.
 */
export function checkChain(known: LogEnd, rows: readonly LogRow[]): LogRow[] {
  const fresh: LogRow[] = []
  let { seq, hash } = known
  for (const row of rows) {
    if (row.seq < known.seq) continue
    if (row.seq === known.seq) {
      if (row.hash !== known.hash) throw new OtherChain(row.seq)
      continue
    }
    if (row.seq <= seq || chainHash(hash, row.body) !== row.hash) throw new OtherChain(row.seq)
    seq = row.seq
    hash = row.hash
    fresh.push(row)
  }
  return fresh
}
