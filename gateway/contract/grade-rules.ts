/** The lower two of the five grades ask what went wrong, and somebody must follow them up. */
export const isLow = (given: number): boolean => given <= 2

/** So long after a visit its grade may be given at the counter. */
export const RATED_WITHIN_MS = 5 * 60_000
/** So long a grade may be changed by whoever gave it; the page offers 改一下 for eight seconds of it. */
export const CHANGED_WITHIN_MS = 60_000
/** So long after a low grade its reasons may follow. */
export const EXPLAINED_WITHIN_MS = 10 * 60_000
