import type { LoggedEvent } from '../domain/events.ts'

/** The answer that a command got; kept so that the same id is answered the same way, also after a restart. */
export interface KeptAnswer {
  commandId: string
  /** Epoch ms. */
  at: number
  body: unknown
}

/**
 * The hall's log: append-only, numbered from 1, one writer. Every engine passes tests/store/event-log-contract.ts.
 * `append` writes all or nothing and returns when it is durable; it throws `wrong sequence` when somebody else wrote.
 */
export interface EventLog {
  append(expectedSeq: number, events: LoggedEvent[], answers: KeptAnswer[]): Promise<void>
  /** Events after `afterSeq`, oldest first, at most `limit`. */
  read(afterSeq: number, limit: number): Promise<LoggedEvent[]>
  lastSeq(): Promise<number>
  /** Answers since a time (epoch ms). Older ones may be forgotten. */
  answersSince(at: number): Promise<KeptAnswer[]>
  /** The first seq whose hash does not fit the chain; null = whole. */
  verify(): Promise<number | null>
  close(): Promise<void>
}
