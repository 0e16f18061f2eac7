import type { LoggedEvent } from '../domain/events.ts'
import type { EventLog, KeptAnswer, LogEnd, LogRow } from './event-log.ts'
import { FIRST_HASH, bodyOf, chainHash } from './hash-chain.ts'

/** For tests and simulations: the same promises, nothing on disk. */
export function memoryLog(): EventLog {
  const rows: LogRow[] = []
  const answers = new Map<string, KeptAnswer>()
  const end = (): LogEnd => rows.at(-1) ?? { seq: 0, hash: FIRST_HASH }
  const after = (seq: number, limit: number): LogRow[] => {
    // Row n lies at place n - 1, or before it where rows are missing.
    let from = Math.min(seq, rows.length)
    while (from > 0 && (rows[from - 1]?.seq ?? 0) > seq) from -= 1
    return rows.slice(from, from + limit)
  }
  return {
    append: async (expectedSeq, events, given) => {
      const { seq } = end()
      if (expectedSeq !== seq) throw new Error(`wrong sequence: log is at ${seq}, writer at ${expectedSeq}`)
      for (const event of events) {
        const body = bodyOf(event)
        rows.push({ seq: event.seq, body, hash: chainHash(end().hash, body) })
      }
      for (const answer of given) answers.set(answer.commandId, structuredClone(answer))
      return { seq: end().seq, hash: end().hash }
    },
    read: async (afterSeq, limit) => after(afterSeq, limit).map(({ body }) => JSON.parse(body) as LoggedEvent),
    rows: async (afterSeq, limit) => after(afterSeq, limit),
    end: async () => ({ seq: end().seq, hash: end().hash }),
    answersSince: async (at) => [...answers.values()].filter((answer) => answer.at >= at),
    forgetAnswers: async (before) => {
      for (const [id, { at }] of answers) if (at < before) answers.delete(id)
    },
    close: async () => {},
  }
}
