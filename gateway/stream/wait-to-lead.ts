import type { LogRow } from '../store/event-log.ts'
import { monotonic, pause } from '../time.ts'
import type { LeadDesk } from './lead-desk.ts'
import { isWrongSequence } from './stream-errors.ts'
import type { StreamLog } from './stream-log.ts'

export interface WaitDeps {
  desk: Pick<LeadDesk, 'ask'>
  log: Pick<StreamLog, 'catchUp' | 'takeOver'>
  /** Somebody leads: what he writes is followed from here on, until it is stopped. `isAlone`: nobody was heard when it was asked last. */
  follow(isAlone: () => boolean): { stop(): Promise<void> }
  /** What came in while the hall was taken over. */
  onRows(rows: readonly LogRow[]): void
  stopped(): boolean
}

const ASK_WITHIN_MS = 350
const ASK_EACH_MS = 100
/** A gateway that is gone hangs up; one that only lost its line is back by then. */
const GONE_MS = 500
/** One that stands still or was cut off is silent. */
const SILENT_MS = 1_500

/**
 * Resolves when this gateway leads the hall: at once where nobody does, else when the one before has gone, or was silent for so long. Whoever is
 * refused by the engine goes on following. False = it was told to stop.
 */
export async function waitToLead({ desk, log, follow, onRows, stopped }: WaitDeps): Promise<boolean> {
  let following: { stop(): Promise<void> } | null = null
  let since: number | null = null
  /** Somebody has led, or leads, as far as is known here. */
  let hasHeard = false
  for (;;) {
    if (stopped()) return false
    const askedAt = monotonic()
    const who = await desk.ask(ASK_WITHIN_MS)
    if (typeof who === 'object' || who === 'unknown') since = null
    else since ??= askedAt
    if (typeof who === 'object') {
      hasHeard = true
      following ??= follow(() => since !== null)
    }
    const patience = who === 'silent' ? SILENT_MS : who === 'nobody' && hasHeard ? GONE_MS : 0
    if (since !== null && monotonic() - since >= patience) {
      await following?.stop()
      following = null
      if (await tryToLead()) return true
      // Somebody was faster, and may not answer yet.
      hasHeard = true
      since = null
    }
    await pause(ASK_EACH_MS)
  }
  async function tryToLead(): Promise<boolean> {
    try {
      onRows(await log.catchUp())
      await log.takeOver()
      return true
    } catch (broken) {
      if (isWrongSequence(broken) || (broken as { code?: string }).code === 'STREAM_AWAY') return false
      throw broken
    }
  }
}
