import type { HelpEvent } from './events.ts'
import type { HelpState } from './state.ts'

/** Works in place, like all of evolve. `at`: epoch ms of the event. */
export function evolveHelp(help: HelpState, event: HelpEvent & { at: number }): void {
  switch (event.type) {
    case 'help-called': {
      const { helpId: id, terminalId, where, at } = event
      help.open.push({ id, terminalId, ticketId: null, number: null, where, at, answeredBy: null })
      return
    }
    case 'help-asked': {
      const { helpId: id, ticketId, number, where, at } = event
      help.open.push({ id, terminalId: null, ticketId, number, where, at, answeredBy: null })
      return
    }
    case 'help-answered':
      help.open = help.open.map((one) => (one.id === event.helpId ? { ...one, answeredBy: event.by } : one))
      return
    case 'help-finished':
      help.open = help.open.filter(({ id }) => id !== event.helpId)
      return
  }
}
