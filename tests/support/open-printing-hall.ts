import pino from 'pino'
import type { Command } from '../../gateway/contract/commands.ts'
import type { Hall } from '../../gateway/contract/hall.ts'
import { momentIn } from '../../gateway/clock.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { type Office, openOffice } from '../../gateway/office/office.ts'
import type { DeviceBoard } from '../../gateway/board/device-board.ts'
import { quietBoard } from './quiet-board.ts'
import { followSwitches } from '../../gateway/board/follow-switches.ts'
import { openPrinting } from '../../gateway/outputs/open-printing.ts'
import { type SimulatedPrinters, simulatedPrinters } from '../../gateway/outputs/simulated-printers.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { tinyHallModel } from './tiny-hall.ts'

/** Printers answer as patiently as in life; they are looked at ten times as often. */
const quickTimes = { answerMs: 1_000, slipMs: 15_000, watchMs: 300, reconnectMs: 300 }
/** Longer than two looks. */
export const TWO_LOOKS_MS = 900

export interface PrintingHall {
  office: Office
  board: DeviceBoard
  simulated: SimulatedPrinters
  /** Takes a number at K1; its ticket id. */
  take(): Promise<string>
  close(): Promise<void>
}

/** The small hall with its printers at work: a real office, real TCP, simulated paper. */
export async function openPrintingHall(
  printers: (tiny: Hall['printers']) => Hall['printers'],
  plan: Hall['plan'] = [],
): Promise<PrintingHall> {
  const tiny = tinyHallModel()
  const hall = { ...tiny.hall, printers: printers(tiny.hall.printers), plan }
  const hallModel = buildHallModel(hall, [...tiny.matters.values()], true)
  const office = await openOffice({ hallModel, log: memoryLog(), moment: momentIn(hall.timeZone), answer: answerBody })
  const board = quietBoard(hall, (id) => office.state.devices.off.get(id) ?? null)
  followSwitches(office, board, () => {})
  const simulated = await simulatedPrinters(hall.printers, () => {})
  const parts = {
    openAt: async () => null,
    addressOf: () => 'http://127.0.0.1:8080',
    now: Date.now,
    logger: pino({ level: 'silent' }),
    invalidate: () => {},
  }
  const printing = openPrinting({ office, board, simulated, ...parts, times: quickTimes })
  printing.start()
  return {
    office,
    board,
    simulated,
    async take() {
      const order: Command = {
        type: 'take-ticket',
        matterId: null,
        queueId: 'B',
        terminalId: 'K1',
        priority: null,
        printer: null,
        missing: [],
        accessible: false,
      }
      const answer = await office.handle(order, 'test', null)
      return answer.ok ? (answer.body as { ticketId: string }).ticketId : ''
    },
    async close() {
      await printing.stop()
      await simulated.close()
    },
  }
}
