import type { AnyRole } from '../rights/actor.ts'
import type { Order } from '../rights/orders.ts'
import type { IdReaders } from './open-id-readers.ts'

/** A terminal's wish for a number with the card that was just read there gets whose card it was; no page ever knows it. */
export function withIdCard(command: Order, roles: readonly AnyRole[], idReaders: Pick<IdReaders, 'take'>): Order {
  if (
    command.type !== 'take-ticket' ||
    command.withCard !== true ||
    command.terminalId === null ||
    !roles.includes('terminal')
  )
    return command
  return { ...command, identity: idReaders.take(command.terminalId) }
}
