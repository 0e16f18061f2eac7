import type { Command } from '../contract/commands.ts'
import type { Actor } from '../server/actor.ts'
import type { Cards } from './read-cards.ts'

/** A terminal's wish for a number with the card that was just read there gets whose card it was; no page ever knows it. */
export function withCard(command: Command, actor: Actor, cards: Pick<Cards, 'take'>): Command {
  if (
    command.type !== 'take-ticket' ||
    command.withCard !== true ||
    command.terminalId === null ||
    !actor.roles.includes('terminal')
  )
    return command
  return { ...command, identity: cards.take(command.terminalId) }
}
