import './devices/hid/enough-threads.ts'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import pino from 'pino'
import { caseHash } from './cases/case-key.ts'
import { caseStore } from './cases/case-store.ts'
import { addDemoCases } from './cases/demo-cases.ts'
import { watchDropFolder } from './cases/watch-drop-folder.ts'
import { openCatalogue } from './catalogue/open-catalogue.ts'
import { dayIn, momentIn } from './clock.ts'
import { readEnvironment, readHall } from './config.ts'
import { simulatedHid } from './devices/fake/simulated-hid.ts'
import { simulatedReaders } from './devices/fake/simulated-readers.ts'
import { personKeptDays } from './domain/appointments/kept-days.ts'
import { buildHallModel } from './domain/hall-model.ts'
import { calendarFolder, readCalendar } from './hall/read-calendar.ts'
import { readRecordings } from './hall/read-recordings.ts'
import { sayEmergencyGaps, sayVoiceGaps, voiceGaps } from './hall/voice-gaps.ts'
import { checkInByScan } from './inputs/check-in-by-scan.ts'
import { learnPads } from './inputs/learn-pads.ts'
import { openInputs } from './inputs/open-inputs.ts'
import { readersBy } from './inputs/open-reader.ts'
import { rateVisit } from './inputs/rate-visit.ts'
import { openCards } from './inputs/read-cards.ts'
import { tellOfAgents } from './server/tell-of-agents.ts'
import { withCard } from './inputs/with-card.ts'
import { checkMedia } from './media/check-media.ts'
import { mediaShelf } from './media/media-shelf.ts'
import { openOffice } from './office.ts'
import { callForIdle } from './outputs/call-for-idle.ts'
import { deviceBoard } from './board/device-board.ts'
import { displayWatch } from './board/display-watch.ts'
import { simulatedInputs } from './board/input-rows.ts'
import { followSwitches } from './board/follow-switches.ts'
import { keepBoard } from './board/keep-board.ts'
import { keepPlays } from './board/keep-plays.ts'
import { mayBeOff } from './board/may-be-off.ts'
import { openPrinting, usualTimes } from './outputs/open-printing.ts'
import { openPainting } from './outputs/paint-led.ts'
import { simulatedCards } from './outputs/simulated-cards.ts'
import { simulatedPrinters } from './outputs/simulated-printers.ts'
import { tellHooks, usualHookTimes } from './outputs/tell-hooks.ts'
import type { Actor } from './server/actor.ts'
import { REFUSAL_STANDS_MS, openAgentDoor } from './server/agent-door.ts'
import { app } from './server/app.ts'
import { hallDoors } from './server/hall-doors.ts'
import { openHub } from './server/hub.ts'
import { lentSignIns } from './server/lent-sign-ins.ts'
import { openSockets } from './server/sockets.ts'
import { openDatabase } from './store/database.ts'
import { deviceMemory } from './store/device-memory.ts'
import { hookKey } from './store/hook-key.ts'
import { openLocalDoor } from './server/local-door.ts'
import { openIdentityKeys, openPersonKeys } from './store/person-keys.ts'
import { playStore } from './store/play-store.ts'
import { sqliteLog } from './store/sqlite-log.ts'
import { findToken } from './store/token-store.ts'
import { takeWriterLock } from './store/writer-lock.ts'
import { answerBody } from './views/answer-body.ts'

const VERSION = '0.1.0'
const PAGES_LOOK_MS = 5_000
const DAY_CHECK_MS = 30_000
/** Of a printer on a terminal's serial line; USB ones have no rate. */
const LENT_BAUD = 115_200

