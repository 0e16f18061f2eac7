import type { QueueView } from '../../../gateway/contract/line-views.ts'
import { sayStaff } from './words.ts'

/** What stands beside a queue wherever it is offered: that nobody would call there comes before how many wait. */
export const queueNote = ({ openCounters, waiting }: Pick<QueueView, 'openCounters' | 'waiting'>): string =>
  openCounters === 0 ? sayStaff('noCounterOpen', { people: waiting }) : sayStaff('peopleWaiting', { people: waiting })
