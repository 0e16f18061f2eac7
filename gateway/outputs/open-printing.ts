import { nothingLive, plainReading } from '../views/plain-reading.ts'
import { slipsDue } from '../domain/slips/slips-due.ts'
import type { Logger } from 'pino'
import type { Printer } from '../contract/hall.ts'
import type { Link } from '../devices/link.ts'
import { encodeRasterList } from '../devices/printer/list-raster.ts'
import { encodeTextList } from '../devices/printer/list-text.ts'
import { receiptPrinter } from '../devices/printer/receipt-printer.ts'
import { type PrinterCondition, faultOf } from '../devices/printer/status.ts'
import { encodeTestPage } from '../devices/printer/test-page.ts'
import { encodeRasterWay, encodeTextWay } from '../devices/printer/way-slip.ts'
import { slipsLeft } from '../domain/slips/paper-roll.ts'
import type { Office } from '../office/office.ts'
import type { DeviceBoard } from '../board/device-board.ts'
import { openPrinterLink } from './open-printer-link.ts'
import { slipBytes } from './preview-slip.ts'
import { sampleSlip } from './sample-slip.ts'
import { type PrinterRunner, type SlipJob, type SlipPrinting, runPrinter } from './print-slips.ts'
import type { SimulatedPrinters } from './simulated-printers.ts'
import { type ListOrder, sheetOfList } from './sheet-of-list.ts'
import { type WayOrder, slipOfWay } from './slip-of-way.ts'
import { slipOfTicket, slipTime } from './slip-of-ticket.ts'

/** How long a printer may think, how long a slip may take, how often it is looked at between slips. */
export interface PrintingTimes {
  answerMs: number
  slipMs: number
  watchMs: number
  /** A printer that was just there is tried again for so long before it counts as gone. */
  reconnectMs: number
}
export const usualTimes: PrintingTimes = { answerMs: 1_000, slipMs: 15_000, watchMs: 1_000, reconnectMs: 1_500 }

export interface PrintingDeps {
  office: Office
  board: DeviceBoard
  simulated: SimulatedPrinters
  /** A device file on a terminal's own computer; null while its agent is away. */
  openAt(terminalId: string, path: string): Promise<Link | null>
  addressOf(): string
  /** By the hall's clock, epoch ms. */
  now(): number
  logger: Logger
  /** The board has changed. */
  invalidate(): void
  times: PrintingTimes
}

