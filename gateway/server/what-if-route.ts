import { setImmediate as breath } from 'node:timers/promises'
import type { Request, Response } from 'express'
import { whatIfQuestion } from '../contract/what-if.ts'
import { whatIf } from '../domain/simulation/what-if.ts'
import { readArrivalProfile } from '../hall/read-arrivals.ts'
import type { Office } from '../office.ts'
import { refuse } from './api.ts'
import { faultsOf } from './error-body.ts'

/** Plays the rest of the day for a supervisor, day by day with a breath in between: the hall goes on meanwhile. One at a time. */
export function whatIfRoute(office: Office, now: () => number): (request: Request, response: Response) => Promise<void> {
  const profile = readArrivalProfile()
  let last: Promise<unknown> = Promise.resolve()
  return async (request, response) => {
    const question = whatIfQuestion.safeParse(request.body ?? {})
    if (!question.success) return refuse(response, 'not-understood', faultsOf(question.error.issues))
    const before = last
    const play = async () => {
      await before
      // One moment for all days: what happens in the hall meanwhile must not come in between.
      const played = whatIf(office.house, structuredClone(office.state), profile, question.data, now())
      for (;;) {
        const step = played.next()
        if (step.done) return step.value
        await breath()
      }
    }
    const mine = play()
    last = mine.catch(() => null)
    const answer = await mine
    if (answer) response.json(answer)
    else refuse(response, 'unknown-queue', { queueId: question.data.queueId })
  }
}
