export type HelpEvent =
  | { type: 'help-called'; helpId: string; terminalId: string; where: string | null }
  /** By phone, from whoever holds that number. */
  | { type: 'help-asked'; helpId: string; ticketId: string; number: string; where: string }
  | { type: 'help-answered'; helpId: string; by: string }
  | { type: 'help-finished'; helpId: string }
