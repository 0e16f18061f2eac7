/**
 * What one search may cost, counted in comparisons and not in time, so that the same question has the same answer everywhere. Every loop
 * over matters or letters takes from it and ends when nothing is left.
 */
export interface Steps {
  left: number
}
/** Nothing that people type needs the half of it among 20,000 matters. The gateway spends it in some 20 ms, a slow terminal in 0.2 s. */
export const MOST_STEPS = 200_000
export const LONGEST_QUERY = 40

/** Takes `count` steps; false = the search is over. */
export function take(steps: Steps, count: number): boolean {
  if (steps.left <= 0) return false
  steps.left -= count
  return steps.left > 0
}
