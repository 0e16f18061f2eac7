import type { Command } from '../contract/commands.ts'
import { wordsOf } from '../contract/refusals.ts'
import { scannerAt } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import type { CheckIn, CheckedIn } from './answer-scan.ts'
import { newId } from '../time.ts'

/** An appointment's code that was held before a terminal becomes a number there, as if it had been typed. */
export const checkInByScan =
  (giveOrder: GiveOrder): CheckIn =>
  async (appointmentCode, terminalId) => {
    const wish = {
      matterId: null,
      queueId: null,
      terminalId,
      priority: null,
      printer: null,
      missing: [],
      accessible: false,
    }
    const order: Extract<Command, { type: 'take-ticket' }> = { type: 'take-ticket', ...wish, appointmentCode }
    const answer = await giveOrder(scannerAt(terminalId), order, newId())
    if (!answer.ok) {
      const { code, details } = answer
      return { ok: false, message: wordsOf(code, 'zh-Hans', details), refusal: { code, details } }
    }
    return { ok: true, ticket: ticketOf(answer.body as Extract<CheckedIn, { ok: true }>['ticket']) }
  }

const ticketOf = ({
  ticketId,
  number,
  token,
  queueId,
}: Extract<CheckedIn, { ok: true }>['ticket']): Extract<CheckedIn, { ok: true }>['ticket'] => ({
  ticketId,
  number,
  token,
  queueId,
})
