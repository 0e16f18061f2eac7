import { breathe } from './time.ts'
import type { ReadKey } from './views/reading.ts'

/** What shows the hall to its listeners, as those see it who have news for it. */
export interface Shown {
  /** Something that views show has changed; without keys: something beside the log. */
  invalidate(...keys: readonly ReadKey[]): void
  /** How many listen to a topic. */
  audience(topic: string): number
  /** Hears one view within this process, at once and whenever it changes. Gives back how to stop. */
  watch<View>(topic: string, hear: (view: View) => void): () => void
}
export interface Audience extends Shown {
  /** From now on this is asked and told; who waits for views within this process gets the first of them in turns of their own. */
  join(shown: Shown): void
}

/** Stands between devices and what shows them, each of which needs the other: until something is shown, nobody listens. */
export function openAudience(): Audience {
  let shown: Shown | null = null
  const waiting = new Set<() => void>()
  /** A panel that hears its first view is painted at once: each in a turn of its own, so that who stands at the door does not wait for all of them. */
  async function beginInTurns(one: Shown): Promise<void> {
    for (const begin of waiting) {
      await breathe()
      if (shown === one && waiting.delete(begin)) begin()
    }
  }
  return {
    invalidate: (...keys) => shown?.invalidate(...(keys.length === 0 ? (['live'] as const) : keys)),
    audience: (topic) => shown?.audience(topic) ?? 0,
    watch(topic, hear) {
      let leave = (): void => {}
      const begin = (): void => {
        leave = shown?.watch(topic, hear) ?? leave
      }
      if (shown) begin()
      else waiting.add(begin)
      return () => {
        waiting.delete(begin)
        leave()
      }
    },
    join(one) {
      shown = one
      void beginInTurns(one)
    },
  }
}
