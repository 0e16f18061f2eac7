import type { RefusalCode } from './contract/refusals.ts'
import type { Refusal } from './domain/decision.ts'
import type { EventLog, KeptAnswer } from './store/event-log.ts'

/** What a command gets: its body (the public interface's JSON), or a refusal in closed words. */
export type OfficeAnswer = { ok: true; body: unknown } | Refusal

/** Answers by command, so that the same order gets the same answer when it is sent again. */
export interface RememberedAnswers {
  get(commandId: string): OfficeAnswer | undefined
  /** Known from here on; gives the row to write with the commit, or null when this answer comes out the same anyway. */
  keep(commandId: string, answer: OfficeAnswer, at: number): KeptAnswer | null
  /** Their commit was not written. */
  forget(kept: readonly KeptAnswer[]): void
  /** As the log has them. */
  reload(): Promise<void>
  /** Those of days ago leave the log too. */
  sweep(): Promise<void>
}

const KEPT_MS = 2 * 24 * 3_600_000

/** `newestAt`: the log's own time (epoch ms): a clock that is wrong at the start must not throw away what will be asked for again. */
export async function rememberedAnswers(
  log: Pick<EventLog, 'answersSince' | 'forgetAnswers'>,
  newestAt: () => number,
): Promise<RememberedAnswers> {
  const answers = new Map<string, OfficeAnswer>()
  const oldest = (): number => newestAt() - KEPT_MS
  const remembered: RememberedAnswers = {
    get: (commandId) => answers.get(commandId),
    keep(commandId, answer, at) {
      if (!isRemembered(answer)) return null
      answers.set(commandId, answer)
      return { commandId, at, body: answer }
    },
    forget(kept) {
      for (const { commandId } of kept) answers.delete(commandId)
    },
    async reload() {
      answers.clear()
      for (const kept of await log.answersSince(oldest())) answers.set(kept.commandId, kept.body as OfficeAnswer)
    },
    async sweep() {
      await log.forgetAnswers(oldest())
      await remembered.reload()
    },
  }
  await remembered.reload()
  return remembered
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
