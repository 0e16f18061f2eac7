import type { Request, Response } from 'express'
import { whatIfQuestion } from '../contract/what-if.ts'
import type { Office } from '../office/office.ts'
import { runApart } from '../work/run-apart.ts'
import { takeTurns } from '../work/take-turns.ts'
import { refuse } from './refuse.ts'
import { faultsOf } from './error-body.ts'
import type { WhatIfDone, WhatIfJob } from './what-if-worker.ts'

const LIMITS = { within: 60_000, memoryMb: 1_024 }

/** The board asks by itself, and somebody beside it: the second waits for its turn. */
const MOST_WAITING = 2

/** Plays the rest of the day for a supervisor, from the state of its turn, beside the gateway's own thread. One at a time. */
export function whatIfRoute(
  office: Office,
  now: () => number,
): (request: Request, response: Response) => Promise<void> {
  const inTurn = takeTurns(MOST_WAITING)
  return async (request, response) => {
    const question = whatIfQuestion.safeParse(request.body ?? {})
    if (!question.success) return refuse(response, 'not-understood', faultsOf(question.error.issues))
    // Who calls whom does not depend on the matters, which are the largest part of a hall.
    const playing = inTurn(() => {
      const job: WhatIfJob = {
        hallModel: { ...office.hallModel, matters: new Map() },
        state: office.state,
        question: question.data,
        now: now(),
      }
      return runApart<WhatIfDone>(new URL('./what-if-worker.ts', import.meta.url), job, LIMITS)
    })
    if (playing === null) return refuse(response, 'too-many')
    const done = await playing
    if (done?.answer) response.json(done.answer)
    else if (done) refuse(response, 'unknown-queue', { queueId: question.data.queueId })
    else refuse(response, 'not-played')
  }
}
