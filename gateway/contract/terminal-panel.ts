/** Rows of the stage on which an upright terminal is drawn. */
const ROWS = 1_920
/** The smallest text and the smallest control of a terminal, in those rows, and a capital I by its size. */
const SMALLEST_TEXT = 28
const SMALLEST_KEY = 84
const CAPITAL = 0.733
/** ADA 707.7.2: characters on a screen are at least 3/16 inch high, by the capital I. */
const LEAST_CAPITAL_MM = 4.8
const LEAST_KEY_MM = 16

/** The lowest upright panel, mm, on which everybody can read the smallest text and hit the smallest key. */
export const LEAST_PANEL_MM = Math.ceil(
  ROWS * Math.max(LEAST_CAPITAL_MM / (SMALLEST_TEXT * CAPITAL), LEAST_KEY_MM / SMALLEST_KEY),
)
