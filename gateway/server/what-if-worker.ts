import { parentPort, workerData } from 'node:worker_threads'
import type { WhatIfAnswer, WhatIfQuestion } from '../contract/what-if.ts'
import type { HallModel } from '../domain/hall-model.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { whatIf } from '../domain/simulation/what-if.ts'
import { readArrivalProfile } from '../hall/read-arrivals.ts'

export interface WhatIfJob {
  hallModel: HallModel
  state: OfficeState
  question: WhatIfQuestion
  /** Epoch ms. */
  now: number
}
/** `answer` null = no such queue. */
export interface WhatIfDone {
  answer: WhatIfAnswer | null
}

const { hallModel, state, question, now } = workerData as WhatIfJob
parentPort?.postMessage({ answer: whatIf(hallModel, state, readArrivalProfile(), question, now) } satisfies WhatIfDone)
