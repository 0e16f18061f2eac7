import type { Conversation } from './conversation.ts'
import { askStatus } from './escpos.ts'
import type { PrintResult } from './printer-driver.ts'
import {
  type PrinterCode,
  type PrinterCondition,
  conditionIn,
  conditionOf,
  faultOf,
  isReceiptByte,
  isStatusByte,
  paperInReceipt,
} from './status.ts'
import { monotonic } from '../../time.ts'

export interface ProofTimes {
  answerMs: number
  /** How long a slip may take until its in-order answer. */
  slipMs: number
}
/** `said`: the proof itself, only how the printer is, or nothing that tells. */
export interface ProofFound {
  said: 'proof' | 'status' | 'nothing'
  result: PrintResult
}

/** Paper, cover, knife: what makes a head stand still in the middle of a slip. */
const QUESTIONS = [4, 2, 3] as const

/**
 * Waits for the answer in order to GS r. While it does not come the printer is asked how it is, which it answers at once: paper
 * that ended or a cover that was opened in mid-slip is told in a moment, and not as silence.
 */
export async function waitForProof(
  talk: Conversation,
  before: PrinterCondition,
  { answerMs, slipMs }: ProofTimes,
): Promise<ProofFound> {
  const until = monotonic() + slipMs
  const left = (): number => Math.max(1, until - monotonic())
  let nth = 0
  let isAsked = false
  let suspected: PrinterCode | null = null
  let said: ProofFound['said'] = 'nothing'
  const ask = async (): Promise<void> => {
    isAsked = await talk.say(askStatus(QUESTIONS[nth] ?? 4), Math.min(answerMs, left()))
  }
  while (monotonic() < until && !talk.isGone()) {
    const byte = await talk.hear(Math.min(answerMs, left()))
    if (byte === null) {
      await ask()
      continue
    }
    if (isReceiptByte(byte)) return { said: 'proof', result: proofOf(byte, before) }
    if (!isStatusByte(byte)) return unknown(said, conditionIn('not-a-printer'))
    // An answer to a question from before the slip, that came late.
    if (!isAsked) continue
    said = 'status'
    const now = conditionOf([1, 2, 3, 4].map((one) => (one === QUESTIONS[nth] ? byte : null)))
    // A fault is asked about twice: a late answer, read as that of another question, looks like one.
    if (faultOf(now.code) !== null && now.code === suspected) return unknown(said, now)
    const isFault = faultOf(now.code) !== null
    suspected = isFault ? now.code : null
    if (!isFault) nth = (nth + 1) % QUESTIONS.length
    isAsked = false
    if (isFault || nth > 0) await ask()
  }
  return { said: talk.isGone() ? 'nothing' : said, result: { outcome: 'unknown', fault: 'mute', condition: null } }
}

/** What the answer to GS r says: the slip is out, or the paper ended under it. */
export function proofOf(byte: number, before: PrinterCondition): PrintResult {
  const paper = paperInReceipt(byte, before.paper)
  if (paper === 'out') return { outcome: 'unknown', fault: 'paper-out', condition: conditionIn('paper-out') }
  const condition: PrinterCondition = { code: paper === 'low' ? 'paper-low' : 'ok', paper }
  return { outcome: 'printed', fault: null, condition }
}

const unknown = (said: ProofFound['said'], condition: PrinterCondition): ProofFound => ({
  said,
  result: { outcome: 'unknown', fault: faultOf(condition.code), condition },
})
