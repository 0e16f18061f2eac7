/** ACCESSIBILITY A6: after 60 quiet seconds one question of 20 seconds, then everything is wiped. */
export const QUIET_SECONDS = 60
export const QUESTION_SECONDS = 20
/** A number on the screen is somebody's: it goes sooner. */
export const QUIET_SECONDS_WITH_NUMBER = 30

/** Elder mode (长辈关怀版) gives twice the time for everything. */
const ELDER_TIMES = 2

export type Idle = { name: 'here' } | { name: 'asking'; seconds: number } | { name: 'over' }

/** What decides how long a terminal waits. */
export interface Quiet {
  numberShown: boolean
  elder: boolean
}

/** Seconds for which the question stands. */
export const questionSeconds = (elder: boolean): number => QUESTION_SECONDS * (elder ? ELDER_TIMES : 1)

/** How the terminal stands `quietMs` after the last touch. */
export function idleAfter(quietMs: number, { numberShown, elder }: Quiet = { numberShown: false, elder: false }): Idle {
  const quiet = (numberShown ? QUIET_SECONDS_WITH_NUMBER : QUIET_SECONDS) * (elder ? ELDER_TIMES : 1)
  const asked = Math.floor(quietMs / 1000) - quiet
  if (asked < 0) return { name: 'here' }
  const left = questionSeconds(elder) - asked
  return left <= 0 ? { name: 'over' } : { name: 'asking', seconds: left }
}
