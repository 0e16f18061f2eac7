export interface CounterState {
  state: 'closed' | 'open' | 'paused'
  /** Since when it is open, paused or closed, epoch ms; null = it has not been opened today. */
  since: number | null
  pauseReason: string | null
  ticketId: string | null
  finished: number
  servedMs: number
  /** When its last visitor left, epoch ms; null = it has paused since, or had none. */
  freedAt: number | null
  /** When it last called or opened, epoch ms; null = not today. */
  quietSince: number | null
}

/** Counters today; the hall folder's own arrangement comes back with the next day. */
export interface CountersState {
  /** By counter; what is not here is closed. */
  states: Map<string, CounterState>
  /** Queues of a counter that serves others today than the hall folder says. */
  assigned: Map<string, string[]>
  /** Tides of today: counters that one still moves; [] = it is over. */
  tides: Map<string, string[]>
}

export const emptyCounters = (): CountersState => ({ states: new Map(), assigned: new Map(), tides: new Map() })

const closed: CounterState = {
  state: 'closed',
  since: null,
  pauseReason: null,
  ticketId: null,
  finished: 0,
  servedMs: 0,
  freedAt: null,
  quietSince: null,
}

interface WithCounters {
  readonly counters: CountersState
}

export const counterState = ({ counters }: WithCounters, counterId: string): Readonly<CounterState> =>
  counters.states.get(counterId) ?? closed

export function setCounter(state: WithCounters, counterId: string, change: Partial<CounterState>): void {
  state.counters.states.set(counterId, { ...counterState(state, counterId), ...change })
}
