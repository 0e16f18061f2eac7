/** Who is at work, and which queues a counter serves today; the hall folder's own arrangement comes back with the next day. */
export type CounterEvent =
  | { type: 'counter-opened'; counterId: string }
  | { type: 'counter-paused'; counterId: string; reason: string }
  | { type: 'counter-closed'; counterId: string }
  | { type: 'counter-assigned'; counterId: string; queues: string[] }
  | { type: 'counter-restored'; counterId: string }
  /** By the clock; `counters` without those that somebody had assigned by hand. */
  | { type: 'tide-came'; tideId: string; counters: string[]; queues: string[] }
  | { type: 'tide-went'; tideId: string }
