import { parentPort, workerData } from 'node:worker_threads'
import type { WhatIfAnswer, WhatIfQuestion } from '../contract/what-if.ts'
import type { House } from '../domain/house.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { whatIf } from '../domain/simulation/what-if.ts'
import { readArrivalProfile } from '../hall/read-arrivals.ts'

export interface WhatIfJob {
  house: House
  state: OfficeState
  question: WhatIfQuestion
  /** Epoch ms. */
  now: number
}
/** `answer` null = no such queue. */
export interface WhatIfDone {
  answer: WhatIfAnswer | null
}

const { house, state, question, now } = workerData as WhatIfJob
parentPort?.postMessage({ answer: whatIf(house, state, readArrivalProfile(), question, now) } satisfies WhatIfDone)
