/** One thing that is wrong in a hall folder: where, and what to do. Lines and columns count from 1. */
export interface HallFault {
  file: string
  line: number
  column: number
  /** Path inside the file: counters.3.zone. */
  key: string
  message: string
}

/** Makes a fault out of a path inside hall.yaml or one of its lists: the file, line and column are looked up. */
export type PlaceFault = (path: readonly PropertyKey[], message: string) => HallFault
