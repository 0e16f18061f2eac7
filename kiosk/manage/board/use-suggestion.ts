import { useEffect, useRef, useState } from 'preact/hooks'
import { ticks } from '../../../gateway/client/page-clock.ts'
import type { QueueView } from '../../../gateway/contract/line-views.ts'
import { queueSign } from '../../../gateway/contract/queue-light.ts'
import type { WhatIfAnswer } from '../../../gateway/contract/what-if.ts'
import { askWhatIf } from '../what-if/ask-what-if.ts'
import type { Board } from './use-board.ts'

/** Playing the rest of a day takes the gateway's computer some seconds: once in so long for one line is enough. */
const AGAIN_MS = 5 * 60_000
/** So many counters more are tried, and a shorter line is nothing to play a day for. */
const MORE = 2
const LEAST_WAITING = 3

export interface Suggestion {
  queue: QueueView
  /** null = the day is being played, or that did not work. */
  answer: WhatIfAnswer | null
}

/** What more counters would do for the line in the worst trouble; null = no line is. Asked by itself while somebody looks at the board. */
export function useSuggestion({ queues, view }: Board, online: boolean): Suggestion | null {
  const [answers, setAnswers] = useState<ReadonlyMap<string, WhatIfAnswer>>(new Map())
  const askedAt = useRef(new Map<string, number>())
  const severity = { fault: 2, warning: 1, ok: 0, paused: 0, off: 0 }
  const [worst] = queues
    .filter((one) => one.waiting >= LEAST_WAITING)
    .map((queue) => ({ queue, severity: severity[queueSign(queue, view.promise).sign] }))
    .filter((one) => one.severity > 0)
    .sort((one, other) => other.severity - one.severity || other.queue.waiting - one.queue.waiting)
  const id = worst?.queue.id ?? null
  useEffect(() => {
    if (id === null || !online || document.hidden) return
    const before = askedAt.current.get(id)
    if (before !== undefined && ticks() - before < AGAIN_MS) return
    askedAt.current.set(id, ticks())
    void askWhatIf({ queueId: id, counters: MORE, from: null }).then(
      (asked) => asked.ok && setAnswers((known) => new Map([...known, [id, asked.body]])),
    )
  })
  return worst ? { queue: worst.queue, answer: answers.get(worst.queue.id) ?? null } : null
}
