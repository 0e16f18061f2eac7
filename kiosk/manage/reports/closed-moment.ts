import { clockAt, dayAt } from '../../../gateway/contract/hall-time.ts'
import { dateWords } from '../../../gateway/contract/report-words.ts'

/** 3月18日 0:10 of an epoch time in the hall. */
export const closedMoment = (at: number, timeZone: string): string =>
  `${dateWords(dayAt(at, timeZone))} ${clockAt(at, timeZone).replace(/^0/, '')}`
