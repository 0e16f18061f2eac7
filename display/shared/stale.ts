/** A picture older than this says its age. */
export const STALE_MS = 15_000
/** Waits older than this are no longer true. */
export const WAITS_VANISH_MS = 120_000
