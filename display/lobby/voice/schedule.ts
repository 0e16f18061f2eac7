export interface Scheduled {
  clip: string
  /** Seconds from the start of the phrase. */
  start: number
}
const UNKNOWN_CLIP_SECONDS = 0.4

/** Clips follow one another without a gap. `lengthOf`: seconds, or null for a clip that is not there. */
export function schedule(
  list: readonly string[],
  lengthOf: (clip: string) => number | null,
): { starts: Scheduled[]; seconds: number } {
  let at = 0
  const starts = list.map((clip) => {
    const start = at
    at += lengthOf(clip) ?? UNKNOWN_CLIP_SECONDS
    return { clip, start }
  })
  return { starts, seconds: at }
}
