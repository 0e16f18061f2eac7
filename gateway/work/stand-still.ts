import { monotonic } from '../time.ts'
import { keepDoing } from './keep-doing.ts'

const LOOK_MS = 500
/** What the kernel kept comes in after the process goes on, and not all in its first breath. */
const AFTER_MS = 1_000

/** Whether this process stood still for so long (frozen, or without a processor) and has only just gone on. */
export function standStill(mostMs: number, now: () => number = monotonic): { isJustOver(): boolean; stop(): void } {
  let seenAt = now()
  let lateUntil = Number.NEGATIVE_INFINITY
  const look = (): number => {
    const at = now()
    if (at - seenAt > mostMs) lateUntil = at + AFTER_MS
    seenAt = at
    return at
  }
  return { isJustOver: () => look() < lateUntil, stop: keepDoing(LOOK_MS, look, () => {}).stop }
}
