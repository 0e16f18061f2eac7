import type { SlipFault } from '../../contract/commands.ts'
import type { PrinterAnswers } from '../../contract/hall.ts'
import type { Link } from '../link.ts'
import { type Conversation, converse } from './conversation.ts'
import { ASK_RECEIPT, askStatus } from './escpos.ts'
import {
  type PrinterCondition,
  conditionOf,
  faultCondition,
  isReceiptByte,
  isStatusByte,
  notAPrinter,
  paperInReceipt,
  unseenCondition,
} from './status.ts'

export interface PrintResult {
  /** failed = certain that nothing came out; unknown = a person must look. */
  outcome: 'printed' | 'failed' | 'unknown'
  fault: SlipFault | null
  /** What the printer said of itself; null = it must be asked anew. */
  condition: PrinterCondition | null
}
export interface ReceiptPrinter {
  ask(): Promise<PrinterCondition>
  /** `ready` is called when the printer said that it can print, before the first byte of the slip leaves. */
  print(slip: () => Promise<Uint8Array>, ready: () => Promise<void>): Promise<PrintResult>
}
export interface PrinterTimes {
  answerMs: number
  /** How long a slip may take until its in-order answer. */
  slipMs: number
}

/** What was asked before the last unplug may be answered into the next conversation (usblp keeps it). */
const SETTLE_MS = 40

/**
 * One printer: asked before, proved after. The link is opened for each job, because most printers serve one client at a time.
 * `answers`: what this model answers at all. One that answers nothing is printed on in good faith: its slips count as printed
 * when the link took them, and its own state stays unknown.
 */
export function receiptPrinter(
  open: () => Promise<Link | null>,
  answers: PrinterAnswers,
  times: PrinterTimes,
): ReceiptPrinter {
  let before: Promise<unknown> = Promise.resolve()
  /** Nothing is under way from an earlier conversation: the last one ended well. */
  let isSettled = false
  /** One conversation at a time: a status question beside a slip would be refused by most printers, and look like a fault. */
  function withLink<T>(offline: T, job: (talk: Conversation) => Promise<T>): Promise<T> {
    const mine = before.then(async () => {
      const link = await open().catch(() => null)
      if (!link) {
        isSettled = false
        return offline
      }
      try {
        return await job(converse(link))
      } finally {
        link.close()
      }
    })
    before = mine.catch(() => {})
    return mine
  }

  async function condition(talk: Conversation): Promise<PrinterCondition> {
    if (answers === 'nothing') return unseenCondition
    if (!isSettled) await clearTheLine(talk)
    const first = await askAll(talk)
    isSettled = first.fault === null
    if (isSettled || first.fault === 'mute') return first
    // An answer that comes late is read as the next one: that of question 1 (drawer, bit 2) as that of question 2 is an open cover.
    await clearTheLine(talk)
    return askAll(talk)
  }
  /** One question to learn how long an answer takes here, then silence for some times as long: whatever is still under way has come. */
  async function clearTheLine(talk: Conversation): Promise<void> {
    await talk.settle(SETTLE_MS, times.answerMs)
    const begun = performance.now()
    if (!(await talk.say(askStatus(4), times.answerMs)) || (await talk.hear(times.answerMs)) === null) return
    const quietMs = Math.max(SETTLE_MS, 3 * (performance.now() - begun))
    await talk.settle(quietMs, Math.max(2 * times.answerMs, quietMs))
  }
  async function askAll(talk: Conversation): Promise<PrinterCondition> {
    const said: (number | null)[] = [null, null, null, null]
    // Paper first: the one question that every clone answers. Silence there means silence everywhere.
    for (const question of answers === 'paper' ? ([4] as const) : ([4, 1, 2, 3] as const)) {
      talk.forget()
      const answer = (await talk.say(askStatus(question), times.answerMs)) ? await talk.hear(times.answerMs) : null
      if (answer !== null && !isStatusByte(answer)) return notAPrinter
      if (question === 4 && answer === null) return faultCondition('mute')
      said[question - 1] = answer
    }
    return conditionOf(said)
  }

  async function proof(talk: Conversation, before: PrinterCondition): Promise<PrintResult> {
    const until = performance.now() + times.slipMs
    // A status answer that came late has bit 4 set, the answer to GS r never: it must not pass for a proof.
    for (;;) {
      const byte = await talk.hear(Math.max(1, until - performance.now()))
      if (byte === null || performance.now() > until) return { outcome: 'unknown', fault: 'mute', condition: null }
      if (isStatusByte(byte)) continue
      if (!isReceiptByte(byte)) return { outcome: 'unknown', fault: 'printer-error', condition: notAPrinter }
      const paper = paperInReceipt(byte, before.paper)
      if (paper === 'out') return { outcome: 'unknown', fault: 'paper-out', condition: null }
      return { outcome: 'printed', fault: null, condition: { ...before, paper } }
    }
  }

  return {
    ask: () => withLink(faultCondition('offline'), condition),
    print: (slip, ready) =>
      withLink<PrintResult>(
        { outcome: 'failed', fault: 'offline', condition: faultCondition('offline') },
        async (talk) => {
          const before = await condition(talk)
          if (before.fault !== null) return { outcome: 'failed', fault: before.fault, condition: before }
          const bytes = await slip()
          await ready()
          talk.forget()
          // From the first byte on, silence proves nothing.
          if (!(await talk.say(bytes, times.slipMs))) return { outcome: 'unknown', fault: 'offline', condition: null }
          if (answers !== 'receipt') {
            // The last bytes may still be on their way, and closing would cut them off: nobody will say when they arrived.
            await talk.hear(times.answerMs)
            return { outcome: 'printed', fault: null, condition: before }
          }
          if (!(await talk.say(ASK_RECEIPT, times.answerMs)))
            return { outcome: 'unknown', fault: 'offline', condition: null }
          return proof(talk, before)
        },
      ),
  }
}
