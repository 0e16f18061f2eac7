import { closedPhrase, closedWords } from '../../gateway/contract/closed-words.ts'
import type { QueueView } from '../../gateway/contract/line-views.ts'
import { say } from './words.ts'

/** What stands on a wall without calls: nobody is asked to take a number while none is given, and after hours it says so first. */
export function noCalls(queues: readonly QueueView[], hall: QueueView['notNow']): { title: string; hint: string } {
  const title = say('noCalls')
  const ended = closedWords(hall)
  if (ended === null || queues.some(({ waiting }) => waiting > 0)) return { title, hint: noCallsHint(queues) }
  const { state, opens } = ended
  return opens === '' ? { title, hint: state } : { title: state, hint: opens }
}

function noCallsHint(queues: readonly QueueView[]): string {
  const closed = queues.flatMap(({ notNow }) => notNow ?? []).filter(({ code }) => code !== 'quota-full')
  if (queues.length === 0 || closed.length < queues.length) return say('noCallsHint')
  if (queues.some(({ waiting }) => waiting > 0)) return say('waitHint')
  const back = ({ details }: (typeof closed)[number]): string => `${details.backDay ?? '9'} ${details.backClock ?? ''}`
  const [first] = closed.toSorted((one, other) => (back(one) < back(other) ? -1 : 1))
  return closedPhrase(first ?? null) ?? say('noCallsHint')
}
