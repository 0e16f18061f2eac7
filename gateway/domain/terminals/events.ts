/** How one visitor used a terminal: how often something was searched, and how often nothing was found. Not what. */
export type TerminalEvent = { type: 'terminal-used'; terminalId: string; searches: number; empty: number }