/** Starts everything in order: settings, hall, log, office, printers, doors. Stops in the opposite order. */
async function main(): Promise<void> {
  const settings = readEnvironment(process.env)
  if (!settings.ok) return giveUp([settings.message])
  const { port, host, dataDir, hallDir, demo } = settings
  const read = readHall(hallDir)
  if (!read.ok)
    return giveUp(
      read.faults.map(({ file, line, column, key, message }) => `${file}:${line}:${column} ${key} ${message}`),
    )

  // Standard output carries the ready line alone; the log goes to standard error.
  const logger = pino({ level: process.env.TINGSHI_LOG ?? 'warn' }, pino.destination(2))
  const lock = takeWriterLock(dataDir, 5_000)
  if (!lock) return giveUp(['这个数据文件夹已经有一个网关在用。请先停掉那一个，或换一个 TINGSHI_DATA。'])
  const gaps = voiceGaps(read.hall, readRecordings(join(hallDir, 'sounds')))
  for (const line of [...sayVoiceGaps(gaps), ...sayEmergencyGaps(read.hall)]) logger.warn(line)
  const calendar = readCalendar(calendarFolder)
  const hallModel = buildHallModel(read.hall, read.matters, demo, calendar)
  const database = openDatabase(join(dataDir, 'tingshi.db'))
  const log = sqliteLog(database)
  const moment = momentIn(read.hall.timeZone)
  const media = mediaShelf(join(dataDir, 'media'))
  const office = await openOffice({ hallModel, log, moment, answer: answerBody, outside: checkMedia(media) })
  const tell = (message: string): void => logger.error(message)
  const catalogue = await openCatalogue({
    office,
    hall: read.hall,
    own: read.matters,
    dataDir,
    alwaysOpen: demo,
    calendar,
    tell,
    invalidate: () => hub.invalidate(),
  })
  const persons = openPersonKeys(
    dataDir,
    'booking',
    30,
    read.hall.booking === null ? 1 : personKeptDays(read.hall.booking),
  )

  const cases = caseStore(database, caseHash(dataDir))
  if (demo) addDemoCases(cases, moment(), calendar)
  cases.forget(Date.now())
  const dropped = watchDropFolder({
    store: cases,
    dataDir,
    noon: (day) => Date.parse(`${day}T04:00:00Z`),
    now: Date.now,
  })

  const signIns = lentSignIns()
  const actorOf = (token: string): Actor | null => signIns.actorOf(token) ?? findToken(database, token)

  const memory = deviceMemory(database)
  const board = deviceBoard({
    hall: read.hall,
    isListening: (topic) => hub.audience(topic) > 0,
    mayBeOff: (row) => mayBeOff(office, row, moment()),
    offOf: (id) => office.state.devices.off.get(id) ?? null,
    remembered: memory.load(),
    boundTo: (padId) => office.state.pads.taught.get(padId)?.counterId ?? null,
    now: Date.now,
  })
  const keptBoard = keepBoard(board, memory, (error) => logger.error({ error }, 'device board'))
  const address = { url: '' }
  const invalidate = (): void => hub.invalidate()
  followSwitches(office, board, invalidate)
  const simulated = await simulatedPrinters(read.hall.printers, invalidate)
  const addressOf = (): string => read.hall.publicUrl ?? address.url
  const printing = openPrinting({
    office,
    board,
    simulated,
    openAt: (terminal, path) => agents.at(terminal)?.openBytes(path, LENT_BAUD) ?? Promise.resolve(null),
    addressOf,
    logger,
    invalidate,
    times: usualTimes,
  })
  const cards = await simulatedCards(demo ? read.hall.panels : [], invalidate)
  const painting = openPainting({ office, board, simulatedPort: cards.portOf, moment, logger, media, invalidate })
  const live = {
    devices: board.views,
    health: board.health,
    papers: simulated.papers,
    version: VERSION,
    moment,
    signals: (id: string) => inputs.signalsOf(id),
  }
  const hub = openHub(office, live)

  const bearerOf = (header: string | undefined): Actor | null =>
    header?.startsWith('Bearer ') ? actorOf(header.slice(7)) : null
  const onSound = (screenId: string, state: string): void =>
    board.learn(screenId, state === 'on' ? 'ok' : 'warning', state === 'on' ? '正常' : '没有声音', null)
  const plays = playStore(database)
  const kept = keepPlays(plays, (error) => logger.error({ error }, 'plays'))
  const watch = displayWatch({
    hall: read.hall,
    board,
    onPlay: kept.add,
    dayOf: (at) => dayIn(read.hall.timeZone, at),
    now: Date.now,
  })
  const terminals = read.hall.terminals.map(({ id }) => id)
  const hid = simulatedHid(simulatedInputs(read.hall))
  const learning = learnPads(Date.now)
  const cardReaders = simulatedReaders(read.hall.readers)
  const localDoor = openLocalDoor(dataDir)
  const doors = hallDoors({
    office,
    log,
    catalogue: () => catalogue.shelf,
    calendar,
    live,
    onSound,
    persons,
    dataDir,
    hallDir,
    bearerOf,
    cases,
    board,
    watch,
    plays,
    kept,
    learning,
    media,
    addressOf,
    localActorOf: localDoor.actorOf,
    inputs: () => inputs,
    cards: () => idCards,
    sockets: () => sockets.count(),
    demo: demo ? { lend: signIns.lend, printers: simulated, panels: cards, hid, readers: cardReaders } : null,
  })
  const server = createServer(app(doors, read.hall, (error) => logger.error(error)))
  const sessionParts = { hub, actorOf, onPulse: watch.hear, version: VERSION, terminals, now: Date.now }
  const agents = openAgentDoor(server, {
    actorOf,
    terminals,
    publicUrl: read.hall.publicUrl,
    now: Date.now,
    refusalMs: REFUSAL_STANDS_MS,
  })
  tellOfAgents(agents, terminals, board, invalidate)
  const inputs = openInputs({
    office,
    board,
    simulated: hid,
    hidAt: agents.hidAt,
    isLending: (id) => agents.at(id) !== null,
    checkIn: checkInByScan(office),
    rate: rateVisit(office),
    isLearning: learning.isLearning,
    now: Date.now,
    newId: randomUUID,
    invalidate,
    onBroken: (error) => logger.error({ error }, 'inputs'),
  })
  const identities = openIdentityKeys(dataDir)
  const idCards = openCards({
    readers: read.hall.readers,
    board,
    invalidate,
    now: Date.now,
    tell: inputs.tell,
    open: readersBy(
      cardReaders.linkOf,
      (terminal, path, baudRate) => agents.at(terminal)?.openReader(path, baudRate) ?? Promise.resolve(null),
    ),
    keyOfToday: () => identities.keyOf(moment().day),
  })
  const sockets = openSockets(
    server,
    {
      ...sessionParts,
      handle: (command, actor, id) => office.handle(withCard(command, actor.roles, idCards), actor.name, id),
    },
    read.hall.publicUrl,
  )
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done))
  const bound = server.address() as AddressInfo
  address.url = `http://${bound.family === 'IPv6' ? `[${host}]` : host}:${bound.port}`
  localDoor.open(bound.port, host)
  printing.start()
  await office.handle({ type: 'close-day' }, 'hall', null)
  const dayCheck = setInterval(() => {
    cases.forget(Date.now())
    void office.handle({ type: 'close-day' }, 'hall', null)
  }, DAY_CHECK_MS)
  // A page that has gone is missed also when nobody looks at the board.
  const lookForPages = setInterval(() => void board.health(), PAGES_LOOK_MS)
  const hooks = tellHooks({
    hooks: read.hall.deviceHooks,
    hallId: read.hall.id,
    board,
    key: read.hall.deviceHooks.length > 0 ? hookKey(dataDir) : '',
    now: Date.now,
    onTrouble: (words) => logger.warn(words),
    times: usualHookTimes,
  })
  const stopCalling = callForIdle(office, Date.now)
  console.log(`ready ${address.url}`)

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    clearInterval(dayCheck)
    clearInterval(lookForPages)
    hooks.close()
    stopCalling()
    // Whatever was accepted is already on disk; nobody is waited for longer than this.
    setTimeout(() => process.exit(0), 4_000).unref()
    localDoor.close()
    dropped.stop()
    sockets.close()
    inputs.close()
    idCards.close()
    agents.close()
    hub.close()
    server.close()
    server.closeAllConnections()
    kept.stop()
    keptBoard.stop()
    await printing.stop()
    await painting.stop()
    await cards.close()
    await simulated.close()
    await log.close()
    lock.release()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

function giveUp(lines: string[]): void {
  for (const line of lines) console.error(line)
  process.exitCode = 1
}

main().catch((broken: unknown) => {
  const known = broken as NodeJS.ErrnoException
  const words: Record<string, string> = {
    EADDRINUSE: '这个端口已经有程序在用。请换一个 TINGSHI_PORT，或先停掉那个程序。',
    EACCES: '没有权限使用这个端口或文件夹。请换一个，或改权限。',
  }
  console.error(words[known.code ?? ''] ?? known.message ?? String(broken))
  process.exit(1)
})
