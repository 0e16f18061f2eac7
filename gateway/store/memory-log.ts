import type { LoggedEvent } from '../domain/events.ts'
import type { EventLog, KeptAnswer } from './event-log.ts'
import { FIRST_HASH, bodyOf, chainHash } from './hash-chain.ts'

/** For tests and simulations: the same promises, nothing on disk. */
export function memoryLog(): EventLog {
  const rows: { body: string; hash: string }[] = []
  const answers = new Map<string, KeptAnswer>()
  return {
    append: async (expectedSeq, events, given) => {
      if (expectedSeq !== rows.length)
        throw new Error(`wrong sequence: log is at ${rows.length}, writer at ${expectedSeq}`)
      for (const event of events) {
        const body = bodyOf(event)
        rows.push({ body, hash: chainHash(rows.at(-1)?.hash ?? FIRST_HASH, body) })
      }
      for (const answer of given) answers.set(answer.commandId, structuredClone(answer))
    },
    read: async (afterSeq, limit) =>
      rows.slice(afterSeq, afterSeq + limit).map(({ body }) => JSON.parse(body) as LoggedEvent),
    lastSeq: async () => rows.length,
    answersSince: async (at) => [...answers.values()].filter((answer) => answer.at >= at),
    verify: async () => {
      let before = FIRST_HASH
      for (const [index, { body, hash }] of rows.entries()) {
        before = chainHash(before, body)
        if (before !== hash) return index + 1
      }
      return null
    },
    close: async () => {},
  }
}
