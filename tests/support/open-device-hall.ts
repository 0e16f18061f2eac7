import { showOf } from './read-view.ts'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pino from 'pino'
import { momentIn } from '../../gateway/clock.ts'
import type { Command } from '../../gateway/contract/commands.ts'
import type { Signal } from '../../gateway/contract/signals.ts'
import { type FakePrinter, startFakePrinter } from '../../gateway/devices/fake/fake-printer.ts'
import { samReader } from '../../gateway/devices/fake/sam-reader.ts'
import { simulatedHid } from '../../gateway/devices/fake/simulated-hid.ts'
import { idCardReader } from '../../gateway/devices/reader/id-card-reader.ts'
import { encodePosReports } from '../../gateway/devices/scanner/hid-pos.ts'
import { openIdReaders } from '../../gateway/inputs/open-id-readers.ts'
import { openInputs } from '../../gateway/inputs/open-inputs.ts'
import { tellOfAgents } from '../../gateway/server/tell-of-agents.ts'
import { openOffice } from '../../gateway/office/office.ts'
import { quietBoard } from './quiet-board.ts'
import { simulatedInputs } from '../../gateway/board/input-rows.ts'
import { followSwitches } from '../../gateway/board/follow-switches.ts'
import { openPrinting } from '../../gateway/outputs/open-printing.ts'
import { openPainting } from '../../gateway/outputs/paint-led.ts'
import { simulatedLedCards } from '../../gateway/outputs/simulated-led-cards.ts'
import { simulatedPrinters } from '../../gateway/outputs/simulated-printers.ts'
import { openAgentDoor } from '../../gateway/server/agent-door.ts'
import { openUpgradeDoor } from '../../gateway/server/upgrade-door.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { computerOfK3 } from './computer-of-k3.ts'
import { blankPaper } from './blank-paper.ts'
import { PRINTERS, type PrinterId, TERMINAL_OF, deviceHallModel, lentPath } from './device-hall-model.ts'
import { bearer } from '../../gateway/rights/actor.ts'
import { orderDoor } from '../../gateway/rights/order-door.ts'

const TOKENS: Readonly<Record<string, string>> = { 'token-of-k3': 'K3' }
const CARD_TIMES = { answerMs: 300, pauseMs: 50, mostPauseMs: 200, againMs: 500, clockMs: 3_600_000 }
/**
 * A hall with one of each device, the real drivers, sockets and office: PR1 the printer that fails, PR2 the one that must not feel
 * it, PR3 behind the agent of K3, PR4 a clone that answers nothing,
 * PR5 one that serves one client and refuses the next for a moment, PR6 one that answers nothing and of which the hall folder does not know; a pad, two scanners, a keypad, a panel.
 */
