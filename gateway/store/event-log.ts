import type { LoggedEvent } from '../domain/events.ts'
import type { DiskTrouble } from './disk-trouble.ts'

/** The answer that a command got; kept so that the same id is answered the same way, also after a restart. */
export interface KeptAnswer {
  commandId: string
  /** Epoch ms. */
  at: number
  body: unknown
}

/** The newest row: its number (0 = none yet) and its hash. */
export interface LogEnd {
  seq: number
  hash: string
}

/** One event as it lies on disk, unchecked. */
export interface LogRow extends LogEnd {
  body: string
}

/**
 * The hall's log: append-only, numbered from 1, one writer. Every engine passes tests/store/event-log-steps.ts.
 * `append` writes all or nothing and returns the new end when it is durable; it throws `wrong sequence` when somebody else
 * wrote. Numbers follow each other, but for an event that says which rows are lost and goes on behind them.
 */
export interface EventLog {
  append(expectedSeq: number, events: LoggedEvent[], answers: KeptAnswer[]): Promise<LogEnd>
  /** Events after `afterSeq`, oldest first, at most `limit`. */
  read(afterSeq: number, limit: number): Promise<LoggedEvent[]>
  /** The same as they lie there, for whoever checks them. */
  rows(afterSeq: number, limit: number): Promise<LogRow[]>
  end(): Promise<LogEnd>
  /** Answers since a time (epoch ms). */
  answersSince(at: number): Promise<KeptAnswer[]>
  /** Throws away the answers before a time. */
  forgetAnswers(before: number): Promise<void>
  close(): Promise<void>
  /** Of an engine that knows by itself that it cannot be written now, and why; null = nothing is known. */
  trouble?(): DiskTrouble | null
}
