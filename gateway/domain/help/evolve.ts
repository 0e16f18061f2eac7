import type { HelpEvent } from './events.ts'
import type { Help, HelpState } from './state.ts'

const nobody = { terminalId: null, counterId: null, ticketId: null, number: null, answeredBy: null, left: false }

/** Works in place, like all of evolve. `at`: epoch ms of the event. */
export function evolveHelp(help: HelpState, event: HelpEvent & { at: number }): void {
  const { times } = help
  switch (event.type) {
    case 'help-called':
      return open(help, { ...nobody, id: event.helpId, terminalId: event.terminalId, where: event.where, at: event.at })
    case 'help-asked': {
      const { helpId: id, ticketId, number, where, at } = event
      return open(help, { ...nobody, id, ticketId, number, where, at })
    }
    case 'help-requested': {
      const { helpId: id, counterId, number, reason: where, at } = event
      return open(help, { ...nobody, id, counterId, number, where, at })
    }
    case 'help-answered': {
      const one = help.open.find(({ id }) => id === event.helpId)
      if (!one) return
      one.answeredBy = event.by
      const waited = Math.max(0, event.at - one.at)
      times.answered += 1
      times.waitedMs += waited
      times.longestMs = Math.max(times.longestMs, waited)
      return
    }
    case 'help-left': {
      const one = help.open.find(({ id }) => id === event.helpId)
      if (!one) return
      times.left += 1
      one.left = true
      // Whoever is on the way must hear of it; of the others nobody needs to.
      if (one.answeredBy === null) close(help, event.helpId)
      return
    }
    case 'help-finished':
      return close(help, event.helpId)
  }
}

function open(help: HelpState, one: Help): void {
  help.open.push(one)
  help.times.asked += 1
}

function close(help: HelpState, helpId: string): void {
  help.open = help.open.filter(({ id }) => id !== helpId)
}
