import type { Command, Role } from '../contract/commands.ts'
import type { IdReaders } from './open-id-readers.ts'

/** A terminal's wish for a number with the card that was just read there gets whose card it was; no page ever knows it. */
export function withIdCard(command: Command, roles: readonly Role[], idReaders: Pick<IdReaders, 'take'>): Command {
  if (
    command.type !== 'take-ticket' ||
    command.withCard !== true ||
    command.terminalId === null ||
    !roles.includes('terminal')
  )
    return command
  return { ...command, identity: idReaders.take(command.terminalId) }
}
