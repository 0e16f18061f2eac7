export interface Call {
  callId: string
  ticketId: string
  number: string
  counterId: string
  calledAt: number
  times: number
}

export interface CallsState {
  /** Newest first: the last 20, all of the last minute and the last of each counter; now and then a few more. */
  recent: Call[]
  /** Calls that were taken back today, oldest first; the last 50. */
  takenBack: string[]
}

export const emptyCalls = (): CallsState => ({ recent: [], takenBack: [] })
