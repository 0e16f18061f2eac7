import { signal, type ReadonlySignal } from '@preact/signals'
import { accessToken } from '../../gateway/client/access.ts'
import { type Reader, ask, withFields } from '../../gateway/client/ask.ts'
import { newId, pause, stopwatch } from '../../gateway/client/page-clock.ts'
import { RATED_WITHIN_MS } from '../../gateway/contract/grade-rules.ts'
import type { Complaint, Visit } from './next-rating-screen.ts'

/** Keeps what was pressed until the gateway has it, or the visit is old. */
export interface RatingOutbox {
  grade(visit: Visit, stars: number): void
  /** Resolves with the code that leads to the answer; null = it did not arrive. */
  tell(visit: Visit, told: Complaint): Promise<string | null>
  /** Something waits for the gateway. */
  readonly isWaiting: ReadonlySignal<boolean>
}

const AGAIN_MS = 2_000

/** One after the other in the order of the presses; each under its own key, so that what arrives twice counts once. */
export function ratingOutbox(counterId: string): RatingOutbox {
  const isWaiting = signal(false)
  let turn: Promise<unknown> = Promise.resolve()

  async function send<T>(path: string, reader: Reader<T>, body: object): Promise<T | null> {
    const age = stopwatch()
    const key = newId()
    while (age() < RATED_WITHIN_MS) {
      const token = await accessToken('rating', counterId)
      const answer = await ask(`/api/v1/ratings/${counterId}${path}`, reader, { body, token, key })
      isWaiting.value = false
      if (answer.ok) return answer.body
      if (answer.error.code !== 'not-answered' && answer.error.code !== 'not-sent') return null
      isWaiting.value = true
      await pause(AGAIN_MS)
    }
    isWaiting.value = false
    return null
  }
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work)
    turn = next.catch(() => null)
    return next
  }
  return {
    isWaiting,
    grade: ({ ticketId }, stars) =>
      void inTurn(() => send('', withFields<{ stars: number }>('stars'), { ticketId, stars })),
    tell: ({ ticketId }, { reasons, words, telephone }) =>
      inTurn(async () => {
        const body = { ticketId, reasons, words, telephone }
        return (await send('/why', withFields<{ code: string }>('code'), body))?.code ?? null
      }),
  }
}
