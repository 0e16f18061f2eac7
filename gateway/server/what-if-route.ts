import type { Request, Response } from 'express'
import { whatIfQuestion } from '../contract/what-if.ts'
import type { Office } from '../office.ts'
import { runApart } from '../run-apart.ts'
import { refuse } from './refuse.ts'
import { faultsOf } from './error-body.ts'
import type { WhatIfDone, WhatIfJob } from './what-if-worker.ts'

const LIMITS = { within: 60_000, memoryMb: 1_024 }

/** Plays the rest of the day for a supervisor, from the state of this moment, beside the gateway's own thread. One at a time. */
export function whatIfRoute(
  office: Office,
  now: () => number,
): (request: Request, response: Response) => Promise<void> {
  let busy = false
  return async (request, response) => {
    const question = whatIfQuestion.safeParse(request.body ?? {})
    if (!question.success) return refuse(response, 'not-understood', faultsOf(question.error.issues))
    if (busy) return refuse(response, 'too-many')
    busy = true
    try {
      // Who calls whom does not depend on the matters, which are the largest part of a hall.
      const job: WhatIfJob = {
        hallModel: { ...office.hallModel, matters: new Map() },
        state: office.state,
        question: question.data,
        now: now(),
      }
      const done = await runApart<WhatIfDone>(new URL('./what-if-worker.ts', import.meta.url), job, LIMITS)
      if (done?.answer) response.json(done.answer)
      else if (done) refuse(response, 'unknown-queue', { queueId: question.data.queueId })
      else refuse(response, 'not-played')
    } finally {
      busy = false
    }
  }
}
