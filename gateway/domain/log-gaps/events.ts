/** Rows of the log that are lost or not as they were written; both ends belong to it. */
export interface LogGap {
  from: number
  to: number
}

/** A person decided to go on although rows are damaged. From here on the hall trusts what is left. */
export interface LogGapEvent {
  type: 'log-gap-accepted'
  gaps: LogGap[]
  /** As many numbers as may have been given in the rows that are lost: so many are left out today, so that none is given twice. */
  numbersLeftOut: number
  /** The highest number of today that somebody saw; null = nobody knows, and `numbersLeftOut` counts. */
  lastNumber: number | null
  /** The hall's day on which it was decided, 2026-03-18. */
  day: string
  by: string
  reason: string | null
}
