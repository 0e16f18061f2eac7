/** Numbers of a day that may be out in the hall although the log does not know them. */
export interface LogGapsState {
  leftOut: { day: string; numbers: number } | null
}
export const noLogGaps = (): LogGapsState => ({ leftOut: null })

interface WithNumbers {
  readonly day: string | null
  readonly line: { readonly numbers: ReadonlyMap<string, number> }
  readonly logGaps: LogGapsState
}

/** The last number of a series that may be out in the hall today; 0 = none. */
export const lastNumberOf = ({ day, line, logGaps: { leftOut } }: WithNumbers, series: string): number =>
  line.numbers.get(series) ?? (leftOut !== null && leftOut.day === day ? leftOut.numbers : 0)
