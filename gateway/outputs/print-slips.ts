import type { Report } from '../contract/commands.ts'
import type { PrinterCondition } from '../devices/printer/status.ts'
import type { ReceiptPrinter } from '../devices/printer/receipt-printer.ts'

export interface SlipJob {
  ticketId: string
  copy: number
  printerId: string
  state: 'queued' | 'failed'
}
type SlipReport = Extract<Report, { type: 'report-slip' }>

export interface SlipPrinting {
  /** What is still to print, oldest first: derived from the state, so that a crash forgets nothing. */
  jobs(printerId: string): SlipJob[]
  encode(job: SlipJob): Promise<Uint8Array>
  /** Resolves when the report is on disk. */
  report(report: SlipReport): Promise<void>
  onCondition(printerId: string, condition: PrinterCondition): void
}

/**
 * One runner for each printer, so that a dead one delays nobody else. One slip at a time: asked, written down as `printing`,
 * printed, proved. A slip that certainly did not come out stays due and leaves when the printer is well again.
 */
export function runPrinter(printerId: string, printer: ReceiptPrinter, parts: SlipPrinting, pauseMs: number): { wake(): void; stop(): Promise<void> } {
  let stopped = false
  let running: Promise<void> | null = null
  let again = false

  async function drain(): Promise<void> {
    for (let job = parts.jobs(printerId)[0]; job && !stopped; job = parts.jobs(printerId)[0]) {
      const { ticketId, copy } = job
      const about = { type: 'report-slip', ticketId, copy } as const
      const encode = (): Promise<Uint8Array> => parts.encode(job as SlipJob)
      const printing = (): Promise<void> => parts.report({ ...about, outcome: 'printing', fault: null })
      // A slip that cannot be drawn goes to a person; it must not keep those behind it waiting.
      const { outcome, fault } = await printer.print(encode, printing).catch(() => ({ outcome: 'unknown', fault: 'printer-error' }) as const)
      await parts.report({ ...about, outcome, fault })
      if (outcome === 'printed') parts.onCondition(printerId, { state: 'ok', word: '正常', fault: null })
      else {
        parts.onCondition(printerId, await printer.ask())
        // The rest waits until the printer says that it is well: asking for each would only fill the wire.
        for (const waiting of parts.jobs(printerId))
          if (waiting.state === 'queued' && outcome === 'failed')
            await parts.report({ type: 'report-slip', ticketId: waiting.ticketId, copy: waiting.copy, outcome: 'failed', fault })
        return
      }
    }
  }
  function wake(): void {
    again = true
    running ??= (async () => {
      while (again && !stopped) {
        again = false
        await drain().catch(() => {})
      }
      running = null
    })()
  }
  const watch = setInterval(async () => {
    if (running !== null || stopped) return
    const condition = await printer.ask()
    parts.onCondition(printerId, condition)
    if (condition.fault === null && parts.jobs(printerId).length > 0) wake()
  }, pauseMs)
  return {
    wake,
    async stop() {
      stopped = true
      clearInterval(watch)
      await running
    },
  }
}
