export type HelpEvent =
  /** `where`: the screen on which the visitor is. */
  | { type: 'help-called'; helpId: string; terminalId: string; where: string | null }
  /** By phone, from whoever holds that number. */
  | { type: 'help-asked'; helpId: string; ticketId: string; number: string; where: string }
  /** A clerk asks for somebody to come to the counter. */
  | { type: 'help-requested'; helpId: string; counterId: string; number: string | null; reason: string | null }
  | { type: 'help-answered'; helpId: string; by: string }
  /** The visitor went away from the terminal before anybody had helped. */
  | { type: 'help-left'; helpId: string }
  | { type: 'help-finished'; helpId: string }
