import type { OfficeState } from '../office-state.ts'
import { LONGEST_WAIT } from '../reports/sum.ts'

const MINUTE_MS = 60_000

/** Counts how long a number waited for its first call; to be called before the call is folded in. */
export function countFirstCall(
  { line, today }: Pick<OfficeState, 'line' | 'today'>,
  { ticketId, seq, at }: { ticketId: string; seq: number; at: number },
): void {
  const ticket = line.tickets.get(ticketId)
  if (!ticket || today.firstCalls.has(ticketId)) return
  const minute = Math.min(LONGEST_WAIT, Math.max(0, Math.floor((at - ticket.takenAt) / MINUTE_MS)))
  today.firstCalls.set(ticketId, { seq, minute })
  while (today.waits.length <= minute) today.waits.push(0)
  today.waits[minute] = (today.waits[minute] ?? 0) + 1
}

/** A first call that is taken back was none; to be called before that is folded in. */
export function uncountFirstCall(
  { line, today }: Pick<OfficeState, 'line' | 'today'>,
  { ticketId, counterId }: { ticketId: string; counterId: string },
): void {
  const first = today.firstCalls.get(ticketId)
  if (!first || line.lastSteps.get(counterId)?.at(-1)?.seq !== first.seq) return
  today.firstCalls.delete(ticketId)
  today.waits[first.minute] = (today.waits[first.minute] ?? 1) - 1
}
