export type HelpEvent =
  | { type: 'help-called'; helpId: string; terminalId: string; where: string | null }
  | { type: 'help-answered'; helpId: string; by: string }
  | { type: 'help-finished'; helpId: string }
