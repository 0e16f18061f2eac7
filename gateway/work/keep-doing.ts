import { every } from '../time.ts'

/**
 * Does something every so often until it is stopped. What breaks, thrown or rejected, goes to `onBroken`, and the next time comes all the
 * same: a timer that dies is noticed days later.
 */
export function keepDoing(eachMs: number, work: () => unknown, onBroken: (error: unknown) => void): { stop(): void } {
  const once = async (): Promise<void> => {
    try {
      await work()
    } catch (broken) {
      onBroken(broken)
    }
  }
  return { stop: every(eachMs, () => void once()) }
}
