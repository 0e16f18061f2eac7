import type { RatingReason } from '../../contract/ratings.ts'
import type { Course, Happening } from './course.ts'

/** A time for which a counter was open, and the queues that it served. */
export interface OpenSpan {
  readonly counterId: string
  readonly queues: readonly string[]
  readonly from: number
  readonly to: number
}

/** What a visitor was not content with, and why as far as it was ticked. */
export interface Grievance extends Happening {
  readonly departmentId: string | null
  readonly reasons: readonly RatingReason[]
}

/** What happened on one day, read from its facts; epoch ms. */
export interface DayFacts {
  /** The business day, 2026-03-17. */
  day: string
  readonly courses: Map<string, Course>
  /** The last press of each visitor. */
  readonly ratings: Map<string, Happening & { readonly stars: number }>
  readonly grievances: Map<string, Grievance>
  readonly opened: OpenSpan[]
  readonly helps: Map<
    string,
    { readonly at: number; readonly terminalId: string | null; readonly answeredAt: number | null }
  >
  /** Lights of cases that turned yellow or red, and answers. `departmentName`: null = of a case that nothing else was said of on this day. */
  readonly lights: { readonly at: number; readonly departmentName: string | null; readonly what: LightFact }[]
  readonly terminals: { readonly terminalId: string; readonly at: number; readonly what: TerminalUse }[]
}

export type LightFact = 'yellows' | 'reds' | 'lightAnswers'

/** What a terminal was used for, and how often. */
export interface TerminalUse {
  readonly lists?: number
  readonly slipFaults?: number
  readonly searches?: number
  readonly searchesEmpty?: number
}
