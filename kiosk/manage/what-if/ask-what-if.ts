import { type WhatIfAnswer, type WhatIfQuestion, whatIfAnswer } from '../../../gateway/contract/what-if.ts'
import { type Answer, manageCall } from '../manage-call.ts'

/** The rest of the day is played many times over before the answer. */
const PLAYED_WITHIN_MS = 60_000

/** Asks the gateway, which plays the rest of the day. */
export const askWhatIf = (question: WhatIfQuestion): Promise<Answer<WhatIfAnswer>> =>
  manageCall('/what-if', whatIfAnswer, question, PLAYED_WITHIN_MS)
