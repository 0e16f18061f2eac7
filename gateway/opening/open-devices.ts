import { nothingLive, plainReading } from '../views/plain-reading.ts'
import type { Logger } from 'pino'
import type { Audience } from '../audience.ts'
import { type DeviceBoard, deviceBoard } from '../board/device-board.ts'
import { type DisplayWatch, displayWatch } from '../board/display-watch.ts'
import { followSwitches } from '../board/follow-switches.ts'
import { simulatedInputs } from '../board/input-rows.ts'
import { keepBoard } from '../board/keep-board.ts'
import { type KeepPlays, keepPlays } from '../board/keep-plays.ts'
import { mayBeOff } from '../board/may-be-off.ts'
import { dayAt } from '../contract/hall-time.ts'
import { type SimulatedHid, simulatedHid } from '../devices/fake/simulated-hid.ts'
import { type SimulatedReaders, simulatedReaders } from '../devices/fake/simulated-readers.ts'
import { checkInByScan } from '../inputs/check-in-by-scan.ts'
import { type LearnPads, learnPads } from '../inputs/learn-pads.ts'
import { type Inputs, openInputs } from '../inputs/open-inputs.ts'
import { readersBy } from '../inputs/open-reader.ts'
import { rateVisit } from '../inputs/rate-visit.ts'
import { type IdReaders, openIdReaders } from '../inputs/open-id-readers.ts'
import type { Records } from './open-records.ts'
import { orderDoor } from '../rights/order-door.ts'
import { callForIdle } from '../outputs/call-for-idle.ts'
import { openPrinting, usualTimes } from '../outputs/open-printing.ts'
import { openPainting } from '../outputs/paint-led.ts'
import { type SimulatedLedCards, simulatedLedCards } from '../outputs/simulated-led-cards.ts'
import { type SimulatedPrinters, simulatedPrinters } from '../outputs/simulated-printers.ts'
import { keepEscalations } from '../outputs/keep-escalations.ts'
import type { AgentDoor } from '../server/agent-door.ts'
import type { PagePresence } from '../server/page-presence.ts'
import type { StrangerGuards } from '../server/stranger-guards.ts'
import { tellOfAgents } from '../server/tell-of-agents.ts'
import type { Trouble } from './open-trouble.ts'
import { noticesOn } from '../views/notice-view.ts'
import { keepDoing } from '../work/keep-doing.ts'
import { soon } from '../work/soon.ts'
import { newId } from '../time.ts'

const PAGES_LOOK_MS = 5_000
/** Of a printer on a terminal's serial line; USB ones have no rate. */
const LENT_BAUD = 115_200

export interface DevicesDeps {
  records: Records
  /** The computers of the terminals, with what they lend. */
  agents: AgentDoor
  audience: Audience
  /** Which of the hall's own pages are there. */
  presence: Pick<PagePresence, 'isThere' | 'onChange'>
  guards: Pick<StrangerGuards, 'monotonic'>
  demo: boolean
  /** Where a phone reaches this gateway; known once it listens. */
  addressOf(): string
  logger: Logger
  trouble: Trouble
  now(): number
}
export interface Devices {
  board: DeviceBoard
  watch: DisplayWatch
  kept: KeepPlays
  inputs: Inputs
  idReaders: IdReaders
  learning: LearnPads
  /** What stands for a device that is only simulated. */
  simulated: {
    printers: SimulatedPrinters
    ledCards: SimulatedLedCards
    hid: SimulatedHid
    readers: SimulatedReaders
  }
  /** Printers take up their work, other systems are told, idle counters call: once the gateway is reached. */
  start(): void
}

