import { randomBytes, randomUUID } from 'node:crypto'
import { uptime } from 'node:os'
import { setImmediate as immediately, setTimeout as rest } from 'node:timers/promises'

/**
 * The one file of the gateway that asks the computer for the time, for chance and for ids, and that starts timers; everybody else is
 * given them or asks here. Wall time is for what people read and what the log is dated with; whatever lasts is measured by
 * `monotonic`, which no correction of the clock moves.
 */
export const wallTime = (): number => Date.now()
/** Milliseconds that only grow. */
export const monotonic = (): number => performance.now()
/** Like `monotonic`, and goes on while the computer sleeps. Dear to ask. */
export const sinceBoot = (): number => uptime() * 1_000
/** 0 ≤ x < 1. */
export const chance = (): number => Math.random()
export const newId = (): string => randomUUID()
/** An id that opens a page: it cannot be guessed. */
export const newToken = (): string => randomBytes(16).toString('base64url')

/** Resolves after so many milliseconds. */
export const pause = (ms: number): Promise<void> => rest(ms)
/** Lets everybody else have a turn. */
export const breathe = (): Promise<void> => immediately()

/** Does it once, after so many milliseconds. Returns what calls it off. */
export function after(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/** Does it again and again. Returns what ends it. */
export function every(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms)
  return () => clearInterval(timer)
}
