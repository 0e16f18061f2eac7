import type { SlipFault } from '../../contract/commands.ts'
import type { Link } from '../link.ts'
import { ASK_RECEIPT, askStatus } from './escpos.ts'
import { type PrinterCondition, conditionOf, faultCondition, isReceiptByte, isStatusByte } from './status.ts'

export interface PrintResult {
  /** failed = certain that nothing came out; unknown = a person must look. */
  outcome: 'printed' | 'failed' | 'unknown'
  fault: SlipFault | null
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

/** One printer: asked before, proved after. The link is opened for each job, because most printers serve one client at a time. */
export function receiptPrinter(open: () => Promise<Link | null>, times: PrinterTimes): ReceiptPrinter {
  let before: Promise<unknown> = Promise.resolve()
  /** One conversation at a time: a status question beside a slip would be refused by most printers, and look like a fault. */
  function withLink<T>(offline: T, job: (link: Link, nextByte: (ms: number) => Promise<number | null>) => Promise<T>): Promise<T> {
    const mine = before.then(() => converse(offline, job))
    before = mine.catch(() => {})
    return mine
  }
  async function converse<T>(offline: T, job: (link: Link, nextByte: (ms: number) => Promise<number | null>) => Promise<T>): Promise<T> {
    const link = await open().catch(() => null)
    if (!link) return offline
    const heard: number[] = []
    let wake: (() => void) | null = null
    let gone = false
    link.onData((bytes) => {
      heard.push(...bytes)
      wake?.()
    })
    link.onClose(() => {
      gone = true
      wake?.()
    })
    const nextByte = async (ms: number): Promise<number | null> => {
      if (heard.length === 0 && !gone) {
        await new Promise<void>((resolve) => {
          const late = setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(late)
            resolve()
          }
        })
        wake = null
      }
      return heard.shift() ?? null
    }
    try {
      return await job(link, nextByte)
    } finally {
      link.close()
    }
  }

  async function condition(link: Link, nextByte: (ms: number) => Promise<number | null>): Promise<PrinterCondition> {
    const answers: (number | null)[] = []
    // Paper first: the one question that every clone answers. Silence there means silence everywhere.
    for (const question of [4, 1, 2, 3] as const) {
      const said = await link.write(askStatus(question)).then(
        () => nextByte(times.answerMs),
        () => null,
      )
      const answer = said !== null && isStatusByte(said) ? said : null
      answers[question - 1] = answer
      if (question === 4 && answer === null) return faultCondition('mute')
    }
    return conditionOf(answers)
  }

  return {
    ask: () => withLink(faultCondition('offline'), condition),
    print: (slip, ready) =>
      withLink<PrintResult>({ outcome: 'failed', fault: 'offline' }, async (link, nextByte) => {
        const before = await condition(link, nextByte)
        if (before.fault !== null) return { outcome: 'failed', fault: before.fault }
        const bytes = await slip()
        await ready()
        const sent = await link
          .write(bytes)
          .then(() => link.write(ASK_RECEIPT))
          .then(
            () => true,
            () => false,
          )
        // From the first byte on, silence proves nothing.
        if (!sent) return { outcome: 'unknown', fault: 'offline' }
        let receipt = await nextByte(times.slipMs)
        // A status answer that came late has bit 4 set, the answer to GS r never: it must not pass for a proof.
        while (receipt !== null && !isReceiptByte(receipt)) receipt = await nextByte(times.slipMs)
        if (receipt === null) return { outcome: 'unknown', fault: 'mute' }
        // GS r 1: bits 2+3 paper end.
        return receipt & 0x0c ? { outcome: 'unknown', fault: 'paper-out' } : { outcome: 'printed', fault: null }
      }),
  }
}
