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
  const draw = (): number => world.draw(`visitor at ${terminalId}`)
  if (wants === 'guide') void askForGuide(page, witness, terminalId, draw() < 0.5 ? 5_000 + draw() * 60_000 : null)
  for (let tries = 0; tries < 3; tries += 1) {
    const first = witness.order(page, terminalId, command)
    if (isHasty) void witness.order(page, terminalId, command)
    const answer = await first
    if (answer.ok) {
      const { token, ticketId } = answer.result as { token: string; ticketId: string }
      if (wants !== 'other-number') return token
      await pause(2_000 + draw() * 40_000)
      await witness.order(page, terminalId, { type: 'give-back-ticket', terminalId, ticketId })
      return null
    }
    if (!['not-sent', 'not-answered', 'cannot-write'].includes(answer.error.code)) return null
    await pause(4_000 + draw() * 4_000)
  }
  return null
}

/** Calls a guide, and goes away after so many ms if nobody came; null = stays. */
async function askForGuide(
  page: StormPage,
  witness: Witness,
  terminalId: string,
  leavesMs: number | null,
): Promise<void> {
  await witness.order(page, terminalId, { type: 'call-guide', terminalId, where: null })
  if (leavesMs === null) return
  await pause(leavesMs)
  await witness.order(page, terminalId, { type: 'leave-help', terminalId })
}
