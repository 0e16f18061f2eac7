import { withFields } from '../../../gateway/client/ask.ts'
import type { WhatIfAnswer, WhatIfQuestion } from '../../../gateway/contract/what-if.ts'
import { type Answer, manageCall } from '../manage-call.ts'

const whatIfAnswer = withFields<WhatIfAnswer>('queueId', 'counters', 'before', 'after')
/** The rest of the day is played many times over before the answer. */
const PLAYED_WITHIN_MS = 60_000

/** Asks the gateway, which plays the rest of the day. */
export const askWhatIf = (question: WhatIfQuestion): Promise<Answer<WhatIfAnswer>> =>
  manageCall('/what-if', whatIfAnswer, question, PLAYED_WITHIN_MS)
