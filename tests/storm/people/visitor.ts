import type { Command } from '../../../gateway/contract/commands.ts'
import type { StormPage } from '../page.ts'
import { pause } from '../seams/storm-time.ts'
import type { Witness } from '../witness.ts'
import type { World } from '../world.ts'

export interface VisitorWish {
  terminalId: string
  queueId: string
  /** Presses again before anything has come. */
  isHasty: boolean
  isAccessible: boolean
}

/** Somebody at a terminal takes a number; who is refused for a reason that may pass tries twice more. Gives the token, null = none. */
export async function takeNumber(
  world: World,
  page: StormPage,
  witness: Witness,
  wish: VisitorWish,
): Promise<string | null> {
  const { terminalId, queueId, isHasty, isAccessible } = wish
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
  for (let tries = 0; tries < 3; tries += 1) {
    const first = witness.order(page, terminalId, command)
    if (isHasty) void witness.order(page, terminalId, command)
    const answer = await first
    if (answer.ok) return String((answer.result as { token: string }).token)
    if (!['not-sent', 'not-answered', 'cannot-write'].includes(answer.error.code)) return null
    await pause(4_000 + world.draw(`visitor at ${terminalId}`) * 4_000)
  }
  return null
}
