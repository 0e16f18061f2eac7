import { closedPhrase, closedWords } from '../../gateway/contract/closed-words.ts'
import type { QueueView } from '../../gateway/contract/line-views.ts'
import { wordsIn } from './words.ts'

/** What stands on a wall without calls: nobody is asked to take a number while none is given, and after hours it says so first. */
export function noCalls(
  queues: readonly QueueView[],
  hall: QueueView['notNow'],
  isEnglish = false,
): { title: string; hint: string } {
  const title = wordsIn(isEnglish)('noCalls')
  const ended = closedWords(hall, isEnglish)
  if (ended === null || queues.some(({ waiting }) => waiting > 0))
    return { title, hint: noCallsHint(queues, isEnglish) }
  const { state, opens } = ended
  return opens === '' ? { title, hint: state } : { title: state, hint: opens }
}

function noCallsHint(queues: readonly QueueView[], isEnglish: boolean): string {
  const say = wordsIn(isEnglish)
  const closed = queues.flatMap(({ notNow }) => notNow ?? []).filter(({ code }) => code !== 'quota-full')
  if (queues.length === 0 || closed.length < queues.length) return say('noCallsHint')
  if (queues.some(({ waiting }) => waiting > 0)) return say('waitHint')
  const back = ({ details }: (typeof closed)[number]): string => `${details.backDay ?? '9'} ${details.backClock ?? ''}`
  const [first] = closed.toSorted((one, other) => (back(one) < back(other) ? -1 : 1))
  return closedPhrase(first ?? null, isEnglish) ?? say('noCallsHint')
}
