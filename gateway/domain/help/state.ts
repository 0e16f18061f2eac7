export interface Help {
  id: string
  /** A terminal, a number whose phone asks, or a counter. */
  terminalId: string | null
  counterId: string | null
  ticketId: string | null
  number: string | null
  where: string | null
  at: number
  answeredBy: string | null
  /** The visitor has gone while somebody was on the way. */
  left: boolean
}

/** How quickly calls of today were taken. */
export interface HelpTimes {
  asked: number
  answered: number
  /** Gone before anybody came. */
  left: number
  /** From the call to the answer, of all that were answered. */
  waitedMs: number
  longestMs: number
}

/** Visitors who asked for a guide and are not helped yet. */
export interface HelpState {
  open: Help[]
  times: HelpTimes
}

export const noHelp = (): HelpState => ({
  open: [],
  times: { asked: 0, answered: 0, left: 0, waitedMs: 0, longestMs: 0 },
})
