/**
 * What one search may cost, counted in comparisons and not in time, so that the same question has the same answer everywhere. Every loop
 * over matters or letters takes from it and ends when nothing is left.
 */
export interface Steps {
  left: number
}
/** The dearest thing that people type needs a fifth of it among 20,000 matters; a terminal spends it in some 0.1 s. */
export const MOST_STEPS = 1_000_000
export const LONGEST_QUERY = 40

/** Takes `count` steps; false = the search is over. */
export function take(steps: Steps, count: number): boolean {
  steps.left -= count
  return steps.left > 0
}
