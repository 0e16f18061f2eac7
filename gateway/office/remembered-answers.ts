import { hash } from 'node:crypto'
import type { Command, Report } from '../contract/commands.ts'
import type { RefusalCode } from '../contract/refusals.ts'
import { type Refusal, refuse } from '../domain/decision.ts'
import type { EventLog, KeptAnswer } from '../store/event-log.ts'

/** What a command gets: its body (the public interface's JSON), or a refusal in closed words. */
export type OfficeAnswer = { ok: true; body: unknown } | Refusal

/** Answers by command, so that the same order gets the same answer when it is sent again. */
export interface RememberedAnswers {
  /** What this order got; a refusal where the id was another order's; undefined = it is new. */
  get(commandId: string, order: Command | Report): OfficeAnswer | undefined
  /** Known from here on; gives the row to write with the commit, or null when this answer comes out the same anyway. */
  keep(commandId: string, order: Command | Report, answer: OfficeAnswer, at: number): KeptAnswer | null
  /** Their commit was not written. */
  forget(kept: readonly KeptAnswer[]): void
  /** As the log has them. */
  reload(): Promise<void>
  /** Those of days ago leave the log too. */
  sweep(): Promise<void>
}

/** An answer as it lies in the log; `print`: of the order that got it, absent in answers of older logs. */
type Remembered = OfficeAnswer & { print?: string }

const KEPT_MS = 2 * 24 * 3_600_000

/** `newestAt`: the log's own time (epoch ms): a clock that is wrong at the start must not throw away what will be asked for again. */
export async function rememberedAnswers(
  log: Pick<EventLog, 'answersSince' | 'forgetAnswers'>,
  newestAt: () => number,
): Promise<RememberedAnswers> {
  const answers = new Map<string, Remembered>()
  const oldest = (): number => newestAt() - KEPT_MS
  const remembered: RememberedAnswers = {
    get(commandId, order) {
      const known = answers.get(commandId)
      if (!known) return undefined
      const { print, ...answer } = known
      return print === undefined || print === printOf(order) ? answer : refuse('key-reused')
    },
    keep(commandId, order, answer, at) {
      if (!isRemembered(answer)) return null
      const body: Remembered = { ...answer, print: printOf(order) }
      answers.set(commandId, body)
      return { commandId, at, body }
    },
    forget(kept) {
      for (const { commandId } of kept) answers.delete(commandId)
    },
    async reload() {
      answers.clear()
      for (const kept of await log.answersSince(oldest())) answers.set(kept.commandId, kept.body as Remembered)
    },
    async sweep() {
      await log.forgetAnswers(oldest())
      await remembered.reload()
    },
  }
  await remembered.reload()
  return remembered
}

/**
 * Tells one order from another. Without who it is for: a card that has left its reader, or the next day's hash of the same person, makes
 * no other order.
 */
function printOf(order: Command | Report): string {
  const { identity: _, person: __, ...asked } = order as (Command | Report) & Record<'identity' | 'person', unknown>
  return hash('sha256', JSON.stringify(asked)).slice(0, 16)
}

/** Refusals about the moment are kept; those about the request itself come out the same anyway and write nothing. */
function isRemembered(answer: OfficeAnswer): boolean {
  const sayAgain: RefusalCode[] = [
    'not-sent',
    'unknown-matter',
    'unknown-queue',
    'unknown-counter',
    'unknown-terminal',
    'unknown-ticket',
    'unknown-printer',
    'not-understood',
  ]
  return answer.ok || !sayAgain.includes(answer.code)
}
