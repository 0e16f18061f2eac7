import { showOf } from './read-view.ts'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pino from 'pino'
import { lentList } from '../../gateway/agent/lent-list.ts'
import { openPageDoor } from '../../gateway/agent/page-door.ts'
import { runAgent } from '../../gateway/agent/run-agent.ts'
import { momentIn } from '../../gateway/clock.ts'
import type { Command } from '../../gateway/contract/commands.ts'
import { hall as hallShape } from '../../gateway/contract/hall.ts'
import type { Signal } from '../../gateway/contract/signals.ts'
import { type FakePrinter, startFakePrinter } from '../../gateway/devices/fake/fake-printer.ts'
import { samReader } from '../../gateway/devices/fake/sam-reader.ts'
import { simulatedHid } from '../../gateway/devices/fake/simulated-hid.ts'
import type { HidInfo, HidPort } from '../../gateway/devices/hid/hid-port.ts'
import { idCardReader } from '../../gateway/devices/reader/id-card-reader.ts'
import { encodePosReports } from '../../gateway/devices/scanner/hid-pos.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { openIdReaders } from '../../gateway/inputs/open-id-readers.ts'
import { openInputs } from '../../gateway/inputs/open-inputs.ts'
import { tellOfAgents } from '../../gateway/server/tell-of-agents.ts'
import { openOffice } from '../../gateway/office.ts'
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
import { blankPaper } from './blank-paper.ts'
import { tinyHallModel } from './tiny-hall.ts'

const PRINTERS = ['PR1', 'PR2', 'PR3', 'PR4', 'PR5', 'PR6'] as const
export type PrinterId = (typeof PRINTERS)[number]
const TERMINAL_OF = { PR1: 'K1', PR2: 'K2', PR3: 'K3', PR4: 'K4', PR5: 'K5', PR6: 'K6' } as const
const TOKENS: Readonly<Record<string, string>> = { 'token-of-k3': 'K3' }
const CARD_TIMES = { answerMs: 300, pauseMs: 50, mostPauseMs: 200, againMs: 500, clockMs: 3_600_000 }
const twin = (path: string): HidInfo => ({
  path,
  vendorId: 0x1209,
  productId: 1,
  serial: 'SAME',
  product: 'twin',
  usagePage: 0xff00,
  usage: 1,
  port: path,
})

/**
 * A hall with one of each device, the real drivers, sockets and office: PR1 the printer that fails, PR2 the one that must not feel
 * it, PR3 behind the agent of K3, PR4 a clone that answers nothing,
 * PR5 one that serves one client and refuses the next for a moment, PR6 one that answers nothing and of which the hall folder does not know; a pad, two scanners, a keypad, a panel.
 */
