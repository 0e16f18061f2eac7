import type { Command } from '../../../gateway/contract/commands.ts'
import type { StormPage } from '../page.ts'
import { pause } from '../seams/storm-time.ts'
import type { Witness } from '../witness.ts'
import type { World } from '../world.ts'

/** What somebody at a terminal has in mind beside a number. */
export const visitorWants = ['nothing', 'nothing', 'nothing', 'nothing', 'other-number', 'guide'] as const
export type VisitorWants = (typeof visitorWants)[number]

export interface VisitorWish {
  terminalId: string
  queueId: string
  /** Presses again before anything has come. */
  isHasty: boolean
  isAccessible: boolean
  wants: VisitorWants
}

/** Somebody at a terminal takes a number; who is refused for a reason that may pass tries twice more. Gives the token, null = none. */
export async function takeNumber(
  world: World,
  page: StormPage,
  witness: Witness,
  wish: VisitorWish,
): Promise<string | null> {
  const { terminalId, queueId, isHasty, isAccessible, wants } = wish
  const command: Command = {
    type: 'take-ticket',
    matterId: null,
    queueId,
    terminalId,
    priority: null,
    printer: null,
    missing: [],
    accessible: isAccessible,
  }
  if (wants === 'guide') void witness.order(page, terminalId, { type: 'call-guide', terminalId, where: null })
  for (let tries = 0; tries < 3; tries += 1) {
    const first = witness.order(page, terminalId, command)
    if (isHasty) void witness.order(page, terminalId, command)
    const answer = await first
    if (answer.ok) {
      const { token, ticketId } = answer.result as { token: string; ticketId: string }
      if (wants !== 'other-number') return token
      await pause(2_000 + world.draw(`visitor at ${terminalId}`) * 40_000)
      await witness.order(page, terminalId, { type: 'give-back-ticket', terminalId, ticketId })
      return null
    }
    if (!['not-sent', 'not-answered', 'cannot-write'].includes(answer.error.code)) return null
    await pause(4_000 + world.draw(`visitor at ${terminalId}`) * 4_000)
  }
  return null
}
