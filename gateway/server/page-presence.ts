import { type Actor, isOwnPage } from '../rights/actor.ts'

/** Which of the hall's own pages are there: those that showed their token. A stranger who listens to a screen is not that screen. */
export interface PagePresence {
  /** These topics instead of the ones before; an empty list when the page leaves. */
  stand(page: object, actor: Actor, topics: readonly string[]): void
  isThere(topic: string): boolean
  /** A page has come or gone. */
  onChange(listener: () => void): void
}

export function pagePresence(): PagePresence {
  const standing = new WeakMap<object, readonly string[]>()
  const there = new Map<string, number>()
  const listeners: (() => void)[] = []
  const count = (topic: string, by: 1 | -1): void => {
    const pages = (there.get(topic) ?? 0) + by
    if (pages > 0) there.set(topic, pages)
    else there.delete(topic)
  }
  return {
    stand(page, actor, topics) {
      const before = standing.get(page) ?? []
      const own = topics.filter((topic) => isOwnPage(actor, topic))
      for (const topic of before) count(topic, -1)
      standing.set(page, own)
      for (const topic of own) count(topic, 1)
      if (before.join() !== own.join()) for (const listener of listeners) listener()
    },
    isThere: (topic) => there.has(topic),
    onChange: (listener) => void listeners.push(listener),
  }
}
