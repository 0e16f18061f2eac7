import type { ScanAnswer } from '../contract/signals.ts'
import { isAbsent } from '../domain/line/arrival.ts'
import { scannerAt } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import type { Office } from '../office/office.ts'
import { newId } from '../time.ts'
import { readScan } from './read-scan.ts'

export type CheckedIn =
  | { ok: true; ticket: { ticketId: string; number: string; token: string; queueId: string } }
  | { ok: false; message: string; refusal: { code: string; details: Record<string, unknown> } }
/** Checks an appointment in at a terminal. Whoever keeps appointments gives this; a hall without any gives null, and so does a code that it knows nothing of. */
export type CheckIn = (code: string, terminalId: string) => Promise<CheckedIn | null>

/** What a scanned text means in this hall now. */
export async function answerScan(
  text: string,
  terminalId: string,
  office: Office,
  giveOrder: GiveOrder,
  checkIn: CheckIn | null,
): Promise<ScanAnswer> {
  const { hallModel, state } = office
  const arrive = (ticketId: string): Promise<unknown> =>
    giveOrder(scannerAt(terminalId), { type: 'arrive-ticket', ticketId, number: null, terminalId }, newId())
  const scan = readScan(text, {
    isToken: (token) => state.line.byToken.has(token),
    matterOf: (code) =>
      hallModel.matters.has(code)
        ? code
        : ([...hallModel.matters.values()].find((matter) => matter.code === code)?.id ?? null),
  })
  switch (scan.kind) {
    case 'slip': {
      const ticket = state.line.tickets.get(state.line.byToken.get(scan.token) ?? '')
      if (!ticket) return { kind: 'old-slip' }
      // Whoever holds it before a terminal has come.
      if (isAbsent(ticket)) await arrive(ticket.id)
      const { id: ticketId, number, token, queueId } = ticket
      return { kind: 'slip', ticket: { ticketId, number, token, queueId } }
    }
    case 'appointment': {
      const answer = (await checkIn?.(scan.code, terminalId)) ?? null
      if (answer === null) return { kind: 'appointment', ticket: null, message: null, refusal: null }
      return answer.ok
        ? { kind: 'appointment', ticket: answer.ticket, message: null, refusal: null }
        : { kind: 'appointment', ticket: null, message: answer.message, refusal: answer.refusal }
    }
    case 'matter':
    case 'receipt':
    case 'unknown':
      return scan
  }
}
