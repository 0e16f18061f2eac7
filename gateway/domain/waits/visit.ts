/** What the hall knows at the moment when somebody takes a number; minutes throughout. Nothing about the person. */
export interface Visit {
  /** The part of the hallModel, for queues too young to speak for themselves. */
  readonly office: string
  readonly queueId: string
  /** `2026-11-25`. */
  readonly day: string
  readonly minute: number
  readonly ahead: number
  readonly openCounters: number
  readonly configuredMinutes: number
  /** Mean time between the last calls of the queue. */
  readonly recentIntercall: number
  /** Wait of the visitor who was called last. */
  readonly lastWait: number
  /** How long the head of the line has waited by now. */
  readonly headWait: number
  /** Numbers called so far today. */
  readonly called: number
}

/** A visit whose wait became known: when `minute + wait` has passed, not before. */
export interface ServedVisit extends Visit {
  readonly wait: number
}

/** An announcement in minutes: the likeliest wait and the range in which four of five lie. */
export interface WaitBand {
  readonly minutes: number
  readonly low: number
  readonly high: number
}
