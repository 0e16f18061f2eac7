import { closedPhrase, closedWords } from '../../gateway/contract/closed-words.ts'
import type { QueueView } from '../../gateway/contract/line-views.ts'
import { notCallingSentence, notCallingShort } from '../../gateway/contract/not-calling-words.ts'
import type { TrackView } from '../../gateway/contract/visitor-views.ts'
import { type WaitWords, afterWord } from '../../gateway/contract/wait-words.ts'
import { language } from '../../display/shared/page-words.ts'
import { waitInWords, waitParts } from './hall-facts.ts'
import { type Refused, inWords } from './refusal-words.ts'
import { say } from './words.ts'

const isEnglish = (): boolean => language.value === 'en'

/** Why no number is given, as a visitor is told: 今天 09:00 开始取号; other refusals in their own words. */
export const notNowWords = (notNow: Refused): string => closedPhrase(notNow, isEnglish()) ?? inWords(notNow)

/** How a queue stands, in a word or two, where numbers are chosen: closed, full, no counter, or how long; null = nothing is known of it. */
export function queueNow(queue: QueueView | null): WaitWords | null {
  if (queue === null) return null
  const alone = (value: string): WaitWords => ({ value, unit: '' })
  if (queue.notNow !== null) return alone(shortNotNow(queue.notNow))
  const why = notCallingShort(queue.notCalling, isEnglish())
  return why === null ? (waitParts(queue.wait) ?? alone(say('unknownWait'))) : alone(why)
}

function shortNotNow(notNow: Refused): string {
  const closed = closedWords(notNow, isEnglish())
  if (closed !== null) return closed.opens === '' ? closed.state : closed.opens
  return say(notNow.code === 'quota-full' ? 'fullNow' : 'closedNow')
}

/** The same for a number that waits. */
export function ticketNow({ wait, notCalling }: Pick<TrackView, 'wait' | 'notCalling'>): WaitWords | null {
  const why = notCallingShort(notCalling, isEnglish())
  return why === null ? waitParts(wait) : { value: why, unit: '' }
}

/** What must be known before a number of this queue is taken; null = counters call. */
export const beforeTaking = (queue: QueueView | null): string | null =>
  queue === null || queue.notNow !== null ? null : notCallingSentence(queue.notCalling, isEnglish())

/** Of the whole hall, for whoever does not yet know the queue: what half of those who wait may expect; null = nothing to tell. */
export function hallNow(queues: readonly QueueView[]): string | null {
  const open = queues.filter(({ notNow }) => notNow === null)
  const calling = open.filter(({ notCalling }) => notCalling === null)
  const first = open[0]
  if (first && open.every(({ notCalling }) => notCalling !== null && notCalling.why !== 'silent'))
    return notCallingShort(first.notCalling, isEnglish())
  const told = calling
    .filter(({ wait }) => wait !== null)
    .sort((one, other) => (one.wait?.highMinutes ?? 0) - (other.wait?.highMinutes ?? 0))
  const half = told.reduce((sum, { waiting }) => sum + waiting + 1, 0) / 2
  let sum = 0
  const middle = told.find(({ waiting }) => (sum += waiting + 1) >= half)
  return middle ? say('usuallyNow', { wait: afterWord(waitInWords(middle.wait)) }) : null
}
