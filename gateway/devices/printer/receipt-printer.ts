import type { PrinterAnswers } from '../../contract/hall.ts'
import type { Link } from '../link.ts'
import { type Conversation, converse } from './conversation.ts'
import { ASK_RECEIPT, askStatus } from './escpos.ts'
import type { PrinterDriver, PrintResult } from './printer-driver.ts'
import { type ProofTimes, proofOf, waitForProof } from './proof.ts'
import { type PrinterCondition, conditionIn, conditionOf, faultOf, isReceiptByte, isStatusByte } from './status.ts'
import { monotonic, pause } from '../../time.ts'

export interface PrinterTimes extends ProofTimes {
  /**
   * Many printers refuse the next client for a moment after the last. Somebody's slip is tried again for so long; a mere question only until the
   * last client has been gone for so long, so that a printer that died is known soon.
   */
  reconnectMs: number
}

/** What was asked before the last unplug may be answered into the next conversation (usblp keeps it). */
const SETTLE_MS = 40
const RECONNECT_PAUSE_MS = 40

/**
 * One printer: asked before, proved after. The link is opened for each job, because most printers serve one client at a time.
 * `answers`: what this model answers at all. One that answers nothing is printed on in good faith: its slips count as printed
 * when the link took them, and its own state stays unknown. So is one that should answer and never did: `hasAnswered` says
 * whether it is known to, from an earlier run.
 */