/** The board of all devices, what acts on the hall's state, and what speaks to it. */
export async function openDevices(deps: DevicesDeps, stack: AsyncDisposableStack): Promise<Devices> {
  const { records, agents, audience, presence, guards, demo, addressOf, logger, trouble, now } = deps
  const { office, moment, media } = records
  const { hall } = office.hallModel
  const invalidate = (): void => audience.invalidate()

  /** What the board learns while a view is made must be told afterwards; all else at once, or a sweep between finds the old view. */
  let isNews = false
  const tellNews = (): void => {
    if (isNews) invalidate()
    isNews = false
  }
  const tellSoon = soon(tellNews)
  const board = deviceBoard({
    hall,
    isListening: presence.isThere,
    isHeard: (topic) => audience.audience(topic) > 0,
    mayBeOff: (row) => mayBeOff(office, row, moment()),
    offOf: (id) => office.state.devices.off.get(id) ?? null,
    remembered: records.deviceMemory.load(),
    onNews() {
      isNews = true
      tellSoon()
    },
    boundTo: (padId) => office.state.pads.taught.get(padId)?.counterId ?? null,
    now,
  })
  followSwitches(office, board, invalidate)
  const terminals = hall.terminals.map(({ id }) => id)
  tellOfAgents(agents, terminals, board, invalidate)

  const printers = await simulatedPrinters(hall.printers, invalidate)
  stack.defer(() => printers.close())
  const ledCards = await simulatedLedCards(demo ? hall.panels : [], invalidate)
  stack.defer(() => ledCards.close())
  const painting = openPainting({
    office,
    board,
    simulatedPort: ledCards.portOf,
    moment,
    logger,
    media,
    watch: audience.watch,
    invalidate,
  })
  stack.defer(() => painting.stop())
  const printing = openPrinting({
    office,
    now,
    board,
    simulated: printers,
    openAt: (terminal, path) => agents.at(terminal)?.openBytes(path, LENT_BAUD) ?? Promise.resolve(null),
    addressOf,
    logger,
    invalidate,
    times: usualTimes,
  })
  stack.defer(() => printing.stop())

  const hid = simulatedHid(simulatedInputs(hall))
  const learning = learnPads(guards.monotonic)
  const giveOrder = orderDoor(office)
  const inputs = openInputs({
    office,
    giveOrder,
    board,
    simulated: hid,
    hidAt: agents.hidAt,
    isLending: (id) => agents.at(id) !== null,
    checkIn: checkInByScan(giveOrder),
    rate: rateVisit(giveOrder),
    isLearning: learning.isLearning,
    now,
    monotonic: guards.monotonic,
    newId: newId,
    invalidate,
    onBroken: trouble.at('inputs'),
  })
  stack.defer(() => inputs.close())
  const readers = simulatedReaders(hall.readers)
  const idReaders = openIdReaders({
    readers: hall.readers,
    board,
    invalidate,
    now: guards.monotonic,
    tell: inputs.tell,
    open: readersBy(
      readers.linkOf,
      (terminal, path, baudRate) => agents.at(terminal)?.openReader(path, baudRate) ?? Promise.resolve(null),
    ),
    keyOfToday: () => records.identities.keyOf(moment().day),
  })
  stack.defer(() => idReaders.close())

  const kept = keepPlays(records.plays, (error) => logger.error({ error }, 'plays'))
  stack.defer(() => kept.stop())
  const watch = displayWatch({
    hall,
    board,
    onPlay: kept.add,
    hangingOn(screenId) {
      const zones = hall.screens.find(({ id }) => id === screenId)?.zones ?? []
      const { hallModel, state } = office
      const reading = plainReading({ hallModel, state, now: now(), live: nothingLive })
      const { notices, media } = noticesOn(reading, { kind: 'screen', id: screenId, zones })
      return new Set([...notices, ...media].map(({ id }) => id))
    },
    dayOf: (at) => dayAt(at, hall.timeZone),
    now,
    monotonic: guards.monotonic,
  })
  // Written before anything is let go, so that the closing of devices is nothing that is remembered of them.
  const keptBoard = keepBoard(board, records.deviceMemory, (error) => logger.error({ error }, 'device board'))
  stack.defer(() => keptBoard.stop())
  // A page that has gone is missed also when nobody looks at the board.
  const lookAtBoard = (): void => {
    trouble.look()
    board.look()
    tellNews()
  }
  presence.onChange(soon(lookAtBoard))
  const lookForPages = keepDoing(PAGES_LOOK_MS, lookAtBoard, trouble.at('board'))
  stack.defer(lookForPages.stop)
  trouble.showOn(board, keptBoard.stop)

  return {
    board,
    watch,
    kept,
    inputs,
    idReaders,
    learning,
    simulated: { printers, ledCards, hid, readers },
    start() {
      printing.start()
      const escalations = keepEscalations({
        office,
        watch: audience.watch,
        now,
        monotonic: guards.monotonic,
        every: (eachMs, work) => keepDoing(eachMs, work, trouble.at('escalations')),
      })
      stack.defer(() => escalations.stop())
      stack.defer(callForIdle(office, now, trouble.at('auto call')))
    },
  }
}