/** All printers of the hall, each driven by a runner of its own. */
export function openPrinting(deps: PrintingDeps): { start(): void; stop(): Promise<void> } {
  const { office, board, logger, times } = deps
  const { printers, timeZone } = office.hallModel.hall
  // Name and slip may be changed while the hall is open.
  const now = () => office.hallModel.hall
  const far = { simulatedPort: deps.simulated.portOf, openAt: deps.openAt }
  const conditions = new Map<string, PrinterCondition>()
  const reading = () =>
    plainReading({ hallModel: office.hallModel, state: office.state, now: deps.now(), live: nothingLive })
  /** Printers that told of themselves in an earlier run: their silence is a fault and no habit. */
  const everAnswered = new Set(
    [...board.memory()].flatMap(([id, { history }]) =>
      history.some(({ state }) => state === 'ok' || state === 'warning') ? [id] : [],
    ),
  )

  const jobs = (printerId: string): SlipJob[] =>
    slipsDue(office.state, printerId).flatMap(({ id, slip }) =>
      slip.state === 'queued' || slip.state === 'failed'
        ? [{ ticketId: id, copy: slip.copy, printerId, state: slip.state }]
        : [],
    )
  async function onCondition(printerId: string, condition: PrinterCondition): Promise<void> {
    const before = conditions.get(printerId)
    conditions.set(printerId, condition)
    // The near-end sensor flickers while the roll turns: only what was said twice is true.
    if (condition.paper !== null && before?.paper === condition.paper)
      await office.handle({ type: 'report-paper', printerId, paper: condition.paper }, 'printer', null)
    const left = condition.code === 'paper-low' ? slipsLeft(office.state.printers.rolls.get(printerId)) : null
    board.learn(printerId, { code: condition.code, detail: left === null ? null : String(left) })
    deps.invalidate()
  }
  async function handOver({ ticketId, copy, printerId }: SlipJob): Promise<void> {
    const standIn = printers.find((one) => one.id === printerId)?.fallback ?? null
    const known = standIn === null ? undefined : conditions.get(standIn)
    if (standIn === null || !known || faultOf(known.code) !== null || office.state.devices.off.has(standIn)) return
    await office.handle({ type: 'move-slip', ticketId, copy, printerId: standIn }, 'printer', null)
  }
  const bytesOf = async (printer: Printer, { ticketId }: SlipJob): Promise<Uint8Array> => {
    const ticket = office.state.line.tickets.get(ticketId)
    if (!ticket) throw new Error(`slip of a ticket that is gone: ${ticketId}`)
    const slip = slipOfTicket(reading(), ticket, deps.addressOf(), deps.now())
    return slipBytes(slip, printer, now().slip)
  }
  const printing = (printer: Printer): SlipPrinting => ({
    jobs,
    encode: (job) => bytesOf(printer, job),
    async begin({ ticketId, copy }) {
      const order = { type: 'report-slip', ticketId, copy, outcome: 'printing', fault: null } as const
      const answer = await office.handle(order, 'printer', null)
      // A disk that refuses is asked again at the next look and not a hundred times a second.
      if (!answer.ok && answer.code === 'cannot-write') throw new Error('the beginning of a slip could not be written')
      return answer.ok
    },
    async report(report) {
      const answer = await office.handle(report, 'printer', null)
      if (!answer.ok && answer.code === 'cannot-write') throw new Error('the report of a slip could not be written')
    },
    handOver,
    onCondition,
    isOff: (printerId) => office.state.devices.off.has(printerId),
    onBroken: (error) => logger.error({ printer: printer.id, error }, 'printing'),
  })
  const runners = new Map<string, PrinterRunner>(
    printers.map((printer) => {
      const open = (): Promise<Link | null> => openPrinterLink(printer.id, printer.link, far)
      const driver = receiptPrinter(open, printer.answers, times, everAnswered.has(printer.id))
      return [printer.id, runPrinter(printer.id, driver, printing(printer), times.watchMs)]
    }),
  )
  /** Something that is no slip: printed now or not at all. */
  async function printPage(printerId: string, name: string, page: (printer: Printer) => Uint8Array): Promise<void> {
    const printer = printers.find((one) => one.id === printerId)
    const result = printer && (await runners.get(printerId)?.printPage(async () => page(printer)))
    if (!result) return
    if (result.condition) await onCondition(printerId, result.condition)
    board.note(
      printerId,
      `${name}${{ printed: '打好了', failed: '没有打出来', unknown: '不确定打没打出来' }[result.outcome]}`,
    )
    deps.invalidate()
  }
  const printTestPage = (printerId: string): Promise<void> =>
    printPage(printerId, '测试页', ({ name, paperMm }) =>
      encodeTestPage({
        hallName: now().name,
        printer: `${printerId} ${name}`,
        time: slipTime(deps.now(), timeZone).text,
        columns: paperMm === 58 ? 32 : 48,
      }),
    )
  const printSample = (printerId: string): Promise<void> =>
    printPage(printerId, '样张', (printer) =>
      slipBytes(sampleSlip(office.hallModel, 'usual', deps.addressOf(), deps.now()), printer, now().slip),
    )
  const printList = (order: ListOrder): Promise<void> =>
    printPage(order.printerId, '材料清单', ({ paperMm, mode }) => {
      const sheet = sheetOfList(reading(), order, deps.addressOf(), deps.now())
      return mode === 'raster'
        ? encodeRasterList(sheet, paperMm === 80 ? 576 : 384)
        : encodeTextList(sheet, paperMm === 80 ? 48 : 32)
    })
  async function printWay(order: WayOrder): Promise<void> {
    const slip = slipOfWay(office.hallModel.hall, order, deps.addressOf(), deps.now())
    if (slip === null) return
    await printPage(order.printerId, '路线', ({ paperMm, mode }) =>
      mode === 'raster'
        ? encodeRasterWay(slip, paperMm === 80 ? 576 : 384)
        : encodeTextWay(slip, paperMm === 80 ? 48 : 32),
    )
  }

  return {
    start() {
      // In flight when the power went: nobody knows whether the paper came out, so a person is asked.
      for (const { id, slip } of office.state.line.tickets.values()) {
        if (slip.state === 'printing')
          void office.handle(
            { type: 'report-slip', ticketId: id, copy: slip.copy, outcome: 'unknown', fault: 'power-cut' },
            'printer',
            null,
          )
      }
      office.onFacts((events) => {
        for (const event of events) {
          if (event.type === 'device-switched-off' || event.type === 'device-switched-on')
            runners.get(event.deviceId)?.wake()
          if (event.type === 'slip-queued') runners.get(event.printerId)?.wake()
          if (event.type === 'slip-printed')
            board.count(office.state.line.tickets.get(event.ticketId)?.slip.printerId ?? '', '打出')
          if (event.type === 'slip-failed')
            board.count(office.state.line.tickets.get(event.ticketId)?.slip.printerId ?? '', '没打出')
          if (event.type === 'slip-unknown') logger.warn('a slip needs a person')
          if (event.type === 'test-page-ordered')
            void (event.what === 'slip' ? printSample(event.printerId) : printTestPage(event.printerId))
          if (event.type === 'list-ordered') void printList(event)
          if (event.type === 'way-ordered') void printWay(event)
        }
      })
      for (const runner of runners.values()) runner.wake()
    },
    async stop() {
      await Promise.all([...runners.values()].map((runner) => runner.stop()))
    },
  }
}
