import type { Pulse } from '../contract/display-pulse.ts'

type Play = Pulse['page']['plays'][number]
/** What of a screen's word counts as proof of play. `at`: monotonic, ms; `hanging`: ids of the notices that hang there now. */
export type CreditPlays = (screenId: string, plays: readonly Play[], hanging: ReadonlySet<string>, at: number) => Play[]

/**
 * Of a notice that hangs there, or hung there when the screen last told of itself; and no longer than the time since the same notice was
 * last told of: nobody shows a notice for an hour within a minute. `startedAt`: since when this gateway can have shown anything.
 */
export function creditPlays(startedAt: number): CreditPlays {
  const screens = new Map<string, { hung: ReadonlySet<string>; toldAt: Map<string, number> }>()
  return (screenId, plays, hanging, at) => {
    const before = screens.get(screenId) ?? { hung: new Set(), toldAt: new Map() }
    const credited = plays.flatMap(({ id, seconds }) => {
      if (!hanging.has(id) && !before.hung.has(id)) return []
      const most = Math.floor((at - (before.toldAt.get(id) ?? startedAt)) / 1000)
      before.toldAt.set(id, at)
      return most > 0 ? [{ id, seconds: Math.min(Math.round(seconds), most) }] : []
    })
    for (const id of before.toldAt.keys()) if (!hanging.has(id)) before.toldAt.delete(id)
    screens.set(screenId, { hung: hanging, toldAt: before.toldAt })
    return credited
  }
}
