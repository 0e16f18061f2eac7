import { keepDoing } from '../work/keep-doing.ts'
import type { Report, SlipFault } from '../contract/commands.ts'
import type { PrintResult, PrinterDriver } from '../devices/printer/printer-driver.ts'
import { type PrinterCondition, faultOf } from '../devices/printer/status.ts'

export interface SlipJob {
  ticketId: string
  copy: number
  printerId: string
  state: 'queued' | 'failed'
}
export type SlipReport = Extract<Report, { type: 'report-slip' }>

export interface SlipPrinting {
  /** What is still to print, oldest first: derived from the state, so that a crash forgets nothing. */
  jobs(printerId: string): SlipJob[]
  encode(job: SlipJob): Promise<Uint8Array>
  /** Writes down that the slip is being printed; false when it is not this printer's to print any more. */
  begin(job: SlipJob): Promise<boolean>
  /** Resolves when the report is on disk. */
  report(report: SlipReport): Promise<void>
  /** Gives a slip that has just failed to the printer that stands in, if one is well. */
  handOver(job: SlipJob): Promise<void>
  onCondition(printerId: string, condition: PrinterCondition): Promise<void>
  /** Somebody has set this printer aside: nothing is printed there, and it is left alone. */
  isOff(printerId: string): boolean
  /** Something threw that should not; it is tried again at the next look. */
  onBroken(error: unknown): void
}

export interface PrinterRunner {
  wake(): void
  /** Prints something that is no slip, between two slips; resolves with what became of it. */
  printPage(page: () => Promise<Uint8Array>): Promise<PrintResult>
  stop(): Promise<void>
}

const calledOff = Symbol('called off')
const notDrawn = Symbol('not drawn')

/**
 * One runner for each printer, so that a dead one delays nobody else. One slip at a time: asked, written down as `printing`,
 * printed, proved. A slip that certainly did not come out stays due and leaves when the printer is well again.
 */
export function runPrinter(
  printerId: string,
  printer: PrinterDriver,
  parts: SlipPrinting,
  pauseMs: number,
): PrinterRunner {
  let stopped = false
  let running: Promise<void> | null = null
  let again = false
  /** What became of a slip and could not be written down yet: only this process knows it. */
  let owed: SlipReport | null = null

  async function settle(report: SlipReport): Promise<void> {
    owed = report
    await parts.report(report)
    owed = null
  }
  async function printOne(job: SlipJob): Promise<PrintResult | null> {
    const encode = (): Promise<Uint8Array> => parts.encode(job).catch(() => Promise.reject(notDrawn))
    const ready = async (): Promise<void> => {
      if (!(await parts.begin(job))) throw calledOff
    }
    return printer.print(encode, ready).catch((stop: unknown): PrintResult | null => {
      if (stop === calledOff) return null
      // A slip that cannot be drawn goes to a person; it must not keep those behind it waiting.
      if (stop === notDrawn) return { outcome: 'unknown', fault: 'printer-error', condition: null }
      throw stop
    })
  }
  /** The rest waits until the printer says that it is well: asking for each would only fill the wire. */
  async function failTheRest(fault: SlipFault | null): Promise<void> {
    for (const job of parts.jobs(printerId)) {
      if (job.state !== 'queued') continue
      await settle({ type: 'report-slip', ticketId: job.ticketId, copy: job.copy, outcome: 'failed', fault })
      await parts.handOver(job)
    }
  }
  async function drain(): Promise<void> {
    if (owed) await settle(owed)
    if (parts.isOff(printerId)) return failTheRest('switched-off')
    for (
      let job = parts.jobs(printerId)[0];
      job && !stopped && !parts.isOff(printerId);
      job = parts.jobs(printerId)[0]
    ) {
      const result = await printOne(job)
      if (!result) {
        const [next] = parts.jobs(printerId)
        // Called off and still there: at once it would only be called off again.
        if (next?.ticketId === job.ticketId && next.copy === job.copy) return
        continue
      }
      const { outcome, fault, condition } = result
      await settle({ type: 'report-slip', ticketId: job.ticketId, copy: job.copy, outcome, fault })
      // Somebody stands at the first try; a slip that failed long ago would surprise whoever stands elsewhere.
      if (outcome === 'failed' && job.state === 'queued') await parts.handOver(job)
      await parts.onCondition(printerId, condition ?? (await printer.ask()))
      if (outcome === 'failed') await failTheRest(fault)
      if (outcome !== 'printed') return
    }
  }
  function wake(): void {
    again = true
    running ??= (async () => {
      while (again && !stopped) {
        again = false
        await drain().catch(parts.onBroken)
      }
      running = null
    })()
  }
  async function look(): Promise<void> {
    if (running !== null || stopped || parts.isOff(printerId)) return
    const condition = await printer.ask()
    await parts.onCondition(printerId, condition)
    if (owed || (faultOf(condition.code) === null && parts.jobs(printerId).length > 0)) wake()
  }
  const watch = keepDoing(pauseMs, look, parts.onBroken)
  return {
    wake,
    printPage: (page) => printer.print(page, async () => {}),
    async stop() {
      stopped = true
      watch.stop()
      await running
    },
  }
}
