import { minuteOf } from './hall-time.ts'

/** A part of a day, `from` ≤ clock < `to`. One that ends before it begins goes over midnight; one that ends where it begins is the whole day. */
export interface DaySpan {
  readonly from: string
  readonly to: string
}

/** Whether the minute of the day lies in the span. */
export function isWithin({ from, to }: DaySpan, minute: number): boolean {
  const [start, end] = [minuteOf(from), minuteOf(to)]
  return start < end ? minute >= start && minute < end : minute >= start || minute < end
}
