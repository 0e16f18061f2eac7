/** ACCESSIBILITY A6: after 60 quiet seconds one question of 20 seconds, then everything is wiped. */
export const QUIET_SECONDS = 60
export const QUESTION_SECONDS = 20
/** A number on the screen is somebody's: it goes sooner. */
export const QUIET_SECONDS_WITH_NUMBER = 30

export type Idle = { name: 'here' } | { name: 'asking'; seconds: number } | { name: 'over' }

/** How the terminal stands `quietMs` after the last touch. */
export function idleAfter(quietMs: number, numberShown = false): Idle {
  const seconds = Math.floor(quietMs / 1000) - (numberShown ? QUIET_SECONDS_WITH_NUMBER : QUIET_SECONDS)
  if (seconds < 0) return { name: 'here' }
  return seconds >= QUESTION_SECONDS ? { name: 'over' } : { name: 'asking', seconds: QUESTION_SECONDS - seconds }
}
