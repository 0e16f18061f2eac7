/** What shows the hall to its listeners, as those see it who have news for it. */
export interface Shown {
  /** Something that views show has changed. */
  invalidate(): void
  /** How many listen to a topic. */
  audience(topic: string): number
}
export interface Audience extends Shown {
  /** From now on this is asked and told. */
  join(shown: Shown): void
}

/** Stands between devices and what shows them, each of which needs the other: until something is shown, nobody listens. */
export function openAudience(): Audience {
  let shown: Shown | null = null
  return {
    invalidate: () => shown?.invalidate(),
    audience: (topic) => shown?.audience(topic) ?? 0,
    join: (one) => void (shown = one),
  }
}
