/** At most `most` tries a minute for each key; keys that rest are forgotten. */
export function rateLimit(most: number, now: () => number): (key: string) => boolean {
  const tries = new Map<string, { count: number; since: number }>()
  return (key) => {
    const at = now()
    if (tries.size > 10_000) for (const [old, { since }] of tries) if (at - since > 60_000) tries.delete(old)
    const known = tries.get(key)
    const current = known && at - known.since < 60_000 ? known : { count: 0, since: at }
    current.count += 1
    tries.set(key, current)
    return current.count <= most
  }
}