export async function openDeviceHall() {
  const fakes = Object.fromEntries(
    await Promise.all(
      PRINTERS.map(
        async (id): Promise<[string, FakePrinter]> => [
          id,
          await startFakePrinter({
            port: 0,
            width: 576,
            openPaper: blankPaper,
            habits: id === 'PR5' ? ['one-client'] : [],
          }),
        ],
      ),
    ),
  ) as Record<PrinterId, FakePrinter>
  fakes.PR6.set('mute', true)
  const hallModel = deviceHallModel((printer) => fakes[printer].port)
  const { hall } = hallModel
  const moment = momentIn(hall.timeZone)
  const office = await openOffice({ hallModel, log: memoryLog(), moment, answer: answerBody })
  const board = quietBoard(hall, (id) => office.state.devices.off.get(id) ?? null)
  followSwitches(office, board, () => {})
  const logger = pino({ level: 'silent' })
  const nothing = (): void => {}
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const terminals = hall.terminals.map(({ id }) => id)
  const actorOf = (token: string) => (TOKENS[token] ? bearer(TOKENS[token], ['terminal']) : null)
  const upgrades = openUpgradeDoor(server, { refusalOf: () => null, onBroken: nothing })
  const agents = openAgentDoor(upgrades, {
    actorOf,
    terminals,
    now: Date.now,
    ticks: () => performance.now(),
    onBroken: nothing,
    refusalMs: 4_000,
  })
  tellOfAgents(agents, terminals, board, nothing)
  const printing = openPrinting({
    office,
    board,
    simulated: await simulatedPrinters([], nothing),
    addressOf: () => url,
    now: Date.now,
    logger,
    invalidate: nothing,
    openAt: (terminal, path) => agents.at(terminal)?.openBytes(path, 115_200) ?? Promise.resolve(null),
    times: { answerMs: 250, slipMs: 5_000, watchMs: 250, reconnectMs: 300 },
  })
  const ledCards = await simulatedLedCards(hall.panels, nothing)
  const painting = openPainting(
    {
      office,
      board,
      simulatedPort: ledCards.portOf,
      moment,
      logger,
      media: { find: () => null },
      watch: showOf(office).watch,
      invalidate: nothing,
    },
    CARD_TIMES,
  )
  const hid = simulatedHid(simulatedInputs(hall))
  const inputs = openInputs({
    office,
    giveOrder: orderDoor(office),
    board,
    simulated: hid,
    hidAt: agents.hidAt,
    isLending: (id: string) => agents.at(id) !== null,
    checkIn: null,
    rate: null,
    isLearning: () => false,
    now: Date.now,
    monotonic: () => performance.now(),
    newId: randomUUID,
    invalidate: nothing,
    onBroken: nothing,
  })
  /** The card reader of K1, plugged in or not, with the real driver. */
  let sam = samReader()
  let isReaderIn = true
  const idReaders = openIdReaders({
    readers: hall.readers,
    board,
    invalidate: nothing,
    now: Date.now,
    tell: inputs.tell,
    open: async () =>
      isReaderIn ? idCardReader(sam.link, { pollMs: 50, answerMs: 150, readMs: 300, askAgainMs: 200 }) : null,
    keyOfToday: () => new Uint8Array(32).fill(7),
  })
  printing.start()

  const k3 = await computerOfK3(url, lentPath(fakes.PR3.port))

  const order = (command: Command) => office.handle(command, 'test', randomUUID())
  const view = (id: string) => board.views().find((one) => one.id === id)
  async function take(printer: PrinterId): Promise<string> {
    const wish = {
      matterId: null,
      queueId: 'B',
      terminalId: TERMINAL_OF[printer],
      priority: null,
      printer: null,
      missing: [],
      accessible: false,
    }
    const answer = await order({ type: 'take-ticket', ...wish })
    if (!answer.ok) throw new Error(`no number: ${answer.code}`)
    return (answer.body as { ticketId: string }).ticketId
  }
  const slipOf = (ticketId: string) => office.state.line.tickets.get(ticketId)?.slip
  const signals = (terminal: string): Signal[] => inputs.signalsOf(terminal).signals
  async function until(isSo: () => boolean, what: string, ms = 50_000): Promise<void> {
    for (const end = performance.now() + ms; !isSo(); await pause(2))
      if (performance.now() > end)
        throw new Error(
          `never came: ${what}\n${board
            .views()
            .map(({ id, word }) => `${id} ${word}`)
            .join(', ')}`,
        )
  }
  const median = (list: number[]): number => list.toSorted((one, other) => one - other)[list.length >> 1] ?? 0
  async function time(work: () => Promise<void>, times: number): Promise<number> {
    const took: number[] = []
    for (let nth = 0; nth < times; nth += 1) {
      const begun = performance.now()
      await work()
      took.push(performance.now() - begun)
    }
    return median(took)
  }
  return {
    office,
    hallModel,
    board,
    fakes,
    hid,
    agents,
    order,
    view,
    take,
    slipOf,
    signals,
    until,
    reader: {
      set: (fault: 'mute' | 'garbage', on: boolean) => (fault === 'mute' ? sam.setMute(on) : sam.setGarbage(on)),
      plug(isIn: boolean) {
        isReaderIn = isIn
        if (isIn) sam = samReader()
        else sam.unplug()
      },
      /** The visitor agrees and lays the card on. */
      ask: () => idReaders.read('K1'),
      leave: () => idReaders.stop('K1'),
    },
    k3,
    cardPort: () => ledCards.portOf('P1'),
    card: () => ledCards.cardOf('P1'),
    scan: (id: string, text: string) => hid.say(id, encodePosReports(new TextEncoder().encode(text))),
    /** How long the devices that are well take now, in ms: a slip from the press to its proof, a scan until the page is told. */
    async pace(): Promise<{ slip: number; scan: number }> {
      const slip = await time(async () => {
        const ticketId = await take('PR2')
        await until(() => slipOf(ticketId)?.state === 'printed', 'the slip of the printer that is well')
      }, 5)
      const scan = await time(async () => {
        const before = signals('K2').at(-1)?.nth ?? 0
        hid.say('SC2', encodePosReports(new TextEncoder().encode('licence')))
        await until(() => (signals('K2').at(-1)?.nth ?? 0) > before, 'the scan of the scanner that is well')
      }, 5)
      return { slip, scan }
    },
    async close() {
      inputs.close()
      idReaders.close()
      k3.close()
      agents.close()
      await printing.stop()
      await painting.stop()
      await ledCards.close()
      server.closeAllConnections()
      server.close()
      await Promise.all(Object.values(fakes).map((fake) => fake.close()))
    },
  }
}
export type DeviceHall = Awaited<ReturnType<typeof openDeviceHall>>