export async function openDeviceHall() {
  const tiny = tinyHallModel()
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
  const tcp = (id: PrinterId) => ({ kind: 'tcp', host: '127.0.0.1', port: fakes[id].port })
  const lent = `tcp:127.0.0.1:${fakes.PR3.port}`
  const simulated = { kind: 'simulated' }
  const panel = { heightMm: 708, topEdgeMm: 1400 }
  const hall = hallShape.parse({
    ...tiny.hall,
    terminals: PRINTERS.map((printer, nth) => ({
      id: TERMINAL_OF[printer],
      name: `${nth + 1} 号终端`,
      floor: '1',
      zone: '1A',
      printer,
      panel,
    })),
    printers: [
      { id: 'PR1', name: '1 号打印机', link: tcp('PR1'), mode: 'text' },
      { id: 'PR2', name: '2 号打印机', link: tcp('PR2'), mode: 'text' },
      { id: 'PR3', name: '3 号打印机', link: { kind: 'agent', terminal: 'K3', path: lent }, mode: 'text' },
      { id: 'PR4', name: '4 号打印机', link: tcp('PR4'), mode: 'text', answers: 'nothing' },
      { id: 'PR5', name: '5 号打印机', link: tcp('PR5'), mode: 'text' },
      { id: 'PR6', name: '6 号打印机', link: tcp('PR6'), mode: 'text' },
    ],
    panels: [
      { id: 'P1', name: '大门屏', width: 64, height: 16, card: { kind: 'bx6', link: simulated, colour: 'single' } },
    ],
    pads: [
      { id: 'PAD1', counter: '1', link: simulated, model: 'lit' },
      { id: 'PAD3', counter: '3', link: { kind: 'hid', at: 'K3', serial: 'SAME' }, model: 'lit' },
    ],
    scanners: [
      { id: 'SC1', terminal: 'K1', link: simulated },
      { id: 'SC2', terminal: 'K2', link: simulated },
    ],
    readers: [{ id: 'RD1', terminal: 'K1', enabled: true, link: simulated }],
    keypads: [{ id: 'KP1', terminal: 'K1', link: simulated }],
  })
  const hallModel = buildHallModel(hall, [...tiny.matters.values()], true)
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
  const actorOf = (token: string) => (TOKENS[token] ? { name: TOKENS[token], roles: ['terminal' as const] } : null)
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
    board,
    simulated: hid,
    hidAt: agents.hidAt,
    isLending: (id: string) => agents.at(id) !== null,
    checkIn: null,
    rate: null,
    isLearning: () => false,
    now: Date.now,
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
  /** What the page of K3 asks of its own computer. */
  const openDoor = async (port: number) => {
    let taken = false
    const own = { terminal: 'K3', token: 'token-of-k3' }
    const state = async () => ({ terminal: 'K3', gateway: 'lending' as const, since: 0, devices: await k3List.now() })
    const door = await openPageDoor({ port, origins: [url], own, state, onTaken: () => void (taken = true) })
    return { ...door, taken: () => taken }
  }
  printing.start()

  /** What is plugged into K3's computer. */
  let atK3: HidInfo[] = []
  let mayOpen = true
  const changed = new Set<() => void>()
  const hidOfK3: HidPort = {
    list: async () => atK3,
    open: async () =>
      mayOpen
        ? { write: async () => {}, sendFeature: async () => {}, onReport: nothing, onGone: nothing, close: nothing }
        : null,
    onChange: (listener) => void changed.add(listener),
  }
  const k3List = lentList(hidOfK3)
  let door = await openDoor(0)
  const doorPort = door.port() ?? 0
  const startAgent = (instance: string) =>
    runAgent({
      gateway: url,
      terminal: 'K3',
      token: 'token-of-k3',
      instance,
      version: 'test',
      system: 'test',
      sealed: true,
      also: [lent],
      hid: hidOfK3,
      lentList: k3List,
      now: Date.now,
      onState: nothing,
    })
  let agent: ReturnType<typeof runAgent> | null = startAgent('instance-one')
  const others: ReturnType<typeof runAgent>[] = []

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
    door: {
      port: doorPort,
      isOpen: () => !door.taken(),
      async restart() {
        door.close()
        door = await openDoor(doorPort)
      },
      close: () => door.close(),
    },
    cardPort: () => ledCards.portOf('P1'),
    card: () => ledCards.cardOf('P1'),
    scan: (id: string, text: string) => hid.say(id, encodePosReports(new TextEncoder().encode(text))),
    stopAgent() {
      agent?.close()
      agent = null
    },
    startAgent: () => void (agent ??= startAgent('instance-one')),
    startSecondAgent: () => void others.push(startAgent('instance-two')),
    stopSecondAgent: () => others.pop()?.close(),
    plugIntoK3(paths: string[], canBeOpened: boolean) {
      atK3 = paths.map(twin)
      mayOpen = canBeOpened
      for (const listener of changed) listener()
    },
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
      agent?.close()
      for (const one of others) one.close()
      inputs.close()
      idReaders.close()
      door.close()
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
