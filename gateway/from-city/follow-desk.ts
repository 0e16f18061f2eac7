import type { PushReceipt, SentPush } from '../contract/city-push.ts'
import { ownReceipts, readDeskStream, sendReceipt } from '../stream/city-desk-stream.ts'
import type { StreamLine } from '../stream/connect-stream.ts'
import { pause } from '../time.ts'
import { type CarryOutDeps, carryOutPush } from './carry-out-push.ts'

export interface FollowDeskDeps extends Omit<CarryOutDeps, 'receiptOf'> {
  line: Pick<StreamLine, 'client' | 'manager'>
  stopped(): boolean
  onBroken(error: unknown): void
}

const AGAIN_AFTER_MS = 1_000

/**
 * Carries out what the city sends, one version after the other, and says of each what became of it. What was done before is known from this hall's own receipts:
 * nothing is kept here.
 */
export async function followDesk({ line, stopped, onBroken, ...deps }: FollowDeskDeps): Promise<void> {
  const receipts = new Map<number, PushReceipt>()
  const receiptOf = (version: number): PushReceipt | null => receipts.get(version) ?? null
  const open = new Map<number, SentPush>()
  let place = 0
  const isForUs = ({ halls }: SentPush): boolean => halls === null || halls.includes(deps.hallId)

  async function carryOut(): Promise<void> {
    for (const push of [...open.values()].toSorted((one, other) => one.version - other.version)) {
      if (stopped()) return
      if (receipts.has(push.version)) {
        open.delete(push.version)
        continue
      }
      const receipt = await carryOutPush(push, { ...deps, receiptOf })
      await sendReceipt(line, receipt)
      receipts.set(push.version, receipt)
      open.delete(push.version)
    }
  }
  while (!stopped()) {
    try {
      for (const receipt of await ownReceipts(line, deps.hallId)) receipts.set(receipt.version, receipt)
      // What was read and could not be done before the line went.
      await carryOut()
      await readDeskStream(
        line,
        place,
        'sent',
        async (message, at) => {
          if (message?.kind === 'sent' && isForUs(message.push)) open.set(message.push.version, message.push)
          place = at
          await carryOut()
        },
        stopped,
      )
    } catch (broken) {
      onBroken(broken)
    }
    await pause(AGAIN_AFTER_MS)
  }
}
