export interface Help {
  id: string
  /** A terminal, or a number whose phone asks. */
  terminalId: string | null
  ticketId: string | null
  number: string | null
  where: string | null
  at: number
  answeredBy: string | null
}

/** Visitors who asked for a guide and are not helped yet. */
export interface HelpState {
  open: Help[]
}

export const noHelp = (): HelpState => ({ open: [] })
