import type { AnnouncementView } from '../../gateway/contract/announcement.ts'

const KEPT = 50

/** Whose turn it is between announcements and calls. */
export interface AnnouncementTurns {
  /** Ids of those that were begun, oldest first: a reload says none of them again. */
  readonly begun: readonly string[]
  /** Begun ones that are to be said again: how often still, and after how many calls. */
  readonly repeats: readonly { id: string; left: number; behind: number }[]
}
export const noTurns = (begun: readonly string[]): AnnouncementTurns => ({ begun, repeats: [] })

/**
 * The announcement to be said now; null = a call goes, or nothing. A new one goes before the calls that wait; its repeats go behind those
 * that waited when it was last said. `shown`: what the wall shows; one that was stopped or is over is not said again.
 */
export function nextAnnouncement(
  { begun, repeats }: AnnouncementTurns,
  shown: readonly AnnouncementView[],
  now: number,
  callsWait: boolean,
): AnnouncementView | null {
  const live = shown.filter(({ until }) => until > now)
  const fresh = live.find(({ announcementId }) => !begun.includes(announcementId))
  if (fresh) return fresh
  const due = repeats.filter(({ behind }) => behind <= 0 || !callsWait).map(({ id }) => id)
  return live.find(({ announcementId }) => due.includes(announcementId)) ?? null
}

/** It is being said, and counts as begun at once, so that a reload in the middle does not say it again. */
export function beginAnnouncement({ begun, repeats }: AnnouncementTurns, id: string): AnnouncementTurns {
  return { begun: begun.includes(id) ? begun : [...begun, id].slice(-KEPT), repeats }
}

/** It was said to its end; `times` in all, while so many calls wait. */
export function endAnnouncement(
  { begun, repeats }: AnnouncementTurns,
  { announcementId: id, times }: AnnouncementView,
  callsWaiting: number,
): AnnouncementTurns {
  const left = (repeats.find((one) => one.id === id)?.left ?? times) - 1
  const others = repeats.filter((one) => one.id !== id)
  return { begun, repeats: left > 0 ? [...others, { id, left, behind: callsWaiting }] : others }
}

/** An emergency cut it: it is said from its start afterwards. */
export function cutAnnouncement({ begun, repeats }: AnnouncementTurns, id: string): AnnouncementTurns {
  return { begun: repeats.some((one) => one.id === id) ? begun : begun.filter((one) => one !== id), repeats }
}

/** A call was spoken: every repeat is one nearer. */
export const passCall = ({ begun, repeats }: AnnouncementTurns): AnnouncementTurns => ({
  begun,
  repeats: repeats.map((one) => ({ ...one, behind: one.behind - 1 })),
})
