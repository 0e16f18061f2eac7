import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import pino from 'pino'
import { readImported, withImported } from './catalogue/import-matters.ts'
import { momentIn } from './clock.ts'
import { readEnvironment, readHall } from './config.ts'
import type { Role } from './contract/commands.ts'
import { personKeptDays } from './domain/appointments/kept-days.ts'
import { buildHouse } from './domain/house.ts'
import { calendarFolder, readCalendar } from './hall/read-calendar.ts'
import { openOffice } from './office.ts'
import { deviceBoard } from './outputs/device-board.ts'
import { openPrinting } from './outputs/open-printing.ts'
import { simulatedPrinters } from './outputs/simulated-printers.ts'
import { type Actor, thePublic } from './server/actor.ts'
import { api } from './server/api.ts'
import { app } from './server/app.ts'
import { bookingDoor } from './server/booking-door.ts'
import { shelve } from './server/catalogue-shelf.ts'
import { demoRoutes } from './server/demo.ts'
import { openHub } from './server/hub.ts'
import { metricsRoutes } from './server/metrics.ts'
import { pageRoutes, sampleRoutes } from './server/pages.ts'
import { openSockets } from './server/sockets.ts'
import { openDatabase } from './store/database.ts'
import { sqliteLog } from './store/sqlite-log.ts'
import { openPersonKeys } from './store/person-keys.ts'
import { findToken } from './store/token-store.ts'
import { answerBody } from './views/answer-body.ts'

const VERSION = '0.1.0'
const DAY_CHECK_MS = 30_000

/** Starts everything in order: settings, hall, log, office, printers, doors. Stops in the opposite order. */
async function main(): Promise<void> {
  const settings = readEnvironment(process.env)
  if (!settings.ok) return giveUp([settings.message])
  const { port, host, dataDir, hallDir, demo } = settings
  const read = readHall(hallDir)
  if (!read.ok) return giveUp(read.faults.map(({ file, line, column, key, message }) => `${file}:${line}:${column} ${key} ${message}`))

  // Standard output carries the ready line alone; the log goes to standard error.
  const logger = pino({ level: process.env.TINGSHI_LOG ?? 'warn' }, pino.destination(2))
  const calendar = readCalendar(calendarFolder)
  const matters = withImported(read.matters, readImported(dataDir))
  const house = buildHouse(read.hall, matters, demo, calendar)
  const database = openDatabase(join(dataDir, 'tingshi.db'))
  const log = sqliteLog(database)
  const moment = momentIn(read.hall.timeZone)
  const office = await openOffice({ house, log, moment, answer: answerBody })
  const shelf = shelve(house)
  const persons = openPersonKeys(dataDir, 'booking', 30, read.hall.booking === null ? 1 : personKeptDays(read.hall.booking))

  const lent = new Map<string, Actor>()
  const actorOf = (token: string): Actor | null => lent.get(token) ?? findToken(database, token)
  const lend = (role: Role, id: string | null): string => {
    const token = randomBytes(24).toString('base64url')
    lent.set(token, { name: id === null ? `demo ${role}` : `demo ${role} ${id}`, roles: [role] })
    return token
  }

  const board = deviceBoard(read.hall, (topic) => hub.audience(topic) > 0, Date.now)
  const address = { url: '' }
  const news = (): void => hub.stir()
  const simulated = await simulatedPrinters(read.hall.printers, news)
  const addressOf = (): string => read.hall.publicUrl ?? address.url
  const printing = openPrinting({ office, board, simulated, openAt: async () => null, addressOf, logger, news })
  const around = { devices: board.views, papers: simulated.papers, version: VERSION, moment }
  const hub = openHub(office, around)

  const bearerOf = (header: string | undefined): Actor | null => (header?.startsWith('Bearer ') ? actorOf(header.slice(7)) : null)
  const onSound = (screenId: string, state: string): void =>
    board.learn(screenId, state === 'on' ? 'ok' : 'warning', state === 'on' ? '正常' : '没有声音', null)
  const doors = [
    ...(demo ? [{ path: '/demo', router: demoRoutes({ office, lend, paperOf: simulated.paperOf, setFault: simulated.setFault }) }] : []),
    {
      path: '/api',
      router: api({ office, log, catalogue: () => shelf, calendar, around, actorOf: (request) => bearerOf(request.get('authorization')), onSound, persons }),
    },
    {
      path: '/metrics',
      router: metricsRoutes(
        office,
        () => sockets.count(),
        (request) => bearerOf(request.get('authorization')) ?? thePublic,
      ),
    },
    { path: '/samples', router: sampleRoutes(join(hallDir, 'samples')) },
    { path: '/book', router: bookingDoor(office) },
    { path: '/', router: pageRoutes(join(import.meta.dirname, '../dist')) },
  ]
  const server = createServer(app(doors, read.hall.publicUrl, (error) => logger.error(error)))
  const sessionParts = { hub, actorOf, version: VERSION, now: Date.now }
  const sockets = openSockets(server, { ...sessionParts, handle: (command, actor, id) => office.handle(command, actor.name, id) }, read.hall.publicUrl)
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done))
  const bound = server.address() as AddressInfo
  address.url = `http://${bound.family === 'IPv6' ? `[${host}]` : host}:${bound.port}`
  printing.start()
  await office.handle({ type: 'close-day' }, 'hall', null)
  const dayCheck = setInterval(() => void office.handle({ type: 'close-day' }, 'hall', null), DAY_CHECK_MS)
  console.log(`ready ${address.url}`)

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    clearInterval(dayCheck)
    // Whatever was accepted is already on disk; nobody is waited for longer than this.
    setTimeout(() => process.exit(0), 4_000).unref()
    sockets.close()
    hub.close()
    server.close()
    server.closeAllConnections()
    await printing.stop()
    await simulated.close()
    await log.close()
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
