import type { Command, Role } from '../contract/commands.ts'
import type { Cards } from './read-cards.ts'

/** A terminal's wish for a number with the card that was just read there gets whose card it was; no page ever knows it. */
export function withCard(command: Command, roles: readonly Role[], cards: Pick<Cards, 'take'>): Command {
  if (
    command.type !== 'take-ticket' ||
    command.withCard !== true ||
    command.terminalId === null ||
    !roles.includes('terminal')
  )
    return command
  return { ...command, identity: cards.take(command.terminalId) }
}
