import type { QueueView } from './line-views.ts'

/** Signs of things in the hall: all well, look at it, somebody must act now, stopped on purpose, not at work. */
export type Sign = 'ok' | 'warning' | 'fault' | 'paused' | 'off'

export interface WaitPromise {
  /** Minutes within which a visitor should be called, and beyond which nobody should have to wait. */
  minutes: number
  limit: number
}

type Line = Pick<QueueView, 'waiting' | 'openCounters' | 'longestMinutes' | 'warning' | 'notCalling'>

/** Why a line is as it is: `no-counter` people wait and nobody calls; `over` beyond the limit; `long` beyond the promise or the queue's own threshold. */
export type QueueWhy = 'no-counter' | 'over' | 'silent' | 'long' | 'lunch' | 'none'

/** The sign of a line, by its people, its counters and the hall's promise. */
export function queueSign(line: Line, promise: WaitPromise): { sign: Sign; why: QueueWhy } {
  if (line.waiting === 0) return { sign: line.openCounters === 0 ? 'off' : 'ok', why: 'none' }
  if (line.notCalling?.why === 'no-counter') return { sign: 'fault', why: 'no-counter' }
  if (line.longestMinutes >= promise.limit) return { sign: 'fault', why: 'over' }
  if (line.notCalling?.why === 'silent') return { sign: 'warning', why: 'silent' }
  if (line.warning !== null || line.longestMinutes >= promise.minutes) return { sign: 'warning', why: 'long' }
  if (line.notCalling?.why === 'lunch') return { sign: 'paused', why: 'lunch' }
  return { sign: 'ok', why: 'none' }
}
