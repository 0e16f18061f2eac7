/** A phone on the stage is not turned over to each newcomer: it stays with its number for so long. */
const STAYS_MS = 120_000

/** Which number's phone is shown: the first that comes, and after two minutes the newest one. */
export function pinnedPhone(): (newest: string | null, now: number) => string | null {
  let pinned: { token: string; since: number } | null = null
  return (newest, now) => {
    if (newest !== null && (pinned === null || now - pinned.since > STAYS_MS)) pinned = { token: newest, since: now }
    return pinned?.token ?? null
  }
}
