import { addDays, clockAt, dayAt } from '../../../gateway/contract/hall-time.ts'
import type { Command } from '../../../gateway/contract/commands.ts'
import type { StormPage } from '../page.ts'
import type { Witness } from '../witness.ts'

const ZONE = 'Asia/Shanghai'
const QUARTER_MS = 15 * 60_000

/** The quarter of an hour that comes `ahead` quarters after the next, by the hall's clock. */
export function quarterAhead(now: number, ahead: number): { day: string; clock: string; at: number } {
  const at = (Math.floor(now / QUARTER_MS) + 1 + ahead) * QUARTER_MS
  return { day: dayAt(at, ZONE), clock: clockAt(at, ZONE), at }
}
export const tomorrow = (now: number): string => addDays(dayAt(now, ZONE), 1)

export const booking = (queueId: string, when: { day: string; clock: string }): Command => ({
  type: 'book-appointment',
  matterId: null,
  queueId,
  day: when.day,
  clock: when.clock,
  reference: null,
  code: null,
  person: [],
  tail: [],
})

/** Somebody asks at the desk for an hour; gives the code, and in how many ms the hour comes; null = there is none. */
export async function askForHour(
  desk: StormPage,
  witness: Witness,
  queueId: string,
  ahead: number,
): Promise<{ code: string; inMs: number } | null> {
  const now = desk.hall.now()
  const when = quarterAhead(now, ahead)
  const answer = await witness.order(desk, 'desk', booking(queueId, when))
  return answer.ok ? { code: (answer.result as { code: string }).code, inMs: when.at - now } : null
}

/** Its holder types the code at a terminal. */
export const withCode = (terminalId: string, appointmentCode: string): Command => ({
  type: 'take-ticket',
  matterId: null,
  queueId: null,
  terminalId,
  priority: null,
  printer: null,
  missing: [],
  accessible: false,
  appointmentCode,
})
