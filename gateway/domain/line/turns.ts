/** Calls of a queue while both classes wait: how many priorities in the last run, how many others since. */
export interface Turns {
  priority: number
  ordinary: number
}
