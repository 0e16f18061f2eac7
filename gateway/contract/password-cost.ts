/** What it costs to look at a password, as a power of two: 16 MB and some 150 ms for each guess (OWASP Password Storage: N=2^14, r=8, p=5). */
export const FULL_COST = 14
/** The fewest rounds, for halls that only tests open. */
export const LEAST_COST = 4
