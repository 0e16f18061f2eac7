import type { Logger } from 'pino'
import type { Printer } from '../contract/hall.ts'
import type { StartView } from '../contract/views.ts'
import { type FakeFault, type FakePrinter, startFakePrinter } from '../devices/fake/fake-printer.ts'
import { receiptPrinter } from '../devices/printer/receipt-printer.ts'
import { encodeRasterSlip } from '../devices/printer/slip-raster.ts'
import { encodeTextSlip } from '../devices/printer/slip-text.ts'
import { openTcp } from '../devices/tcp-link.ts'
import type { Office } from '../office.ts'
import type { DeviceBoard } from './device-board.ts'
import { type SlipJob, runPrinter } from './print-slips.ts'
import { slipOfTicket } from './slip-of-ticket.ts'

export interface Printing {
  start(): void
  stop(): Promise<void>
  onNews(listener: () => void): void
  papers(): StartView['papers']
  paperOf(printerId: string): Buffer | null
  setFault(printerId: string, fault: FakeFault | null): boolean
}

const CONNECT_MS = 2_000
const TIMES = { answerMs: 1_000, slipMs: 15_000 }
const WATCH_MS = 3_000

/** All printers of the hall: simulated ones get their TCP server here, then every printer is driven the same way. */
export async function openPrinting({
  office,
  board,
  addressOf,
  logger,
}: {
  office: Office
  board: DeviceBoard
  addressOf: () => string
  logger: Logger
}): Promise<Printing> {
  const { printers } = office.house.hall
  const fakes = new Map<string, FakePrinter>()
  for (const { id, link, paperMm } of printers) {
    if (link.kind === 'simulated') fakes.set(id, await startFakePrinter({ width: paperMm === 80 ? 576 : 384 }))
  }
  let news = (): void => {}
  const addressOfPrinter = (printer: Printer): { host: string; port: number } =>
    printer.link.kind === 'tcp' ? printer.link : { host: '127.0.0.1', port: fakes.get(printer.id)?.port ?? 0 }

  const jobs = (printerId: string): SlipJob[] =>
    [...office.state.tickets.values()].flatMap(({ id, slip }) =>
      slip.printerId === printerId && (slip.state === 'queued' || slip.state === 'failed')
        ? [{ ticketId: id, copy: slip.copy, printerId, state: slip.state }]
        : [],
    )
  const runners = printers.map((printer) => {
    const encode = async ({ ticketId }: SlipJob): Promise<Uint8Array> => {
      const ticket = office.state.tickets.get(ticketId)
      if (!ticket) throw new Error(`slip of a ticket that is gone: ${ticketId}`)
      const slip = slipOfTicket(office.house, office.state, ticket, addressOf(), Date.now())
      const wide = printer.paperMm === 80
      return printer.mode === 'raster' ? encodeRasterSlip(slip, wide ? 576 : 384) : encodeTextSlip(slip, wide ? 48 : 32)
    }
    const { host, port } = addressOfPrinter(printer)
    return runPrinter(
      printer.id,
      receiptPrinter(() => openTcp(host, port, CONNECT_MS), TIMES),
      {
        jobs,
        encode,
        report: async (report) => {
          const answer = await office.handle(report, 'printer', null)
          // Without `printing` on disk nothing may leave for the paper.
          if (!answer.ok && answer.code !== 'already-so') throw new Error(`report refused: ${answer.code}`)
        },
        onCondition(id, { state, word }) {
          board.learn(id, state, word)
          news()
        },
      },
      WATCH_MS,
    )
  })
  const wakeAll = (): void => {
    for (const runner of runners) runner.wake()
  }
  for (const fake of fakes.values()) fake.onSlip(() => news())

  return {
    start() {
      // In flight when the power went: nobody knows whether the paper came out, so a person is asked.
      for (const { id, slip } of office.state.tickets.values()) {
        if (slip.state === 'printing')
          void office.handle({ type: 'report-slip', ticketId: id, copy: slip.copy, outcome: 'unknown', fault: 'power-cut' }, 'printer', null)
      }
      office.onFacts((events) => {
        if (events.some((event) => event.type === 'slip-queued')) wakeAll()
        if (events.some((event) => event.type === 'slip-unknown')) logger.warn('a slip needs a person')
      })
      wakeAll()
    },
    async stop() {
      await Promise.all(runners.map((runner) => runner.stop()))
      await Promise.all([...fakes.values()].map((fake) => fake.close()))
    },
    onNews: (listener) => void (news = listener),
    papers: () => [...fakes].map(([printerId, fake]) => ({ printerId, slips: fake.printed, faults: [...fake.faults] })),
    paperOf: (printerId) => fakes.get(printerId)?.slips.at(-1) ?? null,
    setFault(printerId, fault) {
      const fake = fakes.get(printerId)
      if (!fake) return false
      for (const one of ['paper-out', 'cover-open', 'cutter-jam', 'near-end', 'offline', 'mute'] as const) fake.set(one, one === fault)
      news()
      return true
    },
  }
}
