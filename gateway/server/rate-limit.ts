import { forgetfulMap } from '../work/forgetful-map.ts'

const MINUTE = 60_000
const MOST_KEYS = 20_000

/** At most `most` a minute for each key; `cost`: a request that is worth several. `now`: monotonic, ms. */
export function rateLimit(most: number, now: () => number): (key: string, cost?: number) => boolean {
  const tries = forgetfulMap<{ count: number; since: number }>(MOST_KEYS)
  return (key, cost = 1) => {
    const at = now()
    const known = tries.get(key)
    const current = known && at - known.since < MINUTE ? known : { count: 0, since: at }
    current.count += cost
    tries.set(key, current)
    return current.count <= most
  }
}