export function receiptPrinter(
  open: () => Promise<Link | null>,
  answers: PrinterAnswers,
  times: PrinterTimes,
  hasAnswered: boolean,
): PrinterDriver {
  let before: Promise<unknown> = Promise.resolve()
  /** Nothing is under way from an earlier conversation: the last one ended well. */
  let isSettled = false
  let wasThere = true
  let leftAt = monotonic()
  let isKnownToAnswer = hasAnswered
  /** Asked twice, and silent both times: every further question would only keep a visitor waiting. */
  let isBlind = false
  let hasProved = false
  let neverProves = false

  /** One conversation at a time: a status question beside a slip would be refused by most printers, and look like a fault. */
  function withLink<T>(
    offline: T,
    isOffline: (result: T) => boolean,
    isGood: (result: T) => boolean,
    /** From when on its patience counts. */
    patientFrom: () => number,
    job: (talk: Conversation) => Promise<T>,
  ): Promise<T> {
    const mine = before.then(async () => {
      const until = wasThere ? patientFrom() + times.reconnectMs : 0
      for (;;) {
        const link = await open().catch(() => null)
        const result = link ? await overLink(link, isGood, job) : offline
        wasThere = !isOffline(result)
        if (wasThere) {
          leftAt = monotonic()
          return result
        }
        isSettled = false
        if (monotonic() >= until) return result
        await pause(RECONNECT_PAUSE_MS)
      }
    })
    before = mine.catch(() => {})
    return mine
  }
  async function overLink<T>(
    link: Link,
    isGood: (result: T) => boolean,
    job: (talk: Conversation) => Promise<T>,
  ): Promise<T> {
    let endedWell = false
    try {
      const result = await job(converse(link))
      endedWell = isGood(result)
      return result
    } finally {
      // What was given up must not come out of a send buffer when the cable is mended.
      if (endedWell) link.close()
      else link.reset()
    }
  }

  /** How it is, before anything is printed. */
  async function condition(talk: Conversation): Promise<PrinterCondition> {
    if (answers === 'nothing') return conditionIn('unwatched')
    if (!isSettled && !isBlind) await clearTheLine(talk)
    const first = await askAll(talk)
    isSettled = faultOf(first.code) === null
    if (isSettled) return first
    if (first.code === 'mute') {
      if (isKnownToAnswer) return first
      // One honest try more: then it is one of those that tell nothing of themselves.
      const again = isBlind ? first : await askAgain(talk)
      isBlind = again.code === 'mute'
      return isBlind ? conditionIn('never-answers') : again
    }
    if (first.code === 'offline') return first
    // An answer that comes late is read as the next one: that of question 1 (drawer, bit 2) as that of question 2 is an open cover.
    return askAgain(talk)
  }
  async function askAgain(talk: Conversation): Promise<PrinterCondition> {
    await clearTheLine(talk)
    return askAll(talk)
  }
  /** One question to learn how long an answer takes here, then silence for some times as long: whatever is still under way has come. */
  async function clearTheLine(talk: Conversation): Promise<void> {
    await talk.settle(SETTLE_MS, times.answerMs)
    const begun = monotonic()
    if (!(await talk.say(askStatus(4), times.answerMs)) || (await talk.hear(times.answerMs)) === null) return
    const quietMs = Math.max(SETTLE_MS, 3 * (monotonic() - begun))
    await talk.settle(quietMs, Math.max(2 * times.answerMs, quietMs))
  }
  async function askAll(talk: Conversation): Promise<PrinterCondition> {
    const said: (number | null)[] = [null, null, null, null]
    // Paper first: the one question that every clone answers. Silence there means silence everywhere.
    for (const question of answers === 'paper' ? ([4] as const) : ([4, 1, 2, 3] as const)) {
      talk.forget()
      const answer = (await talk.say(askStatus(question), times.answerMs)) ? await talk.hear(times.answerMs) : null
      if (answer !== null && !isStatusByte(answer)) return conditionIn('not-a-printer')
      if (question === 4 && answer === null) return conditionIn(talk.isGone() ? 'offline' : 'mute')
      isKnownToAnswer = true
      isBlind = false
      said[question - 1] = answer
    }
    const now = conditionOf(said)
    return now.code === 'ok' && neverProves ? { ...now, code: 'never-proves' } : now
  }

  async function proved(talk: Conversation, now: PrinterCondition): Promise<PrintResult> {
    const found = await waitForProof(talk, now, times)
    if (found.said === 'proof') {
      hasProved = true
      neverProves = false
    }
    // It told of itself all the time and found nothing amiss, and never once said that a slip is out.
    if (found.said === 'status' && found.result.fault === 'mute' && !hasProved) neverProves = true
    return found.result
  }
  /** Nobody will say when the last bytes arrived. */
  async function inGoodFaith(talk: Conversation, now: PrinterCondition): Promise<PrintResult> {
    // They may still be on their way, and closing would cut them off.
    const byte = await talk.hear(times.answerMs)
    if (byte !== null && answers === 'receipt' && isReceiptByte(byte)) {
      hasProved = true
      neverProves = false
      return proofOf(byte, now)
    }
    if (answers === 'nothing' || isBlind) return { outcome: 'printed', fault: null, condition: now }
    const after = await askAgain(talk)
    // Fallen silent since: how it is, is not known; that the link took the slip is.
    if (after.code === 'mute' || after.code === 'offline') return { outcome: 'printed', fault: null, condition: null }
    const fault = faultOf(after.code)
    return fault === null
      ? { outcome: 'printed', fault: null, condition: after }
      : { outcome: 'unknown', fault, condition: after }
  }

  return {
    ask: () =>
      withLink(
        conditionIn('offline'),
        ({ code }) => code === 'offline',
        ({ code }) => faultOf(code) === null,
        () => leftAt,
        condition,
      ),
    print: (slip, ready) =>
      withLink<PrintResult>(
        { outcome: 'failed', fault: 'offline', condition: conditionIn('offline') },
        ({ outcome, fault }) => outcome === 'failed' && fault === 'offline',
        ({ outcome }) => outcome === 'printed',
        monotonic,
        async (talk) => {
          const now = isBlind ? conditionIn('never-answers') : await condition(talk)
          const fault = faultOf(now.code)
          if (fault !== null) return { outcome: 'failed', fault, condition: now }
          const bytes = await slip()
          await ready()
          talk.forget()
          // From the first byte on, silence proves nothing.
          if (!(await talk.say(bytes, times.slipMs))) return { outcome: 'unknown', fault: 'offline', condition: null }
          // One that tells nothing of itself would perhaps print the question.
          if (answers !== 'receipt' || isBlind) return inGoodFaith(talk, now)
          if (!(await talk.say(ASK_RECEIPT, times.answerMs)))
            return { outcome: 'unknown', fault: 'offline', condition: null }
          return neverProves ? inGoodFaith(talk, now) : proved(talk, now)
        },
      ),
  }
}
