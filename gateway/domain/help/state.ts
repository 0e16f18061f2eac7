export interface Help {
  id: string
  terminalId: string
  where: string | null
  at: number
  answeredBy: string | null
}

/** Visitors who asked for a guide and are not helped yet. */
export interface HelpState {
  open: Help[]
}

export const noHelp = (): HelpState => ({ open: [] })
