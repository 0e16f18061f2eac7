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
  /** From now on this is asked and told. */
  join(shown: Shown): void
}

/** Stands between devices and what shows them, each of which needs the other: until something is shown, nobody listens. */
export function openAudience(): Audience {
  let shown: Shown | null = null
  const waiting = new Set<() => void>()
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
      for (const begin of waiting) begin()
      waiting.clear()
    },
  }
}
